"""The schedule only ticks. What is due is a query, so that the next tick makes up for one that was missed.

APScheduler drops a job that starts a second late unless told otherwise (misfire_grace_time=None), and goes by the
machine's clock: see Ticks.
"""

import asyncio
import contextlib
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.logs import get
from bot.lull import Patience
from bot.queueing import Queueing
from bot.record import Record
from content.rules import Rulebook
from handlers.due import Due, Rounds
from storage.engine.sessions import is_passing

log = get("schedule")
TICK_S = 20
LONGEST_S = 10.0
"""So long the work of each sort goes on: the next tick looks at everything anew."""
PATIENCE_S = 1.0
"""So long a tick waits for lulls in all, as it looks at every sort of work. While many tap there is hardly a lull, and
there are some fifty sorts: if each waited for one of its own, a tick would last half a minute.
"""
STEP = 30
"""So much of what is due is done in one transaction."""


class Ticks(MemoryJobStore):  # type: ignore[misc]  # APScheduler has no types
    """Keeps when the next tick is. If that is further away than a tick, the machine's clock was set back, and the tick
    is due at once: otherwise there would be none until that clock has come there again.
    """

    def get_due_jobs(self, now: datetime) -> list[Any]:
        for job in self.get_all_jobs():
            if job.next_run_time > now + timedelta(seconds=TICK_S):
                job.next_run_time = now
                self.update_job(job)
        found: list[Any] = super().get_due_jobs(now)
        return found


class Schedule:
    """Does at every tick what is due."""

    def __init__(self, record: Record, rulebook: Rulebook, due: Iterable[Due | Rounds]) -> None:
        self._record = record
        self._rulebook = rulebook
        every = tuple(due)
        self._due = tuple(one for one in every if isinstance(one, Due))
        self._queueing = Queueing(record, rulebook, [one for one in every if isinstance(one, Rounds)])
        self._scheduler = AsyncIOScheduler(jobstores={"default": Ticks()}, timezone="UTC")
        self._one = asyncio.Lock()  # the demo ticks too: never two at once

    async def know(self) -> None:
        """Note which kinds of notices there are. Call it once before the first tick: see Queueing."""
        await self._queueing.know()

    def start(self) -> None:
        self._scheduler.add_job(
            self._until_stopped, "interval", seconds=TICK_S, misfire_grace_time=None, coalesce=True, max_instances=1
        )
        self._scheduler.start()

    def stop(self) -> None:
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def tick(self) -> None:
        """Do what is due by now, each kind of work in transactions of its own. If one fails, the others are done all
        the same. However much there is of one kind, the others have their turn first.
        """
        async with self._one:
            until, patience = asyncio.get_running_loop().time() + LONGEST_S, Patience(PATIENCE_S)
            left = [one for one in self._due if await self._do(one, patience) and one.whole]
            while left and asyncio.get_running_loop().time() < until:
                left = [one for one in left if await self._do(one)]
            await self._queueing.go_on(LONGEST_S, patience)
            await self._sweep(patience)

    async def _until_stopped(self) -> None:
        """A tick. APScheduler cancels it when it stops, and would tell of that as of a fault."""
        with contextlib.suppress(asyncio.CancelledError):
            await self.tick()

    async def _sweep(self, patience: Patience) -> None:
        try:
            await self._record.sweep(patience)
        except Exception as error:  # the next tick tries again
            log.error("not_swept", error=type(error).__name__, passing=is_passing(error))

    async def _do(self, due: Due, patience: Patience | None = None) -> int:
        """One round of this work; returns how much was done, 0 if it failed. `patience`: shared with other work."""
        try:
            return await self._once(due, patience or True)
        except Exception as error:
            log.error("due_failed", due=due.name, error=type(error).__name__, passing=is_passing(error))
            return 0

    async def _once(self, due: Due, unhurried: bool | Patience) -> int:
        """Look, and do what is found in short steps: taps go in between. Returns how much was done."""
        now, done = self._record.now(), 0
        found = await self._record.read(lambda session: due.find(session, now, self._rulebook), unhurried=unhurried)
        for first in range(0, len(found), STEP):
            done += await self._step(due, found[first : first + STEP], now, unhurried)
        if due.says and done:
            log.info("removed", what=due.name, number=done)
        return done

    async def _step(self, due: Due, part: Sequence[Any], now: datetime, unhurried: bool | Patience) -> int:
        write = self._record.write_lightly if due.light else self._record.write
        return await write(lambda session: due.step(session, part, now, self._rulebook), unhurried=unhurried)
