"""What a tap, a tick, a claim and /credits take when the tables that grow have grown old.

The same is measured on a record of a few rows and on one that SQL has filled; the two take turns.
"""

import asyncio
import random
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from bot.clock import RealClock
from bot.lull import Lulls
from bot.record import Record
from bot.schedule import Schedule
from bot.updates import upkeep
from bot.updates.turns import Turns
from content.rules import Rulebook
from handlers.features import FEATURES
from handlers.incoming import Incoming, Pressed, Said
from handlers.presses.study import quiz as presses
from handlers.routing import Routes, due_work
from handlers.turn import House
from storage.engine.cipher import Cipher, new_key, read_keys
from storage.engine.sessions import Sessions
from storage.post import letters
from tests.addresses import PlainLinks
from tests.bench import filling
from tests.bench.figures import percentiles_ms
from tests.bench.taps import CHOICES, LIVING, People, seated
from tests.databases import migrated, postgres_server
from tests.operators import SAMPLE

PEOPLE = 20


@dataclass(frozen=True)
class Age:
    """`rows` are filled in, shared evenly by the tables that grow; each look is taken so many `times`."""

    rows: int = 10_000_000
    times: int = 300


@dataclass
class Place:
    """A record with people on it, and what a process would have wired to it."""

    name: str
    record: Record
    turns: Turns
    schedule: Schedule
    people: People
    last_update: int = 1

    async def tap(self, person: int, number: int) -> None:
        """One press of a choice, as a turn: the update, the answer, the screen."""
        attempt = self.people.sitting[person]
        place, choice = 1 + number % attempt.sitting.asked, 1 + number // attempt.sitting.asked % CHOICES
        pressed = Pressed(presses.Choose(attempt.id, place, choice).pack(), LIVING)
        await self.turns.take(Incoming(self._next(), person, "ja", LIVING, pressed), bytes)

    async def credits(self, person: int, number: int) -> None:
        await self.turns.take(Incoming(self._next(), person, "ja", 100 + number, Said("/credits")), bytes)

    async def claim(self, _person: int, _number: int) -> None:
        """What delivery asks after a letter was written: here nothing is due, as nearly always."""
        await self.record.write(lambda session: letters.claim(session, self.record.now()))

    async def tick(self, _person: int, _number: int) -> None:
        await self.schedule.tick()

    def _next(self) -> int:
        self.last_update += 1
        return self.last_update


LOOKS: Mapping[str, Callable[[Place, int, int], Awaitable[None]]] = {
    "a tap": Place.tap,
    "a claim of nothing": Place.claim,
    "/credits": Place.credits,
    "a tick": Place.tick,
}


def aged(age: Age, out: TextIO) -> None:
    """Fill a record on each database, look at it and at a young one in turn, and print how long it took."""
    with tempfile.TemporaryDirectory(prefix="tani-bench-") as folder, _places(Path(folder), age, out) as places:
        took = asyncio.run(_looked(places, age.times))
        print(f"\n{'in ms: p50 / p99':34}" + "".join(f"{name:>22}" for name in LOOKS), file=out)
        for place, waits in zip(places, took, strict=True):
            cells = ("{:.2f} / {:.2f}".format(*percentiles_ms(wait)) for wait in waits)
            print(f"{place.name:34}" + "".join(f"{cell:>22}" for cell in cells), file=out)


@contextmanager
def _places(folder: Path, age: Age, out: TextIO) -> Iterator[Sequence[Place]]:
    """A young record and an old one on SQLite, and the same on PostgreSQL."""
    cipher, places = Cipher(read_keys(new_key())), []
    with postgres_server(durable=True) as server, ExitStack() as closing:
        makes: tuple[Callable[[str], str], ...] = (
            lambda name: f"sqlite:///{folder / name}.sqlite",
            lambda _name: server.url(server.create()),
        )
        for make in makes:
            for name, rows in (("young", 0), ("old", age.rows)):
                sessions = _record(make(name), cipher)
                closing.callback(sessions.close)
                places.append(_place(sessions, rows, out))
                closing.callback(places[-1].record.close)
        yield places


def _record(url: str, cipher: Cipher) -> Sessions:
    migrated(url, cipher)
    return Sessions(url, cipher)


def _place(sessions: Sessions, rows: int, out: TextIO) -> Place:
    people = seated(sessions, PEOPLE)
    begun = time.perf_counter()
    filled = filling.fill(sessions, rows)
    name = f"{sessions.kind}, {filled:,} rows"
    if rows:
        print(f"\n{name}: filled in {time.perf_counter() - begun:.0f} s", file=out)
    record = Record(sessions, RealClock(), lulls=Lulls(grace_s=0.0))
    routes, house = Routes(FEATURES), House(Rulebook(), PlainLinks(), sessions.cipher, SAMPLE)
    due = (*upkeep.DUE, *due_work(FEATURES))
    return Place(name, record, Turns(record, routes, house), Schedule(record, house.rulebook, due), people)


async def _looked(places: Sequence[Place], times: int) -> Sequence[Sequence[Sequence[float]]]:
    """What it took, in seconds, by place and look. The first tenth is for warmth."""
    chance = random.Random(1)
    took: list[list[list[float]]] = [[[] for _ in LOOKS] for _ in places]
    for number in range(times):
        for place, waits in zip(places, took, strict=True):
            person = chance.choice(list(place.people))
            for look, wait in zip(LOOKS.values(), waits, strict=True):
                begun = time.perf_counter()
                await look(place, person, number)
                wait.append(time.perf_counter() - begun)
    return [[wait[times // 10 :] for wait in waits] for waits in took]
