"""The desk of staff: what waits to be decided, and what every decision has in common."""

from datetime import datetime
from typing import Literal, Protocol

Queue = Literal["claims", "declarations"]


class Desk(Protocol):
    def to_desk(self, waiting: int) -> str:
        """From the room of staff, with how many wait."""

    def title(self) -> str: ...

    def how(self) -> str:
        """That the oldest comes first, and that views and decisions are logged."""

    def queue(self, queue: Queue, waiting: int, oldest: str) -> str:
        """How many wait, and for how long the oldest does; none: `oldest` is empty."""

    def to_queue(self, queue: Queue, waiting: int) -> str: ...

    def nothing(self) -> str:
        """A queue is empty."""

    def waited(self, since: datetime, now: datetime) -> str:
        """For how long something waits: 3日, 5時間."""

    def waits(self, since: datetime, waited: str) -> str:
        """Since when it waits, and for how long that is."""

    def to_next(self) -> str: ...

    def to_member(self) -> str: ...

    def decided(self, verdict: str, at: datetime, by: str, reason: str) -> str:
        """By whom it was decided; `by` may be empty."""

    def decided_before(self) -> str:
        """The decision came too late: another was made."""

    def own(self) -> str:
        """Nobody decides on himself."""

    def why(self, *, told: bool) -> str:
        """A reason is asked for; `told`: the member reads it."""
