"""Where the places of sends come from: of one process alone, or of one budget that all processes share."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy.orm import Session

from bot.logs import get
from bot.record import Record
from storage.engine.sessions import is_passing
from storage.post import budget, spacing
from storage.post.budget import Allowed

log = get("pace")
BLOCK = 6
"""So many places are booked by one statement: a fifth of a second's."""


@dataclass(frozen=True)
class Places:
    """Moments by the stopwatch at which something may go. `held`: for so many seconds nothing may."""

    moments: Sequence[float]
    held: float = 0.0


class Budget(Protocol):
    """`most`: so many places are booked at once."""

    most: int

    async def book(self, number: int, spent: int) -> Places | None:
        """Book places, behind `spent` sends that took none. None if that can't be done now."""

    def take(self, session: Session, chat_id: int, apart_s: float) -> float:
        """A letter is about to go to this chat. Returns how many seconds are left until it may, so long after the last
        one of another process; 0: it may, and that is noted.
        """

    def cut(self, seconds: float) -> None:
        """Telegram said that all of it was too fast, and asks to wait."""


class Alone:
    """The budget of one process."""

    most = 1

    def __init__(self, allowed: Allowed, monotonic: Callable[[], float]) -> None:
        self._allowed = allowed
        self._now = monotonic
        self._next = 0.0
        self._base, self._cut_at = allowed.most, monotonic()

    async def book(self, number: int, spent: int) -> Places:
        now = self._now()
        rate = self._allowed.after(now - self._cut_at, self._base)
        first = max(self._next, now - self._allowed.slack)
        first = max(first, min(first + spent / rate, now + self._allowed.behind))
        self._next = first + number / rate
        return Places([first + place / rate for place in range(number)])

    def take(self, _session: Session, _chat_id: int, _apart_s: float) -> float:
        return 0.0

    def cut(self, _seconds: float) -> None:
        now = self._now()
        if now - self._cut_at > self._allowed.apart:
            rate = self._allowed.after(now - self._cut_at, self._base)
            self._base, self._cut_at = self._allowed.cut(rate), now


class Shared:
    """The budget of all processes on one PostgreSQL. `clock`: another clock than the database's, in seconds."""

    most = BLOCK

    def __init__(
        self,
        record: Record,
        allowed: Allowed,
        monotonic: Callable[[], float],
        clock: Callable[[], float | None] = lambda: None,
    ) -> None:
        self._record = record
        self._allowed = allowed
        self._now = monotonic
        self._clock = clock
        self._cutting: set[asyncio.Task[None]] = set()

    async def book(self, number: int, spent: int) -> Places | None:
        try:
            booked = await self._record.write(
                lambda session: budget.book(session, number, spent, self._allowed, self._clock())
            )
        except Exception as error:
            log.error("sends_not_booked", error=type(error).__name__, passing=is_passing(error))
            return None
        first = self._now() + booked.wait
        return Places([first + place / booked.rate for place in range(number)], booked.held)

    def take(self, session: Session, chat_id: int, apart_s: float) -> float:
        return spacing.take(session, chat_id, apart_s, self._clock())

    def cut(self, seconds: float) -> None:
        task = asyncio.create_task(self._cut(seconds))
        self._cutting.add(task)
        task.add_done_callback(self._cutting.discard)

    async def _cut(self, seconds: float) -> None:
        try:
            await self._record.write(lambda session: budget.cut(session, seconds, self._allowed, self._clock()))
        except Exception as error:  # the other processes will be told by Telegram themselves
            log.warning("pause_not_shared", error=type(error).__name__)
