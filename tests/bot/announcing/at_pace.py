"""What tests of the pace do: letters to many, sent by one process or by several, at the sandbox's strict rates.

All clocks are one stopwatch, which runs only when everybody waits for it. So 300 letters take ten of its seconds.
"""

import asyncio
import contextlib
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import select

from bot.app import App, Parts
from bot.clock import DemoClock
from bot.loghead import LogHead
from bot.sandbox import Person
from bot.sandbox.api.methods import PACED
from bot.sandbox.errors import ApiError
from bot.sandbox.people import Json
from bot.sandbox.rates import Rates
from bot.schedule import TICK_S
from bot.sending.budget import Shared
from bot.sending.pace import PER_S, Pace
from bot.updates.hashing import Hashing
from content.announcing.announcement import Audience, Language, Of
from content.rules import Rulebook
from handlers.screens.screen import Place, Screen
from handlers.turn import Turn, Writes
from storage.announcing import announcements, going
from storage.people import chats
from storage.post import letters
from storage.post.budget import Allowed
from storage.tables import Letter
from tests.bot.sending.post import Paper
from tests.bot.sending.running import Stopwatch
from tests.conftest import NOW
from tests.process import quick_drawing
from tests.samples import member
from tests.stage import Stage

FIRST = 880_000_000
TEXT = "全会員へのお知らせ"
EVERY_S = 0.25
"""A member taps so often, and is answered at once."""


RESULT = "試験の結果"


def result(_turn: Turn, _letter: letters.Letter[Any]) -> Screen:
    return Screen(RESULT, place=Place.OWN)


RESULTS = ModuleType("results")
"""A kind that is sent again if nobody knows whether it arrived."""
RESULTS.__dict__.update(ROUTES=(), LETTERS=(Writes(Paper, result),))


def known(stage: Stage, many: int) -> list[int]:
    """So many members who have begun a chat with the bot; returns their numbers."""
    people, cipher = [], stage.app.sessions.cipher
    with stage.app.sessions.begin() as session:
        for one in range(many):
            person = Person(id=FIRST + one, first_name=f"会員{one}")
            stage.world.people[person.id] = person
            chat = stage.world.chats.private(person)
            chat.met = chat.known = True
            people.append(member(session, NOW, no=f"77{one:08}"))
            chats.bind(session, chats.meet(session, cipher, person.id, "ja", NOW), people[-1], NOW)
    return people


class Followed(DemoClock):
    """The product's clock goes by the stopwatch."""

    def __init__(self, start: datetime | None = None, *, runs: bool = False) -> None:
        self.watch = Stopwatch()
        self._began = self.watch()
        super().__init__(start, runs=False)

    def now(self) -> datetime:
        return super().now() + timedelta(seconds=self.watch() - self._began)


class Counting(Rates):
    """The strict rates, and how many calls were too fast."""

    refused = 0

    def call(self, method: str) -> None:
        with self._counted():
            super().call(method)

    def spend(self, chat_id: int | str, *, group: bool = False) -> None:
        with self._counted():
            super().spend(chat_id, group=group)

    @contextlib.contextmanager
    def _counted(self) -> Iterator[None]:
        try:
            yield
        except ApiError:
            self.refused += 1
            raise


class Timed(list[tuple[str, Json]]):
    """The calls that had an effect, and when each of them was made."""

    def __init__(self, watch: Stopwatch) -> None:
        super().__init__()
        self._watch = watch
        self.moments: list[float] = []

    def append(self, call: tuple[str, Json]) -> None:
        super().append(call)
        self.moments.append(self._watch())


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
        budget = Shared(app.record, Allowed(PER_S), watch, watch) if app.record.shared else None
        self.app = app
        self.pace = app.postman.pace = Seen(monotonic=watch, sleep=watch.sleep, budget=budget)
        self.tasks = [asyncio.create_task(one) for one in (app.delivery.run(), app.postman.counts())]

    @property
    def busy(self) -> bool:
        """Whether it waits for anything but the stopwatch."""
        carries = self.app.delivery._claiming.locked() or self.app.delivery._woken.is_set()
        return carries or bool(self.pace.booking) or len(self.app.delivery._in_work) > self.pace.inside

    async def ends(self) -> None:
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)


class Run:
    """Letters go out, and members tap meanwhile."""

    def __init__(self, stage: Stage, many: int, *others: App) -> None:
        assert isinstance(stage.clock, Followed)
        self.stage, self.many = stage, many
        self.watch = stage.clock.watch
        self.rates = stage.world.rates = Counting(self.watch, on=True)
        self.calls = stage.world.calls = Timed(self.watch)
        self.processes = [Process(app, self.watch) for app in (stage.app, *others)]
        self.people: list[int] = []
        self.tapping = list(range(many))
        self.taps = 0
        self._ticking = False

    def joins(self) -> None:
        self.people = known(self.stage, self.many)

    def announces(self) -> None:
        """An announcement to everybody begins."""
        with self.stage.app.sessions.begin() as session:
            number = announcements.write(session, Audience(Of.ALL), self.people[0], NOW)
            for language in Language:
                announcements.set_text(session, number, language, TEXT)
            announcements.counted(session, number, self.many, NOW)
            going.start(session, announcements.one(session, number), self.people[1])

    def results(self) -> None:
        """A result for each of them."""
        with self.stage.app.sessions.begin() as session:
            for one in self.people:
                letters.put(session, member_id=one, key=Paper("1"), slot="1", at=NOW)

    def open(self, kind: str) -> int:
        """How many letters of this kind have not ended."""
        ended = self.ended(kind)
        return sum(ended[state] for state in ("waiting", "claimed", "sending"))

    def got(self, text: str = TEXT) -> list[int]:
        """How often each of the members got it."""
        every = (self.stage.world.messages(FIRST + one) for one in range(self.many))
        return [sum(one.get("text") == text for one in messages) for messages in every]

    def rate(self, text: str = TEXT) -> tuple[float, float]:
        """How many letters with this text went in a second, and how many messages of any other kind meanwhile."""
        paced = [(call, at) for call, at in zip(self.calls, self.calls.moments, strict=True) if call[0] in PACED]
        letters = [at for (_, about), at in paced if text in about.get("text", "")]
        first, last = letters[0], letters[-1]
        others = sum(first <= at <= last for (_, about), at in paced if text not in about.get("text", ""))
        return (len(letters) - 1) / (last - first), others / (last - first)

    def ended(self, kind: str) -> Counter[str]:
        """How many letters of this kind there are, by their state."""
        with self.stage.app.sessions.reading() as session:
            return Counter(session.execute(select(Letter.state).where(Letter.kind == kind)).scalars())

    async def runs(self, over: Callable[[], bool]) -> None:
        """Let time pass until it is over. The members tap meanwhile, each in turn."""
        acts = [asyncio.create_task(act) for act in (self._tap(), self._tick())]
        while not over():
            await self._rests()
            self.watch.wakes()
            for act in acts:
                if act.done():
                    act.result()
        await self._rests()
        for act in acts:
            act.cancel()
        await asyncio.gather(*acts, return_exceptions=True)

    async def ends(self) -> None:
        for process in self.processes:
            await process.ends()

    async def _rests(self) -> None:
        """Return when everybody waits for the stopwatch."""
        for _ in range(5):  # who was woken takes up its work
            await asyncio.sleep(0)
        while self._ticking or self.stage.world.pending() or any(process.busy for process in self.processes):
            await asyncio.sleep(0.0005)
        await self.stage.app.intake.settled()

    async def _tap(self) -> None:
        while True:
            await self.watch.sleep(EVERY_S)
            self.stage.world.send_text(FIRST + self.tapping[self.taps % len(self.tapping)], "/help")
            self.taps += 1
            for process in self.processes:  # by its own clock each looks once a second
                process.app.delivery.wake()

    async def _tick(self) -> None:
        while True:
            self._ticking = True
            await self.stage.app.schedule.tick()
            self._ticking = False
            await self.watch.sleep(TICK_S)


@contextlib.asynccontextmanager
async def another(stage: Stage, features: Iterable[ModuleType]) -> AsyncIterator[App]:
    """Another process that sends letters, on the same record and to the same sandbox."""
    with tempfile.TemporaryDirectory(prefix="tani-heads-") as folder:
        heads = LogHead(Path(folder) / "staff-log.head")
        hashing: Any = Hashing(rounds=1, memory_kib=8, lanes=1)
        app = App(stage.app.settings, Parts(stage.clock, Rulebook(), hashing, features, heads, quick_drawing()))
        await app.start(takes=False, delivers=False)
        try:
            yield app
        finally:
            await app.stop()
