"""Each update is one turn. It is acknowledged when its transaction has committed, or when it was refused or set aside.

Showing, hashing and downloading come after that and never hold the acknowledgement. python-telegram-bot's
process_update swallows what a handler raises, and its Updater acknowledges first: so the application only brings an
update here, and this class reports how it ended.
"""

import asyncio
import json
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
from bot.updates.preparing import Preparing
from bot.updates.reading import Elsewhere, read
from bot.updates.turns import Answer, Outcome, Postponed, Turns
from bot.updates.unread import Unread
from content.refusals import NotSaved, Refusal, TooFast
from content.words import language_for, speak
from handlers.incoming import Incoming, Pressed
from handlers.screens.screen import Place, Screen, plain
from handlers.work import Download, Prepared
from storage.post import updates

log = get("intake")
RESUME_S = 30.0
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
        done = asyncio.Event()
        self.taking.put(found.telegram_id, lambda: self._take(found, update, done))
        await done.wait()

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
        return self.taking.waiting(telegram_id) >= MOST_WAITING

    async def resume(self, *, alone: bool = False) -> None:
        """Take up turns that a process left between their two transactions. `alone` is as in updates.claim_deferred."""
        now = self.record.now()
        bodies = await self.record.write(lambda session: updates.claim_deferred(session, now, alone=alone))
        for body in bodies:
            update = Update.de_json(json.loads(body), None)
            found = read(update)
            if isinstance(found, Incoming):
                self._slowly(self._go_on_again(found, update))

    async def resume_always(self) -> None:
        """Take up every half minute what other processes left. A locked database is no reason to stop."""
        while True:
            await asyncio.sleep(RESUME_S)
            try:
                await self.resume()
                await self.deleting.step()
            except Exception as error:
                log.warning("not_resumed", error=type(error).__name__)

    async def settled(self) -> None:
        """Return when nothing is being done: for tests, and for an orderly end."""
        while True:
            # One kind of work gives rise to another, so look until all are quiet at the same time.
            await self.taking.quiet()
            await self.displaying.quiet()
            if not self._slow and self.taking.is_quiet and self.displaying.is_quiet:
                return
            await asyncio.gather(*self._slow, return_exceptions=True)

    async def close(self) -> None:
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
        prepared = await self._prepared(incoming, waiting, message_deleted=deleted)
        self.taking.put(incoming.telegram_id, lambda: self._finish(incoming, update, prepared))

    async def _prepared(self, incoming: Incoming, waiting: Postponed, *, message_deleted: bool) -> Prepared | Refusal:
        """The result of the work. If it fails, the turn ends with a refusal: otherwise the chat would wait for ever."""
        try:
            person, tell = incoming.telegram_id, self._not_saved(incoming)
            return await self.preparing.do(waiting.work, person, message_deleted=message_deleted, waits=tell)
        except Exception as error:
            work, name = type(waiting.work).__name__, type(error).__name__
            log.error("work_failed", update_id=incoming.update_id, work=work, error=name)
            return NotSaved()

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
