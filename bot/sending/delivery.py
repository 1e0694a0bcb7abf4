"""Letters out: claimed in one transaction, sent while none is open, settled in another.

A failure says whether it is for ever (the bot was blocked) or passing (asked to wait, no connection). If nobody knows
whether a letter arrived, its key decides: one that may arrive twice is sent again, any other is not.
"""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from typing import Any

from sqlalchemy.orm import Session
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.logs import get
from bot.operator import Operator
from bot.record import Record
from bot.sending.pace import Pace
from bot.sending.papers import NoPaper, Papers
from bot.sending.showing import Showing, seconds_of
from bot.sending.transport import NotSent
from content import rules
from content.letter import BadSubject
from content.words import speak
from handlers.keeping import PaperGone
from handlers.screens.screen import Place, Screen
from handlers.turn import House, Turn, Unwanted, Writes
from storage.engine.sessions import is_passing
from storage.people import chats
from storage.post import letters
from storage.post.letters import Letter, Unread

log = get("delivery")
AnyLetter = Letter[Any]
IDLE_S = 1.0
MOST_TRIES = 8


@dataclass(frozen=True)
class Written:
    """A letter as it is to be sent now."""

    chat: chats.Chat
    screen: Screen


@dataclass(frozen=True)
class Later:
    """The letter has to wait: these are quiet hours."""


class Delivery:
    """Sends what is due. Any number of processes may do so: only one of them claims a letter."""

    def __init__(
        self,
        record: Record,
        house: House,
        showing: Showing,
        kinds: Iterable[Writes[Any]],
        papers: Papers,
        operator: Operator,
        pace: Pace,
    ) -> None:
        self.record = record
        self.house = house
        self.showing = showing
        self.kinds = {kind.key: kind for kind in kinds}
        self.papers = papers
        self.operator = operator
        self.pace = pace
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Look now: a letter may have been written."""
        self._woken.set()

    async def run(self) -> None:
        """Send what is due, until the task is cancelled."""
        while True:
            try:
                if await self.step():
                    continue
            except Exception as error:
                # The loop must outlive a locked database, and say that it met one.
                log.error("delivery_failed", error=type(error).__name__, passing=is_passing(error))
            self._woken.clear()
            try:
                await asyncio.wait_for(self._woken.wait(), IDLE_S)
            except TimeoutError:
                continue

    async def step(self) -> int:
        """Send one batch of what is due; returns how many letters were claimed."""
        now = self.record.now()
        claimed = await self.record.write(lambda session: letters.claim(session, now))
        # The letters of one member go one after another, those of different members side by side.
        by_member = sorted(claimed, key=lambda letter: (letter.member_id, letter.id))
        groups = [list(group) for _, group in groupby(by_member, key=lambda letter: letter.member_id)]
        await asyncio.gather(*(self._deliver_all(group) for group in groups))
        return len(claimed)

    async def _deliver_all(self, group: Sequence[AnyLetter]) -> None:
        for letter in group:
            await self._deliver(letter)

    async def _deliver(self, letter: AnyLetter) -> None:
        try:
            written = await self.record.read(lambda session: self._write(session, letter))
        except Exception as error:
            if is_passing(error):
                await self._postpone(letter, timedelta(seconds=5), "record not read")
                return
            log.error("letter_not_written", letter=letter.id, kind=letter.kind, exc_info=error)
            said = f"A letter could not be written: {letter.id} ({letter.kind}), {type(error).__name__}"
            self.operator.tell("letter not written", said)
            await self._settle(letter, "failed", type(error).__name__)
            return
        if isinstance(written, Unwanted):
            await self._settle(letter, "dropped", written.why)
        elif isinstance(written, Later):
            at = rules.after_quiet(self.record.now())
            await self.record.write(lambda session: letters.postpone(session, letter.id, at, "quiet hours"))
        else:
            await self._send(letter, written)

    def _write(self, session: Session, letter: AnyLetter) -> Written | Unwanted | Later:
        """What the letter says by the record of now. Preferences are read here and not when it was queued: they may
        have changed.
        """
        now = self.record.now()
        # The kind is known and its subject can't be read: a fault of ours, not a letter of a newer version.
        if isinstance(letter.key, Unread) and letter.key.known:
            raise BadSubject(f"letter {letter.id}")
        kind = self.kinds.get(type(letter.key))
        if kind is None:
            return Unwanted("no such kind")
        if letter.key.waits and rules.is_quiet(now):
            return Later()
        chat = _recipient(session, letter)
        if chat is None:
            return Unwanted("not logged in anywhere")
        if not chat.reachable:
            return Unwanted("the bot is blocked")
        caller = chats.caller(session, letter.member_id)
        turn = Turn(session, chat, now, speak(chat.language), self.house, 0, member=caller)
        screen = kind.make(turn, letter)
        return screen if isinstance(screen, Unwanted) else Written(chat, screen)

    async def _send(self, letter: AnyLetter, written: Written) -> None:
        await self.pace.turn(written.chat.telegram_id)
        try:
            message_id = await self._put_out(written)
        except Forbidden:
            await self.record.write(lambda session: chats.lost(session, written.chat.id))
            await self._settle(letter, "failed", "the bot is blocked")
        except RetryAfter as error:
            wait = seconds_of(error)
            self.pace.pause(wait)
            await self._postpone(letter, timedelta(seconds=wait), "asked to wait")
        except NotSent:
            await self._postpone(letter, _growing(letter), "no connection")
        except NoPaper as error:
            said = f"A paper could not be drawn: {letter.id} ({letter.kind}), {error}"
            self.operator.tell("paper not drawn", said)
            await self._hold(letter, str(error))
        except PaperGone:
            await self._settle(letter, "dropped", "the file is gone")
        except BadRequest as error:  # a NetworkError too, so it comes before that
            said = f"A letter was refused by Telegram: {letter.id} ({letter.kind}), {error.message}"
            self.operator.tell("letter refused", said)
            await self._settle(letter, "failed", error.message)
        except (NetworkError, TelegramError) as error:  # it may have arrived
            await self._unsure(letter, type(error).__name__)
        else:
            await self._sent(letter, written, message_id)

    async def _put_out(self, written: Written) -> int:
        """Edit, upload or send; returns the number of the message."""
        chat, screen = written.chat, written.screen
        if screen.paper is not None:
            await self.showing.doing(chat.telegram_id, "upload_document")
            content, name = await self.papers.fetch(screen.paper), screen.paper.file_name
            protected = screen.paper.protected
            return await self.showing.send_paper(chat.telegram_id, screen, content, name, protected=protected)
        shows_it = bool(chat.living_message) and chat.living_subject == screen.subject != ""
        living = screen.place is Place.LIVING and shows_it
        if living and await self.showing.edit(chat.telegram_id, chat.living_message, screen):
            return chat.living_message
        return await self.showing.send(chat.telegram_id, screen)

    async def _sent(self, letter: AnyLetter, written: Written, message_id: int) -> None:
        now = self.record.now()
        screen, chat = written.screen, written.chat

        def settle(session: Session) -> None:
            letters.settle(session, letter.id, "sent", now, message_id=message_id)
            if screen.place is Place.LIVING and screen.paper is None and message_id != chat.living_message:
                chats.show(session, chat.id, message_id, screen.subject)

        await self.record.write(settle)
        log.info("letter_sent", letter=letter.id, kind=letter.kind)

    async def _hold(self, letter: AnyLetter, outcome: str) -> None:
        """Send no paper rather than one with a hole in a name. The member is told so in a letter of its own."""
        now, instead = self.record.now(), letter.key.instead()

        def settle(session: Session) -> None:
            letters.settle(session, letter.id, "failed", now, outcome=outcome)
            if instead is not None:
                letters.put(session, member_id=letter.member_id, key=instead, slot=letter.slot, at=now)

        await self.record.write(settle)

    async def _unsure(self, letter: AnyLetter, outcome: str) -> None:
        if letter.key.again and letter.tries < MOST_TRIES:
            await self._postpone(letter, _growing(letter), outcome)
        else:
            await self._settle(letter, "unknown", outcome)

    async def _settle(self, letter: AnyLetter, state: str, outcome: str) -> None:
        now = self.record.now()
        await self.record.write(lambda session: letters.settle(session, letter.id, state, now, outcome=outcome))
        log.info("letter_settled", letter=letter.id, kind=letter.kind, state=state, outcome=outcome)

    async def _postpone(self, letter: AnyLetter, by: timedelta, outcome: str) -> None:
        at = self.record.now() + by
        await self.record.write(lambda session: letters.postpone(session, letter.id, at, outcome))


def _recipient(session: Session, letter: AnyLetter) -> chats.Chat | None:
    # The news that a session ended goes to the chat that lost it, not to the member's present one.
    if letter.chat_id is not None:
        return chats.by_id(session, letter.chat_id)
    return chats.of_member(session, letter.member_id)


def _growing(letter: AnyLetter) -> timedelta:
    return timedelta(seconds=min(2**letter.tries, 300))
