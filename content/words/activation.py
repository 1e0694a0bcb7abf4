"""Activation letters: the first log-in by one, and the page with their file."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from content.operator import Profile


class Activation(Protocol):
    # the member
    def title(self) -> str: ...

    def read_as(self, hidden: str) -> str: ...

    def ask_birth(self) -> str: ...

    def mistyped(self) -> str: ...

    def wrong(self, at: datetime) -> str:
        """The code and the birth date don't belong together, or the code is no good any more: not which."""

    def wait(self, until: datetime) -> str: ...

    def whom(self, profile: Profile) -> str: ...

    def to_password(self) -> str: ...

    def instead(self) -> str:
        """Beside the question for the password: who has had a letter types its code instead of the birth date."""

    # the page
    def page_title(self) -> str: ...

    def page_how(self) -> str: ...

    def page_pin(self) -> str: ...

    def page_open(self) -> str: ...

    def page_begun(self) -> str:
        """The button was pressed: the file comes."""

    def page_after(self) -> str:
        """What the file is, and what to do with it."""

    def page_wrong(self) -> str: ...

    def page_over(self) -> str: ...

    def columns(self) -> Sequence[str]:
        """The head of the file: number, name, prefecture, code, last day, link."""
