"""Late claims of attendance as staff decide them, and the letter that tells a member of the decision."""

from collections.abc import Sequence
from typing import Protocol

from content.attending import Claim
from content.training import Training


class Claims(Protocol):
    def title(self, waiting: int) -> str: ...

    def line(self, number: int, name: str, member_no: str, training: str, waited: str) -> str: ...

    def card_title(self, name: str, kana: str) -> str: ...

    def member_no(self, member_no: str) -> str: ...

    def registered(self, half_units: int, *, others: bool) -> str:
        """Whether the organiser registered this member, or `others` at least, and what follows for a decision."""

    def said(self, note: str) -> str: ...

    def earlier(self, total: int, accepted: int, refused: int) -> str:
        """What the member has claimed before this."""

    def cannot_earn(self) -> str:
        """It can't be accepted: the account earns nothing."""

    def verdict(self, claim: Claim) -> str:
        """How it was decided."""

    def to_close(self) -> str: ...

    def why_closed(self) -> str:
        """The reason that stands in the log for it."""

    def to_accept(self) -> str: ...

    def to_refuse(self) -> str: ...

    def ask_why_title(self, name: str, *, accept: bool) -> str: ...

    def what_follows(self, half_units: int, *, accept: bool, at_once: bool) -> str:
        """What a decision brings about; `at_once`: the organiser has registered the others."""

    def reasons(self, *, accept: bool) -> Sequence[str]:
        """The usual ones, always in the same order."""

    def done(self, claim: Claim, half_units: int) -> str:
        """It is decided; the half-units that are registered by now."""

    def nothing_to_decide(self) -> str:
        """The organiser has registered him."""

    def not_registered(self) -> str:
        """It can't be closed: nobody has registered him."""

    def to_claims(self, waiting: int) -> str:
        """From a member's card to what he claims."""

    def accepted_title(self) -> str: ...

    def refused_title(self) -> str: ...

    def accepted(self, training: Training) -> tuple[str, ...]:
        """The letter: it waits for the organiser now."""

    def refused(self, training: Training, reason: str) -> tuple[str, ...]:
        """The letter: why, what is kept, whom to ask."""
