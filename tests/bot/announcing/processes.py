"""Processes of the product as tests run them: by a stopwatch, several on one record, and mortal."""

import asyncio
import contextlib
import tempfile
from collections.abc import AsyncIterator, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from bot.app import App, Parts
from bot.loghead import LogHead
from bot.sending.budget import Shared
from bot.sending.delivery import Delivery
from bot.sending.pace import PER_S, Pace
from bot.sending.postman import Postman
from bot.sending.writing import Writing
from content.rules import Rulebook
from handlers.features import FEATURES
from handlers.routing import letter_kinds
from handlers.screens.screen import Place, Screen
from handlers.turn import Turn, Writes
from storage.post import letters
from storage.post.budget import Allowed
from tests.bot.sending.post import Paper
from tests.bot.sending.running import Stopwatch
from tests.cheap import cheap_hashing
from tests.stage import Stage

RESULT = "試験の結果"


def result(_turn: Turn, _letter: letters.Letter[Any]) -> Screen:
    return Screen(RESULT, place=Place.OWN)


RESULTS = ModuleType("results")
"""A kind that is sent again if nobody knows whether it arrived."""
RESULTS.__dict__.update(ROUTES=(), LETTERS=(Writes(Paper, result),))


class Seen(Pace):
    """A pace of which one sees who waits for the stopwatch in it."""

    inside = booking = 0

    async def turn(self, chat: int) -> None:
        self.inside += 1
        try:
            await super().turn(chat)
        finally:
            self.inside -= 1

    async def _book(self, number: int) -> None:
        self.booking += 1
        try:
            await super()._book(number)
        finally:
            self.booking -= 1


class Process:
    """An application, and what it does beside the turns."""

    def __init__(self, app: App, watch: Stopwatch) -> None:
        self.app, self._watch = app, watch
        self.starts()

    def starts(self) -> None:
        app, watch = self.app, self._watch
        budget = Shared(app.record, Allowed(PER_S), watch, watch) if app.record.shared else None
        self.pace = app.postman.pace = Seen(monotonic=watch, sleep=watch.sleep, budget=budget)
        self.tasks = [asyncio.create_task(one) for one in (app.delivery.run(), app.postman.counts())]

    @property
    def busy(self) -> bool:
        """Whether it waits for anything but the stopwatch."""
        carries = self.app.delivery._claiming.locked() or self.app.delivery._woken.is_set()
        return carries or bool(self.pace.booking) or len(self.app.delivery._in_work) > self.pace.inside

    def dies(self) -> int:
        """Whatever it does ends where it is, and another begins in its stead. Returns how many letters were on their
        way.
        """
        app = self.app
        flying = tuple(app.postman._flying)
        for task in (*flying, *app.delivery._in_work.values(), *self.tasks):
            task.cancel()
        writing = Writing(app.record, app.house, letter_kinds((*FEATURES, RESULTS)))
        app.postman = Postman(app.record, app.showing, writing, app.papers, app.operator, app.figures)
        app.delivery = Delivery(app.record, app.postman)
        app.record.letters_written = app.delivery.wake
        self.starts()
        return len(flying)

    async def ends(self) -> None:
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)


@contextlib.asynccontextmanager
async def another(stage: Stage, features: Iterable[ModuleType]) -> AsyncIterator[App]:
    """Another process that sends letters, on the same record and to the same sandbox."""
    with tempfile.TemporaryDirectory(prefix="tani-heads-") as folder:
        heads = LogHead(Path(folder) / "staff-log.head")
        app = App(stage.app.settings, Parts(stage.clock, Rulebook(), cheap_hashing(), features, heads))
        await app.start(takes=False, delivers=False)
        try:
            yield app
        finally:
            await app.stop()
