"""The password of a member who is logged in, asked for once more before the whole record is given out or erased."""

from datetime import datetime
from enum import StrEnum
from typing import Protocol


class ForWhat(StrEnum):
    """What the password is asked for."""

    DATA = "mydata"
    ERASURE = "erase_me"


class Password(Protocol):
    def title(self, what: ForWhat) -> str: ...

    def ask(self) -> str: ...

    def wrong(self) -> str: ...

    def wait(self, seconds: int, until: datetime) -> str:
        """Too many were wrong. The next one is taken at `until`, in so many seconds."""

    def forgotten(self) -> str: ...

    def again(self) -> str:
        """A button."""
