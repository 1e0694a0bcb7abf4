"""One-time codes: what the member hears of one, and what becomes of the message that shows it."""

from datetime import datetime
from typing import Protocol


class Code(Protocol):
    def given_title(self) -> str: ...

    def given(self, starts: datetime, until: datetime) -> tuple[str, ...]:
        """To the member: staff gave a code, from when until when it is good, and what to do if it is not wanted."""

    def to_disown(self) -> str: ...

    def disowned_title(self) -> str: ...

    def disowned(self) -> str: ...

    def over(self) -> str:
        """The code can't be voided: it is not good any more."""

    def told_title(self) -> str: ...

    def told(self, name: str, at: datetime) -> tuple[str, ...]:
        """To an owner: the member disowned a code."""

    def waits(self, starts: datetime) -> str:
        """To staff: from when it is good, for the member was told of it."""

    def hidden(self, until: datetime) -> str:
        """In place of a code that is good still."""

    def not_good(self) -> str:
        """In place of a code that was used, was disowned, or has ended."""

    def early(self, starts: datetime) -> str:
        """At the log-in: the code is right, but not good yet."""
