"""Each update is one turn. It is acknowledged when its transaction has committed, or when it was refused or set aside.

Showing, hashing and downloading come after that and never hold the acknowledgement. python-telegram-bot's
process_update swallows what a handler raises, and its Updater acknowledges first: so the application only brings an
update here, and this class reports how it ended.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.ext import Application, BaseHandler, CallbackContext

from bot.figures import Figures
from bot.logs import get
from bot.operator import Operator
from bot.record import until_kept
from bot.sending.deleting import Deleting
from bot.sending.showing import Showing
from bot.updates.aside import Aside
from bot.updates.displaying import Displaying
from bot.updates.leaving import Leaving
from bot.updates.order import Order
from bot.updates.outcomes import Answer, Outcome, Postponed
from bot.updates.preparing import Preparing
from bot.updates.reading import Elsewhere, read, read_kept
from bot.updates.resuming import Resuming
from bot.updates.turns import Turns
from bot.updates.unhurried import Asked, Unhurried
from bot.updates.unread import Unread
from content.refusals import Refusal, TooFast
from content.words import language_for, speak
from handlers.incoming import Incoming, Pressed
from handlers.screens.screen import Place, Screen, plain
from handlers.work import Download, Prepared

log = get("intake")
REFUSED_FOR_S = 5.0
"""So long nothing is taken of a person of whom too much came at once: Telegram gives out a hundred at a time."""
MOST_WAITING = 20
"""So many updates of one person wait for their turn. It is far more than anybody does while the bot is away for some
minutes, and less than the connections of a webhook, which has 40.
"""
Bot = Application[Any, Any, Any, Any, Any, Any]


class Intake(BaseHandler[Update, CallbackContext[Any, Any, Any, Any], None]):
    """Takes updates in: members side by side, one member in turn, first on the record and then on the screen."""

    def __init__(
        self,
        turns: Turns,
        showing: Showing,
        preparing: Preparing,
        aside: Aside,
        operator: Operator,
        figures: Figures,
    ) -> None:
        super().__init__(self._taken_elsewhere)
        self.turns = turns
        self.record = turns.record
        self.showing = showing
        self.deleting = Deleting(turns.record, showing)
        self.preparing = preparing
        self.aside = aside
        self.operator = operator
        self.figures = figures
        self.taking = Order()  # turns on the record
        self.unread = Unread(turns, showing, self.deleting, self.taking, self._slowly)
        self.leaving = Leaving(turns, self.taking)
        self.unhurried = Unhurried(turns.record, self.taking, self._take_kept, self._kept_not_saved)
        self.resuming = Resuming(turns.record, self.deleting, self.unhurried.take_up, self._again)
        self.displaying = Order()  # screens: a slow one must not hold the next turn up
        self.display = Displaying(turns, showing, self.deleting, operator)
        self._slow: set[asyncio.Task[None]] = set()
        self._refused: dict[int, float] = {}  # of whom too much came, and until when nothing more is taken

    # what python-telegram-bot asks of a handler

    def check_update(self, update: object) -> bool:
        return isinstance(update, Update)

    async def handle_update(self, update: Update, *_: object) -> None:
        await self.accept(update)

    async def _taken_elsewhere(self, *_: object) -> None:
        """Never called, because `handle_update` is ours; BaseHandler wants a callback."""

    # what we ask of it

    async def accept(self, update: Update) -> None:
        """Take an update in; returns when it is done and may be acknowledged."""
        if isinstance(found := read(update), Elsewhere):
            await self._elsewhere(found)
            return
        if self._is_too_fast(found.telegram_id):
            self._refuse(found)
            await self.unread.taken(found)
            return
        self.unhurried.hurry(found.telegram_id)
        done = asyncio.Event()
        self.taking.put(found.telegram_id, lambda: self._take(found, update, done))
        await done.wait()

    async def lets_pass(self, update: dict[str, Any]) -> bool:
        """If this is a press that lets others pass, put it on record; returns when it is there. False if it is to be
        accepted like any other: it is one, or comes again, or too much comes, or it can't be kept so.
        """
        asked = Asked.found(update)
        if asked is None or self._is_too_fast(asked.person):
            return False
        try:
            return await self.unhurried.keep(asked)
        except Exception as error:
            log.error("not_kept", update_id=asked.number, error=type(error).__name__)
            return False

    def _refuse(self, incoming: Incoming) -> None:
        """Take no more of this person for now, and say so once. Nothing is written: to write is what costs the others.

        A batch of updates is acknowledged as a whole, so everybody would wait for the many of one person.
        """
        now = asyncio.get_running_loop().time()
        self._refused = {person: until for person, until in self._refused.items() if now < until}
        is_first = incoming.telegram_id not in self._refused
        if is_first:
            self._refused[incoming.telegram_id] = now + REFUSED_FOR_S
            log.warning("too_fast", update_id=incoming.update_id)
        # Each press is answered, or its button would go on waiting.
        if is_first or isinstance(incoming.what, Pressed):
            self.displaying.put(incoming.telegram_id, lambda: self.display.refused(incoming, TooFast()))

    def _is_too_fast(self, telegram_id: int) -> bool:
        """Whether too much of this person waits, or did some seconds ago: then the rest of it is still to come."""
        until = self._refused.get(telegram_id)
        if until is not None and asyncio.get_running_loop().time() < until:
            return True
        return self.taking.waiting(telegram_id) + self.unhurried.waiting(telegram_id) >= MOST_WAITING

    async def settled(self) -> None:
        """Return when nothing is being done: for tests, and for an orderly end."""
        while True:
            # One kind of work gives rise to another, so look until all are quiet at the same time.
            await self.unhurried.quiet()
            await self.taking.quiet()
            await self.displaying.quiet()
            if not self._slow and self.unhurried.is_quiet and self.taking.is_quiet and self.displaying.is_quiet:
                return
            await asyncio.gather(*self._slow, return_exceptions=True)

    async def close(self) -> None:
        await self.unhurried.close()
        await self.taking.close()
        for task in list(self._slow):
            task.cancel()
        await asyncio.gather(*self._slow, return_exceptions=True)
        await self.displaying.close()

    # one update

    async def _take(self, incoming: Incoming, update: Update, done: asyncio.Event) -> None:
        with self.figures.turns.time():
            outcome = await self._surely(incoming, update, lambda: self.turns.take(incoming, lambda: _body(update)))
        done.set()  # acknowledged: what follows must not hold it up
        self._ended(incoming, update, outcome)

    async def _take_kept(self, asked: Asked) -> None:
        try:
            incoming, update = read_kept(asked.body)
        except Exception as error:
            await self.aside.keep(asked.number, asked.body, error, "not read")
            return
        outcome = await self._surely(incoming, update, lambda: self.turns.take_kept(incoming, lambda: asked.body))
        self._ended(incoming, update, outcome)

    def _ended(self, incoming: Incoming, update: Update, outcome: Outcome) -> None:
        self.figures.updates.labels(type(outcome).__name__.lower()).inc()
        self._after(incoming, update, outcome)

    def _after(self, incoming: Incoming, update: Update, outcome: Outcome) -> None:
        if isinstance(outcome, Postponed):
            self._slowly(self._go_on(incoming, update, outcome))
            return
        self.displaying.put(incoming.telegram_id, self.display.later(incoming, outcome))

    async def _surely(
        self, incoming: Incoming, update: Update, act: Callable[[], Coroutine[Any, Any, Outcome]]
    ) -> Outcome:
        """Try until it is done, refused or set aside. A passing failure is waited out, and the person is told once."""
        tell = self._not_saved(incoming)
        try:
            return await until_kept(act, tell, update_id=incoming.update_id)
        except Exception as error:
            await self.aside.keep(incoming.update_id, _body(update), error, "failed", tell)
        await self.unread.judge([incoming])
        words = speak(language_for(incoming.language))
        screen = Screen(plain(words.refusals.set_aside()), place=Place.OWN)
        return Answer(0, incoming.telegram_id, screen, words)  # 0: the failed turn has read no chat

    def _not_saved(self, incoming: Incoming) -> Callable[[], None]:
        """Tells the person that nothing can be saved just now."""
        return lambda: self.displaying.put(incoming.telegram_id, lambda: self.display.not_saved(incoming))

    def _kept_not_saved(self, asked: Asked) -> None:
        self._not_saved(read_kept(asked.body)[0])()

    # the second half of a turn that waits for something slow

    def _slowly(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._slow.add(task)
        task.add_done_callback(self._slow.discard)

    async def _go_on(self, incoming: Incoming, update: Update, waiting: Postponed) -> None:
        # A password is deleted before it waits in the queue for hashing.
        deleted = waiting.secret and await self.deleting.delete(incoming.telegram_id, incoming.message_id)
        if isinstance(waiting.work, Download):
            await self.showing.doing(incoming.telegram_id, "typing")
        tell = self._not_saved(incoming)
        prepared = await self.preparing.surely(waiting.work, incoming, message_deleted=deleted, waits=tell)
        self.taking.put(incoming.telegram_id, lambda: self._finish(incoming, update, prepared))

    def _again(self, incoming: Incoming, update: Update) -> None:
        self._slowly(self._go_on_again(incoming, update))

    async def _go_on_again(self, incoming: Incoming, update: Update) -> None:
        outcome = await self._surely(incoming, update, lambda: self.turns.prepare_again(incoming))
        self._after(incoming, update, outcome)

    async def _finish(self, incoming: Incoming, update: Update, prepared: Prepared | Refusal) -> None:
        outcome = await self._surely(incoming, update, lambda: self.turns.finish(incoming, prepared))
        self._after(incoming, update, outcome)

    async def _elsewhere(self, found: Elsewhere) -> None:
        """Answer what was not said in a private chat: mostly with silence, with one sentence if somebody spoke to the
        bot.
        """
        if found.left_us and not self._is_too_fast(found.telegram_id):  # otherwise the next letter finds it out
            await self.leaving.note(found.telegram_id)
        if found.query_id or found.speaks_to_us:
            self.displaying.put(found.chat_id, lambda: self.display.not_here(found))


def _body(update: Update) -> bytes:
    return update.to_json().encode()
