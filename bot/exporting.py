"""Counts and makes the exports of credits (bot/carrying.py)."""

import asyncio
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.carrying import Bar, Carrying
from bot.record import Record
from bot.sending.showing import Showing
from content.keys.jobs import CountExport, MakeExport
from content.rules import Rulebook
from handlers.screens.staff import exporting as screens
from storage.engine import jobs
from storage.engine.jobs import Held, Way
from storage.engine.sessions import Sessions
from storage.exporting import exports, making


class Exporting(Carrying):
    """Counts and makes."""

    called = "export"
    kinds = (CountExport, MakeExport)

    def __init__(self, record: Record, sessions: Sessions, showing: Showing, rulebook: Rulebook) -> None:
        super().__init__(record, sessions, showing, rulebook, making.pace())

    def first_queued(self, session: Session) -> int | None:
        found = exports.first_queued(session)
        return None if found is None else found.number

    def start(self, session: Session, number: int, now: datetime) -> Held[Any] | None:
        return exports.start(session, number, now)

    async def next_step(self, held: Held[Any]) -> Held[Any]:
        """What it reads keeps nobody waiting. The time that the writing takes sets the size of the next step."""
        act = await asyncio.to_thread(making.next_step, self._sessions, held, self._rulebook, self._pace.size)
        return await self.kept(lambda sessions: self._timed(sessions, act, held))

    def give_up(self, session: Session, number: int, now: datetime) -> None:
        exports.fail(session, number, now)

    def bar(self, session: Session, number: int) -> Bar | None:
        one = exports.standing(session, number)
        if one is None:
            return None
        days = self._rulebook.now(self._record.now()).retention.exports.days
        return Bar(one.by, screens.subject(number), lambda words, left: screens.card(one, words, days=days, left=left))

    def _timed(self, sessions: Sessions, act: making.Step, held: Held[Any]) -> Held[Any]:
        begun = self._record.steady()
        after = jobs.step(sessions, Way(act, failed=self._failed), held, self._record.now())
        self._pace.took(self._record.steady() - begun)
        return after

    def _failed(self, session: Session, held: Held[Any], now: datetime) -> None:
        self.give_up(session, held.key.number, now)
