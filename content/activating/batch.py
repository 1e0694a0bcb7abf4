"""A batch of activation letters: for whom, how far it has come, and how its file is opened. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

DAY = timedelta(days=1)
PRINT = 12
"""So many digits of a list's SHA-256 are shown."""
LASTS = 60 * DAY
"""A code ends so long after its batch was begun."""
LINK_LASTS = timedelta(hours=1)
PIN_DIGITS, PIN_TRIES = 6, 3
KEPT = 7 * DAY
"""If nobody has opened the file for so long after it was ready, its codes are void."""
TENTHS = 10


class State(StrEnum):
    """READING: the list of members that was sent is read. LISTED: it was, and who sent it can order letters. ASKED: a
    second person has to confirm. MAKING: in steps. READY: the file can be opened, once. OPENED: it was. VOID: nobody
    opened it in time, so its codes are no good. ENDED: no letters were made (Batch.fault says why).
    """

    READING = "reading"
    LISTED = "listed"
    ASKED = "asked"
    MAKING = "making"
    READY = "ready"
    OPENED = "opened"
    VOID = "void"
    ENDED = "ended"


LATE, REFUSED, LEFT, DROPPED, GONE = "late", "refused", "left", "dropped", "gone"
"""Faults: nobody confirmed it in time, a second person refused, nobody ordered it, who asked gave it up, the file ended
before it was read. Any other fault says why the file can't be read, as content.tables does.
"""


@dataclass(frozen=True)
class Listed:
    """A list of members that was sent. `digest`: the SHA-256 of the file. `people` can get letters; for so many lines,
    `refused`, none is made.
    """

    digest: str
    people: int
    refused: int


@dataclass(frozen=True)
class Batch:
    """`prefecture`: whom it is for; empty for all. `listed`: it is for the members of a list. `made`: how many letters
    it has by now, `done`: how many of `total` members were looked at.
    """

    id: int
    asked_by: int
    prefecture: str
    state: State
    made: int
    begun_at: datetime
    ready_at: datetime | None = None
    opened_at: datetime | None = None
    opened_by: str = ""
    asker: str = ""
    listed: Listed | None = None
    done: int = 0
    total: int = 0
    fault: str = ""
    ended_at: datetime | None = None

    @property
    def until(self) -> datetime:
        """When its codes end."""
        return self.begun_at + LASTS

    @property
    def open_until(self) -> datetime:
        """When its codes become void if nobody opens its file."""
        return (self.ready_at or self.begun_at) + KEPT


@dataclass(frozen=True)
class Line:
    """A line of the file."""

    member_no: str
    name: str
    prefecture: str
    code: str
    until: datetime


@dataclass(frozen=True)
class Refused:
    """A line of a list for which no letter is made, and why, as content.tables says it. `member_no` may be empty."""

    line: int
    why: str
    member_no: str = ""
