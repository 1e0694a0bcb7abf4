"""What tests of the pace do: letters to many, sent by one process or by several, at the sandbox's strict rates.

All clocks are one stopwatch, which runs only when everybody waits for it. So 300 letters take ten of its seconds.
"""

import asyncio
import contextlib
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from sqlalchemy import select

from bot.app import App
from bot.clock import DemoClock
from bot.sandbox import Person
from bot.sandbox.api.methods import PACED
from bot.sandbox.errors import ApiError
from bot.sandbox.people import Json
from bot.sandbox.rates import Rates
from bot.schedule import TICK_S
from content.announcing.announcement import Audience, Language, Of
from storage.announcing import announcements, going
from storage.people import chats
from storage.post import letters
from storage.tables import Letter
from tests.bot.announcing.processes import Process
from tests.bot.sending.post import Paper
from tests.bot.sending.running import Stopwatch
from tests.conftest import NOW
from tests.samples import member
from tests.stage import Stage

FIRST = 880_000_000
TEXT = "全会員へのお知らせ"


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
        self.taps, self.every_s = 0, 0.25
        self.while_busy: Callable[[], None] = lambda: None
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
            self.while_busy()
        await self.stage.app.intake.settled()

    async def _tap(self) -> None:
        while True:
            await self.watch.sleep(self.every_s)
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
