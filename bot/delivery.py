"""Letters out: claimed in one transaction, sent with none open, settled in another.

A failure says whether it is for ever (the bot was blocked) or passing (asked to wait, no connection). Where it is not
known whether a letter arrived, its kind decides: one that may arrive twice is sent again, any other is not.
"""

import asyncio
from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import groupby

from sqlalchemy.orm import Session
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.logs import get
from bot.operator import Operator
from bot.pace import Pace
from bot.papers import NoPaper, PaperGone, Papers
from bot.showing import Showing, gone, seconds_of
from bot.transport import NotSent
from bot.turns import Turns
from bot.writing import Later, Written, write
from content import rules
from handlers.screens.screen import KeptEvidence, Place
from handlers.turn import Unwanted, Writes
from storage import chats, letters
from storage.letters import Letter
from storage.sessions import is_passing

log = get("delivery")
IDLE_S = 1.0
MOST_TRIES = 12
LONGEST_HELD_S = 5.0
"""A longer pause is not waited for with claimed letters: their claim would run out, and another process send them."""


class Delivery:
    """Sends what is due. Any number of processes may: a letter is claimed by one of them."""

    def __init__(
        self,
        turns: Turns,
        showing: Showing,
        kinds: Iterable[Writes],
        papers: Papers,
        operator: Operator,
        pace: Pace,
    ) -> None:
        self.turns = turns
        self.showing = showing
        self.kinds = {kind.kind: kind for kind in kinds}
        self.papers = papers
        self.operator = operator
        self.pace = pace
        self._woken = asyncio.Event()
        self._once = [kind.kind for kind in self.kinds.values() if not kind.again]

    def wake(self) -> None:
        """A letter may have been written: look now."""
        self._woken.set()

    async def run(self) -> None:
        """Until it is stopped."""
        while True:
            try:
                if await self.step():
                    continue
            except Exception as error:
                # the loop must outlive a locked database, and say so
                log.error("delivery_failed", error=type(error).__name__, passing=is_passing(error))
            self._woken.clear()
            try:
                await asyncio.wait_for(self._woken.wait(), IDLE_S)
            except TimeoutError:
                continue

    async def step(self) -> int:
        """Send one batch of what is due; returns how many letters were taken up. In a long pause it takes up none."""
        if self.pace.paused() > LONGEST_HELD_S:
            return 0
        now = self.turns.clock.now()
        claimed = await self.turns.write(lambda session: letters.claim(session, now, at_most_once=self._once))
        by_member = sorted(claimed, key=lambda letter: (letter.member_id, letter.id))
        groups = [list(group) for _, group in groupby(by_member, key=lambda letter: letter.member_id)]
        await asyncio.gather(*(self._deliver_all(group) for group in groups))
        return len(claimed)

    async def drain(self) -> None:
        """Send all that is due now: for tests, and for the demo's next day."""
        while await self.step():
            pass

    async def _deliver_all(self, group: Sequence[Letter]) -> None:
        for letter in group:
            await self._deliver(letter)

    async def _deliver(self, letter: Letter) -> None:
        try:
            written = await self.turns.read(lambda session: write(session, letter, self.kinds, self.turns))
        except Exception as error:
            if is_passing(error):
                await self._postpone(letter, timedelta(seconds=5), "record not read")
                return
            log.error("letter_not_written", letter=letter.id, kind=letter.kind, exc_info=error)
            self.operator.tell(f"A letter could not be written: {letter.id} ({letter.kind}), {type(error).__name__}")
            await self._settle(letter, "failed", type(error).__name__)
            return
        if isinstance(written, Unwanted):
            await self._settle(letter, "dropped", written.why)
        elif isinstance(written, Later):
            at = rules.after_quiet(self.turns.clock.now())
            await self.turns.write(lambda session: letters.postpone(session, letter.id, at, "quiet hours"))
        else:
            await self._send(letter, written)

    async def _send(self, letter: Letter, written: Written) -> None:
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
            self.operator.tell(f"A certificate could not be drawn (letter {letter.id}): {error}")
            await self._hold(letter, str(error))
        except PaperGone:
            await self._settle(letter, "dropped", "the file is gone")
        except BadRequest as error:
            self.operator.tell(f"A letter was refused by Telegram: {letter.id} ({letter.kind}), {error.message}")
            await self._settle(letter, "failed", error.message)
        except (NetworkError, TelegramError) as error:
            await self._unsure(letter, written.kind, type(error).__name__)
        else:
            await self._sent(letter, written, message_id)

    async def _put_out(self, written: Written) -> int:
        """Edit, upload or send; the number of the message."""
        chat, screen = written.chat, written.screen
        if screen.paper is not None:
            await self.showing.doing(chat.telegram_id, "upload_document")
            content, name = await self.papers.fetch(screen.paper), screen.paper.file_name
            protected = isinstance(screen.paper, KeptEvidence)
            return await self.showing.send_paper(chat.telegram_id, screen, content, name, protected=protected)
        shows_it = bool(chat.living_message) and chat.living_subject == screen.subject != ""
        living = screen.place is Place.LIVING and shows_it
        if living and await self.showing.edit(chat.telegram_id, chat.living_message, screen):
            return chat.living_message
        return await self.showing.send(chat.telegram_id, screen)

    async def _sent(self, letter: Letter, written: Written, message_id: int) -> None:
        now = self.turns.clock.now()
        screen, chat = written.screen, written.chat

        def settle(session: Session) -> None:
            letters.settle(session, letter.id, "sent", now, message_id=message_id)
            if screen.place is Place.LIVING and screen.paper is None and message_id != chat.living_message:
                chats.show(session, chat.id, message_id, screen.subject)

        await self.turns.write(settle)
        self.pace.well()
        self.operator.well("letters")
        log.info("letter_sent", letter=letter.id, kind=letter.kind)

    async def _hold(self, letter: Letter, outcome: str) -> None:
        """No paper rather than one with a hole in a name: the member is told in a letter of its own."""
        now = self.turns.clock.now()

        def settle(session: Session) -> None:
            letters.settle(session, letter.id, "failed", now, outcome=outcome)
            letters.put(
                session,
                member_id=letter.member_id,
                kind="certificate_held",
                subject=letter.subject,
                slot=letter.slot,
                at=now,
            )

        await self.turns.write(settle)

    async def _forbidden(self, letter: Letter, written: Written, error: Forbidden) -> None:
        """For ever if it is about the person. Otherwise the bot is refused: it was not sent, and that may pass."""
        if why := gone(error):
            await self.turns.write(lambda session: chats.lost(session, written.chat.id))
            await self._settle(letter, "failed", why)
            return
        self.operator.hear("letters", error)
        if letter.tries < MOST_TRIES:
            await self._postpone(letter, growing(letter.tries), "forbidden", counts=True)
        else:
            await self._settle(letter, "failed", "forbidden")

    async def _unsure(self, letter: Letter, kind: Writes, outcome: str) -> None:
        if kind.again and letter.tries < MOST_TRIES:
            await self._postpone(letter, growing(letter.tries), outcome, counts=True)
        else:
            await self._settle(letter, "unknown", outcome)

    async def _settle(self, letter: Letter, state: str, outcome: str) -> None:
        now = self.turns.clock.now()
        await self.turns.write(lambda session: letters.settle(session, letter.id, state, now, outcome=outcome))
        log.info("letter_settled", letter=letter.id, kind=letter.kind, state=state, outcome=outcome)

    async def _postpone(self, letter: Letter, by: timedelta, outcome: str, *, counts: bool = False) -> None:
        at = self.turns.clock.now() + by
        await self.turns.write(lambda session: letters.postpone(session, letter.id, at, outcome, counts=counts))


def growing(tries: int) -> timedelta:
    """How long to wait after this many tries. All of them together outlast a failure of six hours."""
    return timedelta(seconds=min(4**tries, 3600))
