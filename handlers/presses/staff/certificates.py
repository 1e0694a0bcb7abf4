"""The keys of the buttons of the officers' room for certificates. `page`: the page of the queue from which the
certificate was opened; 0: it was not opened from the queue.
"""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class CertificateRoom(Press, tag="ka"):
    """Find a certificate by its number."""


@dataclass(frozen=True)
class OfMember(Press, tag="kb"):
    """A page of a member's certificates."""

    member: int
    page: int


@dataclass(frozen=True)
class Doubted(Press, tag="kc"):
    """A page of the certificates that are in doubt."""

    page: int


@dataclass(frozen=True)
class OpenIssued(Press, tag="kd"):
    """A certificate with its history."""

    certificate: int
    page: int = 0


@dataclass(frozen=True)
class FetchIssued(Press, tag="ke"):
    """Have its file sent."""

    certificate: int


@dataclass(frozen=True)
class AskReplace(Press, tag="kf"):
    """See what would change if another one took its place."""

    certificate: int
    page: int


@dataclass(frozen=True)
class ReplaceIssued(Press, tag="kg"):
    """Let another one take its place, for this reason. `shown` is the fingerprint of what was shown."""

    certificate: int
    page: int
    reason: str
    shown: str


@dataclass(frozen=True)
class AskRevoke(Press, tag="kh"):
    """Revoke it: for which reason?"""

    certificate: int
    page: int


@dataclass(frozen=True)
class RevokeFor(Press, tag="ki"):
    """For this reason: what happened?"""

    certificate: int
    page: int
    reason: str


@dataclass(frozen=True)
class AskLeave(Press, tag="kj"):
    """Leave it as it is: for which reason?"""

    certificate: int
    page: int


@dataclass(frozen=True)
class LeaveIssued(Press, tag="kk"):
    """Leave it, for one of the usual reasons (numbered from 0)."""

    certificate: int
    page: int
    reason: int
