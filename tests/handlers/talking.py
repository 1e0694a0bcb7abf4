"""Talking with the handlers through the real turns, without Telegram: what is said or pressed in, screens out."""

import functools
import itertools
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta

from telegram import Bot

from bot.clock import DemoClock
from bot.record import Record
from bot.sending.drawing import Drawing
from bot.updates.keeping import Keeping
from bot.updates.outcomes import Answer, Postponed
from bot.updates.preparing import Preparing
from bot.updates.turns import Turns
from content.importing.member_record import MemberRecord
from content.rules import Rulebook, Rules
from handlers import help, maintenance, privacy, settings, start
from handlers.access import activation, beside, login, new_password, session
from handlers.incoming import Incoming, Pressed, Said, Sender, Sent
from handlers.press import Press
from handlers.presses.privacy import Accept
from handlers.presses.start import LogIn
from handlers.routing import Routes
from handlers.screens.screen import Screen
from handlers.turn import House
from storage.engine.sessions import Sessions
from storage.people import chats, members
from storage.people.chat import Chat
from tests.cheap import cheap_hashing

FEATURES = (start, login, activation, beside, new_password, session, settings, privacy, help, maintenance)
CHOSEN = "kamo-river-88"
AOI = MemberRecord("1000000001", "青井 遥", date(1972, 2, 4), mamis_id="M2026-0001", registry_no="300001")
SHIRO = MemberRecord("1000000006", "白石 結子", date(1991, 6, 15))
TOKYO = MemberRecord("tokyo", "東京見本医師会", date(1980, 1, 1), can_earn=False)


def rulebook(**changes: object) -> Rulebook:
    """One rule for all days, changed."""
    return Rulebook([(date.min, replace(Rules(version="test"), **changes))])  # type: ignore[arg-type]  # Rules' fields


@functools.cache
def nobody() -> Bot:
    """A bot that is never asked to call. Made once: it reads all authorities of certificates, twice."""
    return Bot("1:no-calls")


class Room:
    """What all who talk share: the record, the clock, the cheapest real hash."""

    def __init__(self, sessions: Sessions, house: House, now: datetime) -> None:
        self.sessions = sessions
        self.clock = DemoClock(now, runs=False)
        self.hashing = cheap_hashing()
        self.record = Record(sessions, self.clock)
        self.preparing = Preparing(self.hashing, nobody(), Drawing(), Keeping(self.record))
        self.turns = Turns(self.record, Routes(FEATURES), house)
        self.numbers = itertools.count(1)

    def waits(self, **time: float) -> None:
        """Let time go by."""
        self.clock.jump(self.clock.now() + timedelta(**time))

    def joins(self, *records: MemberRecord) -> None:
        """Import members."""
        with self.sessions.begin() as session:
            for record in records:
                members.put(session, self.sessions.cipher, record, self.clock.now())

    def id_of(self, record: MemberRecord) -> int:
        with self.sessions.begin() as session:
            found = members.account(session, self.sessions.cipher, record.member_no, member_no=True, mamis_id=False)
        return found.id

    def guest(self, telegram_id: int, language: str = "ja") -> "Guest":
        return Guest(self, telegram_id, language)

    def close(self) -> None:
        self.hashing.close()
        self.record.close()


def room(sessions: Sessions, house: House, now: datetime) -> closing[Room]:
    """A room, closed in the end."""
    return closing(Room(sessions, house, now))


class Guest:
    """One Telegram user."""

    def __init__(self, room: Room, telegram_id: int, language: str) -> None:
        self.room = room
        self.telegram_id = telegram_id
        self.language = language
        self.sender = Sender()

    async def says(self, text: str, *, deleted: bool = True) -> Screen:
        return await self._does(Said(text), deleted)

    async def taps(self, press: Press) -> Screen:
        """Press a button on a message of its own: nothing is shown here that could be pressed twice."""
        return await self._does(Pressed(press.pack(), next(self.room.numbers)), deleted=True)

    async def sends(self, file: Sent) -> Screen:
        return await self._does(file, deleted=True)

    async def logs_in(self, record: MemberRecord, password: str = CHOSEN) -> Screen:
        """With a password that was chosen before."""
        await self.comes_to_password(record.member_no)
        return await self.says(password)

    async def comes_to_password(self, typed_id: str) -> Screen:
        await self.taps(LogIn(again=True))
        if not self.chat.expects:
            await self.taps(Accept(self.room.turns.house.rulebook.now(self.room.clock.now()).privacy_notice))
        return await self.says(typed_id)

    async def chooses(self, record: MemberRecord, password: str = CHOSEN) -> Screen:
        """The whole first login."""
        await self.comes_to_password(record.member_no)
        await self.says(f"{record.birth_date:%y%m%d}")
        return await self.says(password)

    @property
    def chat(self) -> Chat:
        with self.room.sessions.begin() as session:
            return chats.meet(session, self.room.sessions.cipher, self.telegram_id, "ja", self.room.clock.now())

    @property
    def member_id(self) -> int:
        """The member who is logged in here; 0 for nobody."""
        caller = self.chat.caller
        return 0 if caller is None else caller.id

    async def _does(self, what: Said | Pressed | Sent, deleted: bool) -> Screen:
        turns, number = self.room.turns, next(self.room.numbers)
        incoming = Incoming(number, self.telegram_id, self.language, number, what, sender=self.sender)
        outcome = await turns.take(incoming, lambda: b"")
        if isinstance(outcome, Postponed):
            prepared = await self.room.preparing.do(outcome.work, self.telegram_id, message_deleted=deleted)
            outcome = await turns.finish(incoming, prepared)
        assert isinstance(outcome, Answer), outcome
        return outcome.screen


def presses(screen: Screen) -> Sequence[Press]:
    """What can be pressed on a screen, in reading order."""
    return [button.press for row in screen.rows for button in row if button.press is not None]
