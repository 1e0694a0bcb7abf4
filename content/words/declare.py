"""申告書: the list, one declaration, its submission, and what staff decided."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from content.declarations.declaring import Declared, Step
from content.operator import Profile
from content.rules import Rules


class Declare(Protocol):
    """A text that a member wrote is shown only to that member (and to staff, who have their own screens)."""

    def title(self) -> str: ...

    def to_declare(self) -> str:
        """On a button of two in a row."""

    def card_title(self, kind: str) -> str:
        """The title of one declaration, which is of this kind."""

    def to_drafts(self) -> str:
        """A button on the list of what can be resumed."""

    def about(self, rules: Rules) -> Sequence[str]:
        """What is declared here and until when, above the list."""

    def nothing(self) -> str: ...

    def line(self, number: int, one: Declared, *, closed: bool) -> str:
        """One declaration in the list: its sign, its kind, the beginning of its text, and its state."""

    def to_new(self) -> str: ...

    def facts(self, one: Declared) -> Sequence[str]:
        """All its fields, line by line."""

    def state(self, one: Declared, until: date | None, *, closed: bool) -> str:
        """Its state. `until`: the last day to submit it; None if its own day is not known yet."""

    def missing(self, left: Sequence[Step]) -> str: ...

    def closed(self, last: date, profile: Profile) -> str:
        """The deadline of its year has passed. Says what to do now."""

    def reason(self, reason: str) -> str: ...

    def credited_on(self, day: date, year: int) -> str: ...

    def reversed(self) -> str: ...

    def go_on(self) -> str: ...

    def to_submit(self) -> str: ...

    def confirm_title(self) -> str: ...

    def final(self) -> str: ...

    def submit(self) -> str: ...

    def receipt_title(self) -> str: ...

    def receipt(self, number: int) -> str: ...

    def submitted_before(self) -> str:
        """A toast."""

    def to_discard(self) -> str: ...

    def ask_discard(self) -> str: ...

    def discarded(self) -> str:
        """A toast."""

    def to_withdraw(self) -> str: ...

    def ask_withdraw(self) -> str: ...

    def withdrawn(self) -> str:
        """A toast."""

    def decided_before(self) -> str:
        """A toast: too late to withdraw it."""

    def to_again(self) -> str: ...

    def decided_title(self, *, accepted: bool) -> str: ...

    def to_card(self) -> str:
        """On a button of two in a row."""
