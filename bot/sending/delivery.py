"""Letters out: claimed in one transaction, sent while none is open, settled in another.

A failure says whether it is for ever (the bot was blocked) or passing (asked to wait, no connection). If nobody knows
whether a letter arrived, its key decides: one that may arrive twice is sent again, any other is not.
"""

import asyncio
from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import groupby
from typing import Any

from sqlalchemy.orm import Session
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.figures import Figures
from bot.logs import get
from bot.operator import Operator
from bot.record import Record
from bot.sending.pace import Pace
from bot.sending.papers import NoPaper, Papers
from bot.sending.showing import Showing, gone, seconds_of
from bot.sending.transport import NotSent
from bot.sending.writing import Later, Writing, Written
from content import rules
from handlers.keeping import PaperGone
from handlers.screens.screen import Place
from handlers.turn import House, Unwanted, Writes
from storage.engine.sessions import is_passing
from storage.people import chats
from storage.post import letters
from storage.post.letters import Letter

log = get("delivery")
AnyLetter = Letter[Any]
IDLE_S = 1.0
MOST_TRIES = 12
LONGEST_HELD_S = 5.0
"""A longer pause is not waited for with claimed letters: their claim would run out, and another process send them."""


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
        figures: Figures,
    ) -> None:
        self.record = record
        self.showing = showing
        self.writing = Writing(record, house, kinds)
        self.papers = papers
        self.operator = operator
        self.pace = pace
        self.figures = figures
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """A letter was written: look now."""
        self._woken.set()

    async def run(self) -> None:
        """Send what is due, until the task is cancelled."""
        while True:
            self._woken.clear()
            try:
                if await self.step():
                    continue
            except Exception as error:
                # The loop must outlive a locked database, and say that it met one.
                log.error("delivery_failed", error=type(error).__name__, passing=is_passing(error))
            try:
                await asyncio.wait_for(self._woken.wait(), IDLE_S)
            except TimeoutError:
                continue

    async def step(self) -> int:
        """Send one batch of what is due; returns how many letters were taken up. In a long pause it takes up none."""
        if self.pace.paused() > LONGEST_HELD_S:
            return 0
        now = self.record.now()
        if not await self.record.read(lambda session: letters.any_due(session, now)):
            return 0
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
            written = await self.record.read(lambda session: self.writing.write(session, letter))
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

    async def _send(self, letter: AnyLetter, written: Written) -> None:
        if (pause := self.pace.paused()) > LONGEST_HELD_S:
            await self._postpone(letter, timedelta(seconds=pause), "asked to wait")
            return
        await self.pace.turn(written.chat.telegram_id)
        try:
            message_id = await self._put_out(written)
        except Forbidden as error:
            await self._forbidden(letter, written, error)
        except RetryAfter as error:
            wait = seconds_of(error)
            self.pace.pause(wait)
            await self._postpone(letter, timedelta(seconds=wait), "asked to wait")
        except NotSent:
            await self._postpone(letter, timedelta(seconds=self.pace.trouble()), "no connection")
        except InvalidToken as error:
            self.operator.hear("letters", error)
            await self._postpone(letter, timedelta(seconds=self.pace.trouble()), "the token is refused")
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
        self.figures.letters.labels("sent").inc()
        self.pace.well()
        self.operator.well("letters")
        log.info("letter_sent", letter=letter.id, kind=letter.kind)

    async def _hold(self, letter: AnyLetter, outcome: str) -> None:
        """Send no paper rather than one with a hole in a name. The member is told so in a letter of its own."""
        now, instead = self.record.now(), letter.key.instead()

        def settle(session: Session) -> None:
            letters.settle(session, letter.id, "failed", now, outcome=outcome)
            if instead is not None:
                letters.put(session, member_id=letter.member_id, key=instead, slot=letter.slot, at=now)

        await self.record.write(settle)

    async def _forbidden(self, letter: AnyLetter, written: Written, error: Forbidden) -> None:
        """For ever if it is about the person. Otherwise the bot is refused: it was not sent, and that may pass."""
        if why := gone(error):
            await self.record.write(lambda session: chats.lost(session, written.chat.id))
            await self._settle(letter, "failed", why)
            return
        self.operator.hear("letters", error)
        if letter.tries < MOST_TRIES:
            await self._postpone(letter, growing(letter.tries), "forbidden", counts=True)
        else:
            await self._settle(letter, "failed", "forbidden")

    async def _unsure(self, letter: AnyLetter, outcome: str) -> None:
        if letter.key.again and letter.tries < MOST_TRIES:
            await self._postpone(letter, growing(letter.tries), outcome, counts=True)
        else:
            await self._settle(letter, "unknown", outcome)

    async def _settle(self, letter: AnyLetter, state: str, outcome: str) -> None:
        now = self.record.now()
        await self.record.write(lambda session: letters.settle(session, letter.id, state, now, outcome=outcome))
        self.figures.letters.labels(state).inc()
        log.info("letter_settled", letter=letter.id, kind=letter.kind, state=state, outcome=outcome)

    async def _postpone(self, letter: AnyLetter, by: timedelta, outcome: str, *, counts: bool = False) -> None:
        at = self.record.now() + by
        await self.record.write(lambda session: letters.postpone(session, letter.id, at, outcome, counts=counts))


def growing(tries: int) -> timedelta:
    """How long to wait after this many tries. All of them together outlast a failure of six hours."""
    return timedelta(seconds=min(4**tries, 3600))
