"""Carries the imports that staff sent in the chat, in short steps between the turns of members, and shows their bar.

One import is carried at a time. If this process ends in between, another one goes on where it stopped.
"""

import asyncio
import contextlib
from datetime import datetime, timedelta
from typing import Any

from telegram.error import TelegramError

from bot.logs import get
from bot.record import Record, until_kept
from bot.sending.insisting import Unreachable
from bot.sending.showing import Showing
from content.importing.report import GONE, State
from content.keys.jobs import ApplyImport, ReadImport
from content.rules import Rulebook
from content.words import speak
from handlers.screens.staff import importing as screens
from storage.engine import jobs
from storage.engine.cipher import Unreadable
from storage.engine.jobs import Held, Stepped, Way
from storage.engine.pace import Pace
from storage.engine.sessions import Sessions, is_passing
from storage.files import parts
from storage.importing import applying, imports, reading, staged
from storage.people import chats

log = get("importing")
IDLE_S = 1.0
"""How often it is looked whether somebody sent a file: a look costs less than a millisecond."""
SHOWN_EVERY = timedelta(seconds=2)
KINDS = (ReadImport, ApplyImport)


class Importing:
    """Reads, applies and undoes."""

    def __init__(self, record: Record, sessions: Sessions, showing: Showing, rulebook: Rulebook) -> None:
        self._record = record
        self._sessions = sessions
        self._showing = showing
        self._rulebook = rulebook
        self._pace = Pace()
        self._one = asyncio.Lock()

    async def run(self) -> None:
        while True:
            try:
                while await self.step():
                    pass
            except Exception as error:
                log.error("import_failed", error=type(error).__name__, passing=is_passing(error), exc_info=error)
            await asyncio.sleep(IDLE_S)

    async def step(self) -> bool:
        """Carry what was begun, or begin what waits, to its end. False if there is nothing to do."""
        async with self._one:
            held = await self._taken_up()
            if held is None:
                return False
            if isinstance(held.key, ReadImport):
                await self._read(held)
            else:
                await self._carry(held)
            self._record.letters_written()
            return True

    async def _taken_up(self) -> Held[Any] | None:
        now = self._record.now()
        if await self._record.read(lambda session: jobs.is_free(session, KINDS, now), unhurried=True):
            return await self._record.write(lambda session: jobs.claim(session, KINDS, now), unhurried=True)
        queued = await self._record.read(lambda session: imports.first_of(session, State.QUEUED), unhurried=True)
        if queued is None:
            return None
        number = queued.number
        begun = await self._record.write(lambda session: imports.start(session, number, now), unhurried=True)
        if begun is None:  # the record changed since its report, which is told; or another one is under way
            self._record.letters_written()
        return begun

    # its report

    async def _read(self, held: Held[ReadImport]) -> None:
        """Make the report. What an earlier process had put down of it is made anew."""
        number = held.key.number
        one = await self._record.read(lambda session: imports.standing(session, number), unhurried=True)
        if one is None or one.state is not State.READING or one.file is None:
            await self._step(held, lambda _session, _job, _at: Stepped(0, over=True))
            return
        file, digest = one.file, one.digest
        try:
            raw = await self._record.read(lambda session: parts.content(session, file, digest), unhurried=True)
        except Unreadable:
            await self._step(held, lambda session, _job, at: _gone(session, number, at))
            return
        while await self._record.write(lambda session: staged.remove(session, number, self._pace.size), unhurried=True):
            pass
        writes = reading.report(self._sessions, number, raw, self._record.now(), self._pace, self._rulebook)
        while (act := await asyncio.to_thread(next, writes, None)) is not None:
            held = await self._step(held, lambda session, _job, _at, act=act: _done(act, session))
        await self._step(held, lambda _session, _job, _at: Stepped(0, over=True))

    # what the report says

    async def _carry(self, held: Held[ApplyImport]) -> None:
        way, begun, shown = applying.way(self._pace, self._rulebook), self._record.steady(), self._record.steady()
        first = held.done
        try:
            while not held.over:
                held = await self._step(held, way)
                now = self._record.steady()
                if now - shown >= SHOWN_EVERY and not held.over:
                    shown = now
                    await self._show(held, _left(held, abs(held.done - first), now - begun))
        except jobs.Lost:
            log.info("import_lost", number=held.key.number)
        except Exception as error:
            log.error("import_undone", number=held.key.number, error=type(error).__name__)
            number, at = held.key.number, self._record.now()
            await until_kept(lambda: self._record.write(lambda session: imports.take_back(session, number, at)))

    async def _step(self, held: Held[Any], way: Any) -> Held[Any]:
        """One transaction, tried again as long as its failure may pass. What it takes sets the size of the next."""
        whole = way if isinstance(way, Way) else Way(way)
        begun = self._record.steady()
        after = await until_kept(
            lambda: self._record.step(lambda sessions: jobs.step(sessions, whole, held, self._record.now()))
        )
        self._pace.took(self._record.steady() - begun)
        return after

    async def _show(self, held: Held[ApplyImport], left: timedelta | None) -> None:
        """Edit the screen of whoever let it be done, if that screen is still there. If it fails, it does not matter."""
        number = held.key.number
        one = await self._record.read(lambda session: imports.standing(session, number), unhurried=True)
        if one is None or one.by is None:
            return
        by = one.by
        chat = await self._record.read(lambda session: chats.of_person(session, by), unhurried=True)
        if chat is None or not chat.living_message or chat.living_subject != screens.subject(number):
            return
        screen = screens.card(one, speak(chat.language), can_undo=False, left=left)
        with contextlib.suppress(TelegramError, Unreachable):
            await self._showing.edit(chat.telegram_id, chat.living_message, screen)


def _left(held: Held[ApplyImport], done: int, time: timedelta) -> timedelta | None:
    """How long it will still take, if it goes on as it did."""
    rest = held.done if held.state == "undoing" else held.total - held.done
    return time / done * rest if done else None


def _done(act: reading.Write, session: Any) -> Stepped:
    act(session)
    return Stepped(1)


def _gone(session: Any, number: int, at: datetime) -> Stepped:
    imports.settle(session, number, State.DROPPED, at, GONE)
    return Stepped(0, over=True)
