"""The schedule only ticks; what is due is a query, so that a tick missed is made up for by the next one.

APScheduler drops a job that starts a second late unless told otherwise (misfire_grace_time=None).
"""

import asyncio

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy.orm import Session

from bot.logs import get
from bot.sending.delivery import Delivery
from bot.updates.turns import Turns
from content.rules import Rulebook
from storage.engine.sessions import is_passing
from storage.journal import due
from storage.post import updates
from storage.study import reminders, watching

log = get("schedule")
TICK_S = 20


class Schedule:
    """Asks, every so often, what is due."""

    def __init__(self, turns: Turns, delivery: Delivery, rulebook: Rulebook) -> None:
        self._turns = turns
        self._delivery = delivery
        self._rulebook = rulebook
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._one = asyncio.Lock()

    def start(self) -> None:
        self._scheduler.add_job(
            self.tick, "interval", seconds=TICK_S, misfire_grace_time=None, coalesce=True, max_instances=1
        )
        self._scheduler.start()

    def stop(self) -> None:
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    async def tick(self) -> None:
        """Write the letters that are due by now, and tidy up."""
        async with self._one:
            try:
                written = await self._turns.write(self._due)
                while graded := await self._turns.write(self._graded):  # short transactions: taps go in between
                    written += graded
            except Exception as error:
                log.error("tick_failed", error=type(error).__name__, passing=is_passing(error))
                return
        if written:
            self._delivery.wake()

    def _due(self, session: Session) -> int:
        now = self._turns.clock.now()
        updates.forget_old(session, now)
        watching.end_idle(session, now)
        rules = self._rulebook.now(now)
        return reminders.write_due(session, now, rules) + due.remind_due(session, now, rules)

    def _graded(self, session: Session) -> int:
        return due.grade_due(session, self._turns.clock.now(), self._rulebook)
