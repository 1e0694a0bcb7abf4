"""The desk of staff: what waits to be decided, and what every decision has in common."""

from datetime import datetime
from typing import Literal, Protocol

Queue = Literal["claims", "declarations", "requests", "certificates"]


class Desk(Protocol):
    def to_desk(self, waiting: int) -> str:
        """A button in the room of staff, with the number of cases that wait."""

    def title(self) -> str: ...

    def how(self) -> str:
        """Says that what is due first comes first, and that views and decisions are logged."""

    def queue(self, queue: Queue, waiting: int, oldest: str) -> str:
        """How many cases wait, and for how long the oldest one does. `oldest` is empty if no case waits."""

    def name(self, queue: Queue) -> str: ...

    def to_queue(self, queue: Queue, waiting: int) -> str: ...

    def nothing(self) -> str:
        """A queue is empty."""

    def waited(self, since: datetime, now: datetime) -> str:
        """For how long something waits: 3日, 5時間."""

    def waits(self, since: datetime, waited: str) -> str:
        """Since when a case waits, and how long that is."""

    def to_next(self) -> str: ...

    def to_member(self) -> str: ...

    def decided(self, verdict: str, at: datetime, by: str, reason: str) -> str:
        """Who decided the case, when and why. `by` may be empty."""

    def decided_before(self) -> str:
        """The decision came too late, because somebody else decided before."""

    def own(self) -> str:
        """Nobody may decide an own case."""

    def why(self, *, told: bool) -> str:
        """A reason is asked for; `told`: the member reads it."""
