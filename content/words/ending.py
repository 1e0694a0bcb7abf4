"""How officers end a certificate, or leave it as it is; and what the member is told of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from content.certificates.certificate import CertificateLine
from content.staff.certificates import Outcome
from content.verifying.differing import Part
from content.verifying.standing import Reason


class Ending(Protocol):
    def replace_title(self) -> str: ...

    def part(self, part: Part, before: str, after: str) -> str: ...

    def gone(self, line: CertificateLine) -> str: ...

    def new(self, line: CertificateLine) -> str: ...

    def sums(self, before: int, after: int) -> str: ...

    def other(self) -> str:
        """Something else differs."""

    def how_replaced(self) -> str: ...

    def replacing(self, number: str) -> str:
        """It was done: the new one is made and sent."""

    def reason(self, reason: Reason) -> str:
        """A button."""

    def revoke_title(self) -> str: ...

    def how_revoked(self) -> Sequence[str]: ...

    def ask_words(self, reason: Reason) -> Sequence[str]:
        """What happened? The log keeps it; strangers and the member read only the reason."""

    def leave_title(self) -> str: ...

    def how_left(self) -> str: ...

    def leaving(self) -> Sequence[str]:
        """The usual reasons, always in the same order."""

    def left(self) -> str: ...

    def said_of(self, outcome: Outcome) -> str:
        """Why an act was not done."""

    def revoked_title(self) -> str: ...

    def revoked(self, number: str, at: datetime, reason: Reason) -> Sequence[str]:
        """To the member: what happened, and what to do now."""

    def replaced_title(self) -> str: ...

    def replaced(self, former: str, number: str, reason: Reason) -> Sequence[str]:
        """To the member, with the new one."""
