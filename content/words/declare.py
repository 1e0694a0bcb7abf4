"""申告書: the list, one declaration, its submission, and what staff decided."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from content.declaring import Declared, Step
from content.rules import Rules


class Declare(Protocol):
    """Texts that a member wrote are shown to himself alone."""

    def title(self) -> str: ...

    def to_declare(self) -> str:
        """On a button of two in a row."""

    def to_drafts(self) -> str:
        """On a button, where a draft is something to go on with."""

    def about(self, rules: Rules) -> Sequence[str]:
        """What is declared here and until when, above the list."""

    def nothing(self) -> str: ...

    def line(self, number: int, one: Declared, *, closed: bool) -> str:
        """One of the list: its sign, kind, beginning of its text, and state."""

    def to_new(self) -> str: ...

    def facts(self, one: Declared) -> Sequence[str]:
        """All its fields, line by line."""

    def state(self, one: Declared, until: date | None, *, closed: bool) -> str:
        """Where it stands. `until`: the last day to submit it, None until its own day is known."""

    def missing(self, left: Sequence[Step]) -> str: ...

    def closed(self, last: date) -> str:
        """The deadline of its year is over, and what to do now."""

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
