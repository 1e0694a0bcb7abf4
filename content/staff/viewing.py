"""Staff see what a member sees: which member, until when, and how it ends. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

LASTS = timedelta(minutes=15)


@dataclass(frozen=True)
class Viewing:
    """In a chat of staff the screens of this member are shown, until this moment."""

    member_id: int
    until: datetime

    def is_over(self, now: datetime) -> bool:
        return now >= self.until


class Ended(StrEnum):
    """How it ended. The value stands in the log, so it is not renamed."""

    BUTTON = "by the button"
    COMMAND = "by the command"
    TIME = "the time was up"
    RIGHT = "the right was lost"
    ROLE = "the member holds a role now"
