"""Counts and makes the exports of credits, in short steps between the turns of members, and shows their bar.

One is carried at a time. If this process ends in between, another one goes on where it stopped.
"""

import asyncio
import contextlib
from datetime import timedelta
from typing import Any

from telegram.error import TelegramError

from bot.logs import get
from bot.record import Record, until_kept
from bot.sending.insisting import Unreachable
from bot.sending.showing import Showing
from content.keys.jobs import CountExport, MakeExport
from content.rules import Rulebook
from content.words import speak
from handlers.screens.staff import exporting as screens
from storage.engine import jobs
from storage.engine.jobs import Held, Way
from storage.engine.sessions import Sessions, is_passing
from storage.exporting import exports, making
from storage.people import chats

log = get("exporting")
IDLE_S = 1.0
"""How often it is looked whether somebody asked for an export: a look costs less than a millisecond."""
SHOWN_EVERY = timedelta(seconds=2)
KINDS = (CountExport, MakeExport)


class Exporting:
    """Counts and makes."""

    def __init__(self, record: Record, sessions: Sessions, showing: Showing, rulebook: Rulebook) -> None:
        self._record = record
        self._sessions = sessions
        self._showing = showing
        self._rulebook = rulebook
        self._pace = making.pace()
        self._one = asyncio.Lock()

    async def run(self) -> None:
        while True:
            try:
                while await self.step():
                    pass
            except Exception as error:
                log.error("export_failed", error=type(error).__name__, passing=is_passing(error), exc_info=error)
            await asyncio.sleep(IDLE_S)

    async def step(self) -> bool:
        """Carry what was begun, or begin what waits, to its end. False if there is nothing to do."""
        async with self._one:
            held = await self._taken_up()
            if held is None:
                return False
            await self._carry(held)
            self._record.letters_written()
            return True

    async def _taken_up(self) -> Held[Any] | None:
        now = self._record.now()
        if await self._record.read(lambda session: jobs.is_free(session, KINDS, now), unhurried=True):
            return await self._record.write(lambda session: jobs.claim(session, KINDS, now), unhurried=True)
        queued = await self._record.read(exports.first_queued, unhurried=True)
        if queued is None:
            return None
        number = queued.number
        begun = await self._record.write(lambda session: exports.start(session, number, now), unhurried=True)
        if begun is None:  # another one of its scope was made since it was counted, which is told; or one is under way
            self._record.letters_written()
        return begun

    async def _carry(self, held: Held[Any]) -> None:
        begun = shown = self._record.steady()
        first = held.done
        try:
            while not held.over:
                held = await self._step(held)
                now = self._record.steady()
                if now - shown >= SHOWN_EVERY and not held.over:
                    shown = now
                    await self._show(held, _left(held, held.done - first, now - begun))
        except jobs.Lost:
            log.info("export_lost", number=held.key.number)
        except Exception as error:
            log.error("export_dropped", number=held.key.number, error=type(error).__name__, exc_info=error)
            number, at = held.key.number, self._record.now()
            await until_kept(lambda: self._record.write(lambda session: exports.fail(session, number, at)))

    async def _step(self, held: Held[Any]) -> Held[Any]:
        """One step: what it reads keeps nobody waiting, and what it writes is tried again while a failure may pass. The
        time that the writing takes sets the size of the next step.
        """
        act = await asyncio.to_thread(making.next_step, self._sessions, held, self._rulebook, self._pace.size)
        return await until_kept(lambda: self._record.step(lambda sessions: self._timed(sessions, act, held)))

    def _timed(self, sessions: Sessions, act: making.Step, held: Held[Any]) -> Held[Any]:
        begun = self._record.steady()
        after = jobs.step(sessions, Way(act), held, self._record.now())
        self._pace.took(self._record.steady() - begun)
        return after

    async def _show(self, held: Held[Any], left: timedelta | None) -> None:
        """Edit the screen of whoever let it be done, if that screen is still there. If it fails, it does not matter."""
        number = held.key.number
        one = await self._record.read(lambda session: exports.standing(session, number), unhurried=True)
        if one is None or one.by is None:
            return
        by = one.by
        chat = await self._record.read(lambda session: chats.of_person(session, by), unhurried=True)
        if chat is None or not chat.living_message or chat.living_subject != screens.subject(number):
            return
        days = self._rulebook.now(self._record.now()).retention.exports.days
        screen = screens.card(one, speak(chat.language), days=days, left=left)
        with contextlib.suppress(TelegramError, Unreachable):
            await self._showing.edit(chat.telegram_id, chat.living_message, screen)


def _left(held: Held[Any], done: int, time: timedelta) -> timedelta | None:
    """How long it will still take, if it goes on as it did."""
    return time / done * (held.total - held.done) if done else None
