"""Letters that fall due to many at once (a feature's Rounds) are queued in short steps, and taps go in between.

A step is sized by the time that the one before it took. Nothing of that has to last: how far a round has come is on the
record.
"""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.logs import get
from bot.record import Record
from content.rules import Rulebook
from handlers.due import Rounds
from storage.engine.sessions import is_passing
from storage.post import rounds
from storage.post.rounds import Round, Step

log = get("schedule")
AIM_S = 0.006
"""So long a step is to take. On SQLite every tap waits for it."""
FEWEST, MOST = 100, 2_000
"""Of persons in a step. The most: if nobody had a letter due and then everybody, a step would still be short."""


@dataclass
class Width:
    """How many persons the next step looks at."""

    persons: int = FEWEST

    def took(self, seconds: float) -> None:
        """Grow or shrink towards what takes AIM_S, by half or double at most: a step may have waited for the disk."""
        by = min(2.0, max(0.5, AIM_S / max(seconds, 1e-6)))
        self.persons = min(MOST, max(FEWEST, int(self.persons * by)))


class Queueing:
    """Queues the letters of all rounds that are due."""

    def __init__(self, record: Record, rulebook: Rulebook, every: Iterable[Rounds]) -> None:
        self._record = record
        self._rulebook = rulebook
        self._every = tuple(every)

    async def know(self) -> None:
        """Note which kinds there are, before the first `go_on`: of a new one, nothing that has passed is sent."""
        now = self._record.now()
        await self._record.write(lambda session: rounds.know(session, [one.key for one in self._every], now))

    async def go_on(self, seconds: float) -> None:
        """Go on with every round that is due, for so long at most: the next call goes on where this one ends."""
        until = asyncio.get_running_loop().time() + seconds
        for one in self._every:
            try:
                await self._go_on(one, until)
            except Exception as error:  # whatever becomes of one kind, the others go on
                log.error("due_failed", due=one.name, error=type(error).__name__, passing=is_passing(error))

    async def _go_on(self, one: Rounds, until: float) -> None:
        now, width = self._record.now(), Width()

        def find(session: Session) -> list[Round]:
            return list(rounds.open_ones(session, one.key, one.find(session, now, self._rulebook), now))

        left = await self._record.read(find)
        while left and asyncio.get_running_loop().time() < until:
            if (await self._step(left[0], width, now)).over:
                left.pop(0)

    async def _step(self, due: Round, width: Width, now: datetime) -> Step:
        time = asyncio.get_running_loop().time

        def act(session: Session) -> tuple[float, Step]:
            begun = time()  # only now: while the step waits for its place, it keeps nobody waiting
            return begun, rounds.step(session, due, width.persons, now)

        begun, done = await self._record.write(act)
        width.took(time() - begun)
        return done
