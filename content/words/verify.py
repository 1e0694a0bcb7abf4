"""Checking a certificate: in the chat, and on the page that its QR code opens."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Protocol

from content.verifying.standing import End, Reason, State


class Verify(Protocol):
    def title(self) -> str: ...

    def ask(self, example: str) -> str:
        """Asks for a number, and says what it looks like."""

    def mistyped(self) -> str:
        """No certificate can have this number."""

    def unknown(self) -> str:
        """No certificate of ours has this token."""

    def unknown_number(self) -> str: ...

    def wait(self, seconds: int) -> str:
        """Too many numbers in a row were unknown."""

    def busy(self) -> str:
        """The same on the page."""

    def away(self) -> str:
        """The record can't be read for now."""

    def state(self, state: State) -> str: ...

    def ended(self, end: End) -> str:
        """When and why it ceased to hold, and the number of the one that replaces it."""

    def reason(self, reason: Reason) -> str: ...

    def number(self) -> str:
        """A label, as are the next four."""

    def issued(self) -> str: ...

    def period(self) -> str: ...

    def credits(self) -> str: ...

    def name(self) -> str: ...

    def issued_at(self, at: datetime) -> str: ...

    def span(self, first: date, last: date) -> str: ...

    def totals(self, half_units: int, codes: int) -> str:
        """0 codes: the totals were erased."""

    def erased(self) -> str:
        """In the place of the name."""

    def only_the_state(self) -> str:
        """By the number alone nothing else is told."""

    def as_of(self, operator: str, at: datetime) -> str:
        """Whose record says so, and when it was asked."""

    def another(self) -> str:
        """A button: another number."""

    def to_compare(self) -> str:
        """A button, and the head of the page's form."""

    def how_to_compare(self) -> str: ...

    def agrees(self) -> str: ...

    def differs(self, left: int) -> str:
        """The typed name is another one; so many tries are left today."""

    def no_tries(self) -> str: ...

    def file_title(self) -> str: ...

    def file_how(self) -> str: ...

    def file_choose(self) -> str: ...

    def file_checking(self) -> str: ...

    def file_same(self) -> str: ...

    def file_other(self) -> str: ...

    def file_too_big(self) -> str: ...

    def file_not_checked(self) -> str:
        """The connection failed."""

    def file_no_script(self) -> str: ...

    def file_of_ours(self) -> str:
        """In the chat: the file that was sent is one that was issued."""

    def file_of_nobody(self) -> str: ...


def page_words(words: Verify) -> dict[str, str]:
    """The sentences that the page's script says, by name."""
    said: tuple[Callable[[], str], ...] = (
        words.file_checking,
        words.file_same,
        words.file_other,
        words.file_too_big,
        words.file_not_checked,
    )
    return {one.__name__.removeprefix("file_"): one() for one in said}
