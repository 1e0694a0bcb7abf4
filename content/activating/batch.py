"""A batch of activation letters: for whom, how far it has come, and how its file is opened. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

DAY = timedelta(days=1)
LASTS = 60 * DAY
"""A code ends so long after its batch was begun."""
LINK_LASTS = timedelta(hours=1)
PIN_DIGITS, PIN_TRIES = 6, 3
KEPT = 7 * DAY
"""If nobody has opened the file for so long after it was ready, its codes are void."""


class State(StrEnum):
    """ASKED: a second person has to confirm. MAKING: in steps. READY: the file can be opened, once. OPENED: it was.
    VOID: nobody opened it in time, so its codes are no good.
    """

    ASKED = "asked"
    MAKING = "making"
    READY = "ready"
    OPENED = "opened"
    VOID = "void"


@dataclass(frozen=True)
class Batch:
    """`prefecture`: whom it is for; empty for all. `made`: how many letters it has by now."""

    id: int
    asked_by: int
    prefecture: str
    state: State
    made: int
    begun_at: datetime
    ready_at: datetime | None = None
    opened_at: datetime | None = None
    opened_by: str = ""

    @property
    def until(self) -> datetime:
        """When its codes end."""
        return self.begun_at + LASTS


@dataclass(frozen=True)
class Line:
    """A line of the file."""

    member_no: str
    name: str
    prefecture: str
    code: str
    until: datetime
