"""The sending of a letter: begun, put out part by part, and settled by what came of it. It is not cancelled.

A letter of several messages notes each as it goes, so that none of them goes twice: whatever stops it, it goes on with
the rest.
"""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.logs import get
from bot.operator import Operator
from bot.sending.attaching import Attaching, File, Refused
from bot.sending.insisting import gone, seconds_of
from bot.sending.pace import LONGEST_HELD_S, Pace
from bot.sending.settling import Settling
from bot.sending.showing import Showing
from bot.sending.transport import NotSent
from bot.sending.writing import Writing
from bot.sending.written import Busy, Later, Written
from handlers.screens.screen import Place, Screen, SharedPaper
from handlers.turn import Unwanted
from storage.engine.sessions import is_passing
from storage.post.letters import Letter

log = get("delivery")
AnyLetter = Letter[Any]
MOST_TRIES = 12
SOON = timedelta(seconds=5)


@dataclass(frozen=True)
class Ready:
    """A letter that is written, with its file if it has one."""

    letter: AnyLetter
    written: Written
    file: File

    @property
    def parts(self) -> tuple[Screen, ...]:
        """Its messages."""
        return (self.written.screen, *self.written.screen.also)

    @property
    def next_one(self) -> Screen:
        """What goes next. If what has gone was its file, and the rest is short enough by now to stand below that (in
        the member's other language), the rest goes alone.
        """
        gone, parts = self.letter.parts_sent, self.parts
        return parts[gone] if gone < len(parts) else replace(parts[-1], paper=None)


class Flight:
    """Sends letters that are ready."""

    def __init__(
        self, showing: Showing, writing: Writing, attaching: Attaching, operator: Operator, settling: Settling
    ) -> None:
        self.pace = Pace()
        self._showing = showing
        self._writing = writing
        self._attaching = attaching
        self._operator = operator
        self._settling = settling

    async def has_its_turn(self, ready: Ready) -> bool:
        """Wait for its place. False if nothing may go out: a pause may also begin while the letter waits."""
        if self.pace.paused() <= LONGEST_HELD_S:
            await self.pace.turn(ready.written.chat.telegram_id)
        if pause := self.pace.paused():
            await self._settling.postpone(ready.letter, timedelta(seconds=pause), "asked to wait")
        return not pause

    async def fly(self, ready: Ready) -> None:
        """Send and settle, one message after the other. The claim is looked at right before each request: it may have
        run out in the meantime.
        """
        left: Ready | None = ready
        while left is not None:
            begun = await self._begin(left)
            if begun is None:
                log.info("letter_not_begun", letter=left.letter.id, kind=left.letter.kind)
                return
            left = await self._part(begun)

    async def _begin(self, ready: Ready) -> Ready | None:
        """The letter as it is being sent from now on; None if it is not sent now. If another process has just sent the
        chat one, it waits for its turn anew.
        """
        begin = self._begin_any if ready.letter.key.nudge is None else self._begin_nudge
        chat = ready.written.chat.telegram_id
        while isinstance(begun := await begin(ready), Busy):
            self.pace.busy(chat, begun.seconds)
            if not await self.has_its_turn(ready):
                return None
        if begun is not None:
            self.pace.begun(chat)
        return begun

    async def _begin_any(self, ready: Ready) -> Ready | Busy | None:
        begun = await self._settling.begin(ready.letter, ready.written.chat.id, self.pace.takes)
        return replace(ready, letter=begun) if isinstance(begun, Letter) else begun

    async def _begin_nudge(self, ready: Ready) -> Ready | Busy | None:
        letter, chat_id = ready.letter, ready.written.chat.id
        try:
            begun = await self._settling.begin_nudge(letter, chat_id, self.pace.takes, self._writing.write)
        except Exception as error:
            await self.not_written(letter, error)
            return None
        if isinstance(begun, Busy):
            return begun
        if isinstance(begun, Unwanted | Later):
            await self.kept_back(letter, begun)
            return None
        return None if begun is None else Ready(*begun, ready.file)

    async def kept_back(self, letter: AnyLetter, why: Unwanted | Later) -> None:
        """It is not wanted, or has to wait."""
        if isinstance(why, Later):
            await self._settling.postpone_to(letter, why.at, why.why)
        else:
            await self._settling.settle(letter, "dropped", why.why)

    async def not_written(self, letter: AnyLetter, error: Exception) -> None:
        """A failure before anything was sent: it passes, or it is a bug."""
        if is_passing(error):
            await self._settling.postpone(letter, SOON, "not written yet")
            return
        log.error("letter_not_written", letter=letter.id, kind=letter.kind, exc_info=error)
        said = f"A letter could not be written: {letter.id} ({letter.kind}), {type(error).__name__}"
        self._operator.tell("letter not written", said)
        await self._settling.settle(letter, "failed", type(error).__name__)

    async def _part(self, ready: Ready) -> Ready | None:
        """Put out its next message; returns what is left of it and may go now."""
        letter = ready.letter
        try:
            message_id = await self._put_out(ready, ready.next_one)
        except TelegramError as error:
            await self._not_sent(letter, ready.written, error)
        except Exception as error:  # a fault of ours: nobody knows how far it came
            log.error("letter_not_sent", letter=letter.id, kind=letter.kind, exc_info=error)
            await self._unsure(letter, type(error).__name__)
        else:
            if letter.parts_sent + 1 >= len(ready.parts):
                await self._sent(letter, ready.written, message_id)
            elif (left := await self._settling.part_sent(letter)) is not None:
                rest = replace(ready, letter=left)
                return rest if await self.has_its_turn(rest) else None
        return None

    async def _put_out(self, ready: Ready, screen: Screen) -> int:
        """Edit, upload or send; returns the number of the message."""
        chat, file = ready.written.chat, ready.file
        if isinstance(screen.paper, SharedPaper):
            return await self._attaching.send(chat.telegram_id, screen, screen.paper, file)
        if screen.paper is not None and isinstance(file, bytes):
            name, protected = screen.paper.file_name, screen.paper.protected
            return await self._showing.send_paper(chat.telegram_id, screen, file, name, protected=protected)
        if screen.first_page is not None and isinstance(file, bytes):
            return await self._showing.send_page(chat.telegram_id, screen, file)
        shows_it = bool(chat.living_message) and chat.living_subject == screen.subject != ""
        living = screen.place is Place.LIVING and shows_it
        if living and await self._showing.edit(chat.telegram_id, chat.living_message, screen):
            return chat.living_message
        return await self._showing.send(chat.telegram_id, screen)

    async def _not_sent(self, letter: AnyLetter, written: Written, error: TelegramError) -> None:
        match error:
            case Refused():
                await self._settling.postpone(letter, timedelta(0), "the file is uploaded again")
            case Forbidden():
                await self._forbidden(letter, written, error)
            case RetryAfter():
                wait = seconds_of(error)
                self.pace.refused(written.chat.telegram_id, wait)
                await self._settling.asked_to_wait(letter, written.chat.id, timedelta(seconds=wait))
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
