"""Late claims of attendance: the screens on which staff decide, and the letter that tells the member."""

from collections.abc import Sequence
from typing import Protocol

from content.attendance.attending import Claim
from content.attendance.training import Training


class Claims(Protocol):
    def title(self, waiting: int) -> str: ...

    def line(self, number: int, name: str, member_no: str, training: str, waited: str) -> str: ...

    def card_title(self, name: str, kana: str) -> str: ...

    def member_no(self, member_no: str) -> str: ...

    def registered(self, half_units: int, *, others: bool) -> str:
        """Whether the organiser registered this member, or only `others`, and what that means for the decision."""

    def said(self, note: str) -> str: ...

    def earlier(self, total: int, accepted: int, refused: int) -> str:
        """How many claims the member made before, and how they were decided."""

    def cannot_earn(self) -> str:
        """The claim can't be accepted, because the account earns no credits."""

    def verdict(self, claim: Claim) -> str:
        """How it was decided."""

    def to_close(self) -> str: ...

    def why_closed(self) -> str:
        """The reason that the log gives for closing a claim."""

    def to_accept(self) -> str: ...

    def to_refuse(self) -> str: ...

    def ask_why_title(self, name: str, *, accept: bool) -> str: ...

    def what_follows(self, half_units: int, *, accept: bool, at_once: bool) -> str:
        """What the decision causes. `at_once`: the credit comes now, since the organiser has registered the others."""

    def reasons(self, *, accept: bool) -> Sequence[str]:
        """The usual reasons, always in the same order: a button names one by its place."""

    def done(self, claim: Claim, half_units: int) -> str:
        """The claim is decided. `half_units`: what is registered now."""

    def nothing_to_decide(self) -> str:
        """The organiser has registered the member, so nothing is left to decide."""

    def not_registered(self) -> str:
        """The claim can't be closed, because nobody has registered the member."""

    def accepted_title(self) -> str: ...

    def refused_title(self) -> str: ...

    def accepted(self, training: Training) -> tuple[str, ...]:
        """The letter: the claim is accepted, and the organiser's registration is awaited."""

    def refused(self, training: Training, reason: str) -> tuple[str, ...]:
        """The letter: why the claim was refused, what stays on record, and whom to ask."""
