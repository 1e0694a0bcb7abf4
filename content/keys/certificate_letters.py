"""The kinds of letters about the life of a certificate after its issue. Those that bring one are in letters.py."""

from dataclasses import dataclass

from content.keys.letter import LetterKey
from content.keys.letters import CertificateHeld


@dataclass(frozen=True)
class CertificateReplaced(LetterKey, kind="certificate_replaced", again=True, waits=True):
    """Brings the member the certificate that staff issued in the place of a former one."""

    certificate: int
    former: int

    def instead(self) -> LetterKey | None:
        return CertificateHeld(self.certificate)


@dataclass(frozen=True)
class CertificateRevoked(LetterKey, kind="certificate_revoked", again=True, waits=True):
    """Staff revoked a certificate of the member."""

    certificate: int


@dataclass(frozen=True)
class CertificateCopy(LetterKey, kind="certificate_copy", again=True, waits=False):
    """Brings the file of a certificate to the member of staff that asked for it."""

    certificate: int
