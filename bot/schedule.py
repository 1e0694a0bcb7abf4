"""The schedule only ticks. What is due is a query, so that the next tick makes up for one that was missed.

APScheduler drops a job that starts a second late unless told otherwise (misfire_grace_time=None).
"""

import asyncio
from collections.abc import Iterable

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.logs import get
from bot.record import Record
from bot.sending.delivery import Delivery
from content.rules import Rulebook
from handlers.due import Due
from storage.engine.sessions import is_passing

log = get("schedule")
TICK_S = 20


class Schedule:
    """Does at every tick what is due."""

    def __init__(self, record: Record, delivery: Delivery, rulebook: Rulebook, due: Iterable[Due]) -> None:
        self._record = record
        self._delivery = delivery
        self._rulebook = rulebook
        self._due = tuple(due)
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._one = asyncio.Lock()  # the demo ticks too: never two at once

    def start(self) -> None:
        self._scheduler.add_job(
            self.tick, "interval", seconds=TICK_S, misfire_grace_time=None, coalesce=True, max_instances=1
        )
        self._scheduler.start()

    def stop(self) -> None:
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def tick(self) -> None:
        """Do what is due by now, each kind of work in transactions of its own. If one fails, the others are done all
        the same.
        """
        async with self._one:
            done = 0
            for one in self._due:
                try:
                    done += await self._do(one)
                except Exception as error:
                    log.error("due_failed", due=one.name, error=type(error).__name__, passing=is_passing(error))
        if done:
            self._delivery.wake()

    async def _do(self, due: Due) -> int:
        done = step = await self._step(due)
        while due.whole and step:
            step = await self._step(due)
            done += step
        return done

    async def _step(self, due: Due) -> int:
        now = self._record.now()
        return await self._record.write(lambda session: due.step(session, now, self._rulebook))
