"""Carries one claimed letter: written, its paper drawn, its place in the pace awaited, sent and settled.

A failure says whether it is for ever (the bot was blocked) or passing (asked to wait, no connection). If nobody knows
whether a letter arrived, its key decides: one that may arrive twice is sent again, any other is not.
"""

import asyncio
import contextlib

from bot.figures import Figures
from bot.operator import Operator
from bot.record import Record
from bot.sending.attaching import Attaching, File
from bot.sending.budget import Shared
from bot.sending.drawing import DrawingInterrupted
from bot.sending.flight import SOON, AnyLetter, Flight, Ready
from bot.sending.pace import PER_S, Pace, stopwatch
from bot.sending.papers import NoPaper, Papers
from bot.sending.settling import Settling
from bot.sending.showing import Showing
from bot.sending.writing import Writing
from bot.sending.written import Written
from handlers.keeping import PaperGone
from storage.post.budget import Allowed


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
        self._record = record
        self._writing = writing
        self._papers = papers
        self._operator = operator
        self._settling = Settling(record, figures)
        self._attaching = Attaching(record, showing, papers)
        self._flight = Flight(showing, writing, self._attaching, operator, self._settling)
        if record.shared:
            self.pace = Pace(budget=Shared(record, Allowed(PER_S), stopwatch))
        showing.telegram.meter = self
        self._flying: set[asyncio.Task[None]] = set()

    @property
    def pace(self) -> Pace:
        return self._flight.pace

    @pace.setter
    def pace(self, pace: Pace) -> None:
        self._flight.pace = pace

    def sent(self) -> None:
        """A message goes out, of whatever kind."""
        self.pace.sent()

    def refused(self, chat: int, seconds: float) -> None:
        """Telegram asks to wait."""
        self.pace.refused(chat, seconds)

    async def counts(self) -> None:
        """Count answers when they are sent. A letter that is written later waits for those that went just before it."""
        await self.pace.run()

    async def carry(self, letter: AnyLetter) -> None:
        """Send it, or put down why not. If this is cancelled, a letter that is on its way goes on (see `landed`), and
        any other stays claimed.
        """
        async with contextlib.AsyncExitStack() as held:
            ready = await self._ready(letter, held)
            if ready is not None and await self._flight.has_its_turn(ready):
                flight = asyncio.create_task(self._flight.fly(ready))
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

    async def _ready(self, letter: AnyLetter, held: contextlib.AsyncExitStack) -> Ready | None:
        """The letter in the words of this moment. None if it is not to be sent now, which is then put down. `held`:
        what the letter keeps for itself until it is sent.
        """
        try:
            act = self._record.write if self._writing.records(letter) else self._record.read
            written = await act(lambda session: self._writing.write(session, letter), unhurried=True)
            if isinstance(written, Written):
                return Ready(letter, written, await self._file(letter, written, held))
            await self._flight.kept_back(letter, written)
        except NoPaper as error:
            said = f"A paper could not be drawn: {letter.id} ({letter.kind}), {error}"
            self._operator.tell("paper not drawn", said)
            await self._settling.hold(letter, str(error))
        except PaperGone:
            await self._settling.settle(letter, "dropped", "the file is gone")
        except DrawingInterrupted:
            await self._settling.postpone(letter, SOON, "not written yet")
        except Exception as error:
            await self._flight.not_written(letter, error)
        return None

    async def _file(self, letter: AnyLetter, written: Written, held: contextlib.AsyncExitStack) -> File:
        """The file or the picture that goes with it; empty if none does, or if it has gone already."""
        screen = written.screen
        if screen.first_page is not None:
            return await self._papers.first_page(screen.first_page)
        if screen.paper is None or letter.parts_sent:
            return b""
        return await held.enter_async_context(self._attaching.file(written.chat.telegram_id, screen.paper))
