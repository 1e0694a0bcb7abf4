"""Reads, applies and undoes the imports that staff sent in the chat (bot/carrying.py)."""

import asyncio
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from bot.carrying import Bar, Carrying
from bot.kinds import KINDS
from content.importing.report import GONE, State
from content.keys.jobs import ApplyImport, ReadImport
from handlers.screens.staff import importing as screens
from storage.engine.cipher import Unreadable
from storage.engine.jobs import Held, Stepped, Way
from storage.files import parts
from storage.importing import applying, imports, reading, staged


class Importing(Carrying):
    """Reads, applies and undoes."""

    called = "import"
    kinds = (ReadImport, ApplyImport)

    def first_queued(self, session: Session) -> int | None:
        found = imports.first_of(session, State.QUEUED)
        return None if found is None else found.number

    def start(self, session: Session, number: int, now: datetime) -> Held[Any] | None:
        return imports.start(session, number, now)

    async def carry(self, held: Held[Any]) -> None:
        """Make its report, or do what the report says."""
        if isinstance(held.key, ReadImport):
            await self._read(held)
        else:
            await super().carry(held)

    async def next_step(self, held: Held[Any]) -> Held[Any]:
        return await self._step(held, applying.way(self._pace, self._rulebook, KINDS))

    def give_up(self, session: Session, number: int, now: datetime) -> None:
        imports.stop(session, number, now)

    def bar(self, session: Session, number: int) -> Bar | None:
        one = imports.standing(session, number)
        if one is None:
            return None
        return Bar(
            one.by,
            screens.subject(number),
            lambda words, left: screens.card(one, words, can_undo=False, left=left),
        )

    # its report

    async def _read(self, held: Held[ReadImport]) -> None:
        """Make the report. What an earlier process had put down of it is made anew."""
        number = held.key.number
        one = await self._record.read(lambda session: imports.standing(session, number), unhurried=True)
        if one is None or one.state is not State.READING or one.file is None:
            await self._step(held, Way(lambda _session, _job, _at: Stepped(0, over=True)))
            return
        file, digest = one.file, one.digest
        try:
            raw = await self._record.read(lambda session: parts.content(session, file, digest), unhurried=True)
        except Unreadable:
            await self._step(held, Way(lambda session, _job, at: _gone(session, number, at)))
            return
        while await self._record.write(lambda session: staged.remove(session, number, self._pace.size), unhurried=True):
            pass
        writes = reading.report(self._sessions, number, raw, self._record.now(), self._pace, self._rulebook, KINDS)
        while (act := await asyncio.to_thread(next, writes, None)) is not None:
            held = await self._step(held, Way(partial(_done, act)))
        await self._step(held, Way(lambda _session, _job, _at: Stepped(0, over=True)))

    async def _step(self, held: Held[Any], way: Way[Any]) -> Held[Any]:
        """One transaction. What it takes, with the wait for its moment, sets the size of the next."""
        begun = self._record.steady()
        after = await self.kept(lambda sessions: self.stepped(sessions, way, held))
        self._pace.took(self._record.steady() - begun)
        return after


def _done(act: reading.Write, session: Session, _job: Held[Any], _at: datetime) -> Stepped:
    act(session)
    return Stepped(1)


def _gone(session: Session, number: int, at: datetime) -> Stepped:
    imports.settle(session, number, State.DROPPED, at, GONE)
    return Stepped(0, over=True)
