"""Letters that fall due to many at once (a feature's Rounds) are queued in short steps, and taps go in between.

A step is one transaction, which ends after so much time. How far a round has come is on the record, so nothing is lost
or done twice if the process ends, or if others do the same.
"""

import asyncio
from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from bot.logs import get
from bot.lull import Patience
from bot.record import Record
from content.rules import Rulebook
from handlers.due import Rounds
from storage.engine.sessions import is_passing
from storage.post import rounds
from storage.post.rounds import Round, Step

log = get("schedule")
STEP_S, SHARED_STEP_S = 0.003, 0.004
"""So long a step goes on: on SQLite, where every tap waits for it; and on PostgreSQL, where that is one statement."""


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

    async def go_on(self, seconds: float, patience: Patience) -> None:
        """Go on with every round that is due, for about so long; with each kind at least a step. The next call goes on
        where this one ends. To look for rounds takes the `patience` that is shared with other work; each step has its
        own, for there may be hundreds.
        """
        until = asyncio.get_running_loop().time() + seconds
        for one in self._every:
            try:
                await self._go_on(one, until, patience)
            except Exception as error:  # whatever becomes of one kind, the others go on
                log.error("due_failed", due=one.name, error=type(error).__name__, passing=is_passing(error))

    async def _go_on(self, one: Rounds, until: float, patience: Patience) -> None:
        now = self._record.now()

        def find(session: Session) -> list[Round]:
            return list(rounds.open_ones(session, one.key, one.find(session, now, self._rulebook), now))

        left = await self._record.read(find, unhurried=patience)
        while left:
            if (await self._step(left[0], now)).over:
                left.pop(0)
            if asyncio.get_running_loop().time() >= until:
                break

    async def _step(self, due: Round, now: datetime) -> Step:
        time = asyncio.get_running_loop().time
        lasts = SHARED_STEP_S if self._record.shared else STEP_S

        def act(session: Session) -> Step:
            until = time() + lasts  # from now on: while a step waits for its place, it keeps nobody waiting
            return rounds.step(session, due, now, enough=lambda: time() >= until)

        return await self._record.write_lightly(act)
