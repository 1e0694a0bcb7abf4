"""Carries one claimed letter: written, its paper drawn, its place in the pace awaited, sent and settled.

A failure says whether it is for ever (the bot was blocked) or passing (asked to wait, no connection). If nobody knows
whether a letter arrived, its key decides: one that may arrive twice is sent again, any other is not.
"""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.figures import Figures
from bot.logs import get
from bot.operator import Operator
from bot.record import Record
from bot.sending.drawing import DrawingInterrupted
from bot.sending.insisting import gone, seconds_of
from bot.sending.pace import Pace
from bot.sending.papers import NoPaper, Papers
from bot.sending.settling import Begun, Settling
from bot.sending.showing import Showing
from bot.sending.transport import NotSent
from bot.sending.writing import Writing
from bot.sending.written import Later, Written
from handlers.keeping import PaperGone
from handlers.screens.screen import Place
from handlers.turn import Unwanted
from storage.engine.sessions import is_passing
from storage.post.letters import Letter

log = get("delivery")
AnyLetter = Letter[Any]
MOST_TRIES = 12
LONGEST_HELD_S = 5.0
"""A longer pause is not waited for with claimed letters: their claim would run out, and another process send them."""
SOON = timedelta(seconds=5)


@dataclass(frozen=True)
class Ready:
    """A letter that is written, with the bytes of its paper if it has one."""

    letter: AnyLetter
    written: Written
    content: bytes


class Postman:
    """Carries letters, each to its end. What becomes of one is put down, however long the record can't be written."""

    def __init__(
        self,
        record: Record,
        showing: Showing,
        writing: Writing,
        papers: Papers,
        operator: Operator,
        figures: Figures,
    ) -> None:
        self.pace = Pace()
        self._record = record
        self._showing = showing
        self._writing = writing
        self._papers = papers
        self._operator = operator
        self._settling = Settling(record, figures)
        self._flying: set[asyncio.Task[None]] = set()

    async def carry(self, letter: AnyLetter) -> None:
        """Send it, or put down why not. If this is cancelled, a letter that is on its way goes on (see `landed`), and
        any other stays claimed.
        """
        ready = await self._ready(letter)
        if ready is not None and await self._has_its_turn(ready):
            flight = asyncio.create_task(self._fly(ready))
            self._flying.add(flight)
            flight.add_done_callback(self._flying.discard)
            await asyncio.shield(flight)

    async def landed(self) -> None:
        """Return when nothing is on its way."""
        while self._flying:
            await asyncio.wait(self._flying)

    async def cut_off(self) -> None:
        """Give up what is on its way still. Its claim runs out, and then its key decides."""
        for flight in self._flying:
            flight.cancel()
        await self.landed()

    # before it is sent

    async def _ready(self, letter: AnyLetter) -> Ready | None:
        """The letter in the words of this moment. None if it is not to be sent now, which is then put down."""
        try:
            act = self._record.write if self._writing.records(letter) else self._record.read
            written = await act(lambda session: self._writing.write(session, letter))
            if isinstance(written, Written):
                return Ready(letter, written, await self._paper(written))
            await self._kept_back(letter, written)
        except NoPaper as error:
            said = f"A paper could not be drawn: {letter.id} ({letter.kind}), {error}"
            self._operator.tell("paper not drawn", said)
            await self._settling.hold(letter, str(error))
        except PaperGone:
            await self._settling.settle(letter, "dropped", "the file is gone")
        except Exception as error:
            await self._not_written(letter, error)
        return None

    async def _kept_back(self, letter: AnyLetter, why: Unwanted | Later) -> None:
        if isinstance(why, Later):
            await self._settling.postpone_to(letter, why.at, why.why)
        else:
            await self._settling.settle(letter, "dropped", why.why)

    async def _not_written(self, letter: AnyLetter, error: Exception) -> None:
        if is_passing(error) or isinstance(error, DrawingInterrupted):
            await self._settling.postpone(letter, SOON, "not written yet")
            return
        log.error("letter_not_written", letter=letter.id, kind=letter.kind, exc_info=error)
        said = f"A letter could not be written: {letter.id} ({letter.kind}), {type(error).__name__}"
        self._operator.tell("letter not written", said)
        await self._settling.settle(letter, "failed", type(error).__name__)

    async def _paper(self, written: Written) -> bytes:
        """The file or the picture that goes with it; empty if none does."""
        if written.screen.first_page is not None:
            return await self._papers.first_page(written.screen.first_page)
        if written.screen.paper is None:
            return b""
        await self._showing.doing(written.chat.telegram_id, "upload_document")
        return await self._papers.fetch(written.screen.paper)

    async def _has_its_turn(self, ready: Ready) -> bool:
        """Wait for its place. False if nothing may go out: a pause may also begin while the letter waits."""
        if self.pace.paused() <= LONGEST_HELD_S:
            await self.pace.turn(ready.written.chat.telegram_id)
        if pause := self.pace.paused():
            await self._settling.postpone(ready.letter, timedelta(seconds=pause), "asked to wait")
        return not pause

    # the sending, which is not cancelled

    async def _fly(self, ready: Ready) -> None:
        """Send and settle. The claim is looked at right before the request: it may have run out in the meantime."""
        begun = await self._begin(ready)
        if begun is None:
            log.info("letter_not_begun", letter=ready.letter.id, kind=ready.letter.kind)
            return
        letter = begun.letter
        try:
            message_id = await self._put_out(begun)
        except TelegramError as error:
            await self._not_sent(letter, begun.written, error)
        except Exception as error:  # a fault of ours: nobody knows how far it came
            log.error("letter_not_sent", letter=letter.id, kind=letter.kind, exc_info=error)
            await self._unsure(letter, type(error).__name__)
        else:
            await self._sent(letter, begun.written, message_id)

    async def _begin(self, ready: Ready) -> Ready | None:
        """The letter as it is being sent from now on; None if it is not sent now."""
        if ready.letter.key.nudge is not None:
            begun = await self._begin_nudge(ready.letter)
            return None if begun is None else Ready(*begun, ready.content)
        letter = await self._settling.begin(ready.letter)
        return None if letter is None else Ready(letter, ready.written, ready.content)

    async def _begin_nudge(self, letter: AnyLetter) -> Begun | None:
        try:
            begun = await self._settling.begin_nudge(letter, self._writing.write)
        except Exception as error:
            await self._not_written(letter, error)
            return None
        if isinstance(begun, Unwanted | Later):
            await self._kept_back(letter, begun)
            return None
        return begun

    async def _put_out(self, ready: Ready) -> int:
        """Edit, upload or send; returns the number of the message."""
        chat, screen = ready.written.chat, ready.written.screen
        if screen.paper is not None:
            name, protected = screen.paper.file_name, screen.paper.protected
            return await self._showing.send_paper(chat.telegram_id, screen, ready.content, name, protected=protected)
        if ready.content:
            return await self._showing.send_page(chat.telegram_id, screen, ready.content)
        shows_it = bool(chat.living_message) and chat.living_subject == screen.subject != ""
        living = screen.place is Place.LIVING and shows_it
        if living and await self._showing.edit(chat.telegram_id, chat.living_message, screen):
            return chat.living_message
        return await self._showing.send(chat.telegram_id, screen)

    async def _not_sent(self, letter: AnyLetter, written: Written, error: TelegramError) -> None:
        match error:
            case Forbidden():
                await self._forbidden(letter, written, error)
            case RetryAfter():
                wait = seconds_of(error)
                self.pace.pause(wait)
                await self._settling.postpone(letter, timedelta(seconds=wait), "asked to wait")
            case NotSent():
                await self._settling.postpone(letter, self._trouble(), "no connection")
            case InvalidToken():
                self._operator.hear("letters", error)
                await self._settling.postpone(letter, self._trouble(), "the token is refused")
            case BadRequest():  # a NetworkError too, but Telegram's own word
                said = f"A letter was refused by Telegram: {letter.id} ({letter.kind}), {error.message}"
                self._operator.tell("letter refused", said)
                await self._settling.settle(letter, "failed", error.message)
            case _:  # it may have arrived
                await self._unsure(letter, type(error).__name__)

    async def _sent(self, letter: AnyLetter, written: Written, message_id: int) -> None:
        chat, screen = written.chat, written.screen
        lives = screen.place is Place.LIVING and screen.paper is None and message_id != chat.living_message
        await self._settling.sent(letter, message_id, chat.id if lives else 0, screen.subject)
        self.pace.well()
        self._operator.well("letters")

    async def _forbidden(self, letter: AnyLetter, written: Written, error: Forbidden) -> None:
        """For ever if it is about the person. Otherwise the bot is refused: it was not sent, and that may pass."""
        if why := gone(error):
            await self._settling.lost(written.chat.id)
            await self._settling.settle(letter, "failed", why)
            return
        self._operator.hear("letters", error)
        if letter.tries < MOST_TRIES:
            await self._settling.postpone(letter, growing(letter.tries), "forbidden", counts=True)
        else:
            await self._settling.settle(letter, "failed", "forbidden")

    def _trouble(self) -> timedelta:
        return timedelta(seconds=self.pace.trouble())

    async def _unsure(self, letter: AnyLetter, outcome: str) -> None:
        if letter.key.again and letter.tries < MOST_TRIES:
            await self._settling.postpone(letter, growing(letter.tries), outcome, counts=True)
        else:
            await self._settling.settle(letter, "unknown", outcome)


def growing(tries: int) -> timedelta:
    """How long to wait after this many tries. All of them together outlast a failure of six hours."""
    return timedelta(seconds=min(4**tries, 3600))
