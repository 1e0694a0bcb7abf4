"""Carries long work that staff ask for in the chat, in short steps between the turns of members, and shows its bar.

One job is carried at a time by each carrier. If this process ends in between, another one goes on where it stopped.
What is done is said by a carrier of its own for each kind of work: imports (bot/importing.py), exports
(bot/exporting.py). What falls due to many at once, and nobody waits for at a screen, is queued by bot/queueing.py.
"""

import asyncio
import contextlib
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, ClassVar, TypeVar

from sqlalchemy.orm import Session
from telegram.error import TelegramError

from bot.logs import get
from bot.record import Record, until_kept
from bot.sending.insisting import Unreachable
from bot.sending.showing import Showing
from content.keys.job import JobKey
from content.rules import Rulebook
from content.words import Words, speak
from handlers.screens.screen import Screen
from storage.engine import jobs
from storage.engine.jobs import Held
from storage.engine.pace import Pace
from storage.engine.sessions import Sessions, is_passing
from storage.people import chats

log = get("carrying")
IDLE_S = 1.0
"""How often it is looked whether somebody asked for work: a look costs less than a millisecond."""
SHOWN_EVERY, SHOWN_FIRST = timedelta(seconds=2), timedelta(milliseconds=200)
"""How often the bar is shown, and how soon for the first time: whoever begins the work looks at it."""
T = TypeVar("T")
Drawn = Callable[[Words, timedelta | None], Screen]


@dataclass(frozen=True)
class Bar:
    """Who let the work be done, what a living message shows that follows it, and how it is drawn: in these words, with
    how long it will still take.
    """

    by: int | None
    subject: str
    drawn: Drawn


class Carrying(ABC):
    """A carrier. A subclass says which jobs it carries, what waits to be begun, and what a step does."""

    called: ClassVar[str]
    kinds: ClassVar[tuple[type[JobKey], ...]]

    def __init__(
        self, record: Record, sessions: Sessions, showing: Showing, rulebook: Rulebook, pace: Pace | None = None
    ) -> None:
        self._record = record
        self._sessions = sessions
        self._showing = showing
        self._rulebook = rulebook
        self._pace = pace or Pace()
        self._one = asyncio.Lock()

    @abstractmethod
    def first_queued(self, session: Session) -> int | None:
        """The number of what waits longest for its turn; None: nothing waits."""

    @abstractmethod
    def start(self, session: Session, number: int, now: datetime) -> Held[Any] | None:
        """Begin it. None: the record changed since it was shown, which is told; or another one is under way."""

    @abstractmethod
    async def next_step(self, held: Held[Any]) -> Held[Any]:
        """Do one step."""

    @abstractmethod
    def give_up(self, session: Session, number: int, now: datetime) -> None:
        """Put down that the work failed for good outside of a step. A step that fails has put that down itself."""

    @abstractmethod
    def bar(self, session: Session, number: int) -> Bar | None:
        """The work as it stands now, to be shown; None: it is not there any more."""

    async def run(self) -> None:
        while True:
            try:
                while await self.step():
                    pass
            except Exception as error:
                name, passing = type(error).__name__, is_passing(error)
                log.error(f"{self.called}_failed", error=name, passing=passing, exc_info=error)
            await asyncio.sleep(IDLE_S)

    async def step(self) -> bool:
        """Carry what was begun, or begin what waits, to its end. False if there is nothing to do."""
        async with self._one:
            held = await self._taken_up()
            if held is None:
                return False
            await self.carry(held)
            self._record.letters_written()
            return True

    async def carry(self, held: Held[Any]) -> None:
        """Bring a job to its end, and show from time to time how far it is."""
        begun = self._record.steady()
        shown = begun - SHOWN_EVERY + SHOWN_FIRST
        first, number = held.done, held.key.number
        try:
            while not held.over:
                held = await self.next_step(held)
                now = self._record.steady()
                if now - shown >= SHOWN_EVERY and not held.over:
                    shown = now
                    await self._show(number, _left(held, abs(held.done - first), now - begun))
        except jobs.Lost:
            log.info(f"{self.called}_lost", number=number)
        except Exception as error:
            # without its text, which may hold a member's words
            log.error(f"{self.called}_given_up", number=number, error=type(error).__name__)
            at = self._record.now()
            await until_kept(lambda: self._record.write(lambda session: self.give_up(session, number, at)))

    async def kept(self, act: Callable[[Sessions], T]) -> T:
        """A transaction of its own, tried again as long as its failure may pass."""
        return await until_kept(lambda: self._record.step(act))

    async def _taken_up(self) -> Held[Any] | None:
        now, kinds = self._record.now(), self.kinds
        if await self._record.read(lambda session: jobs.is_free(session, kinds, now), unhurried=True):
            return await self._record.write(lambda session: jobs.claim(session, kinds, now), unhurried=True)
        number = await self._record.read(self.first_queued, unhurried=True)
        if number is None:
            return None
        begun = await self._record.write(lambda session: self.start(session, number, now), unhurried=True)
        if begun is None:  # what became of it is told by a letter
            self._record.letters_written()
        return begun

    async def _show(self, number: int, left: timedelta | None) -> None:
        """Edit the screen of whoever let it be done, if that screen is still there. If it fails, it does not matter."""

        def look(session: Session) -> tuple[Bar, Any] | None:
            bar = self.bar(session, number)
            chat = chats.of_person(session, bar.by) if bar is not None and bar.by is not None else None
            return None if bar is None or chat is None else (bar, chat)

        found = await self._record.read(look, unhurried=True)
        if found is None:
            return
        bar, chat = found
        if chat.living_message and chat.living_subject == bar.subject:
            with contextlib.suppress(TelegramError, Unreachable):
                screen = bar.drawn(speak(chat.language), left)
                await self._showing.edit(chat.telegram_id, chat.living_message, screen)


def _left(held: Held[Any], done: int, time: timedelta) -> timedelta | None:
    """How long it will still take, if it goes on as it did."""
    rest = held.done if held.state == "undoing" else held.total - held.done
    return time / done * rest if done else None
