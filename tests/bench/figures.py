"""What is measured of a bot, and the table that says it."""

import statistics
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.running import processor_s, running
from tests.bench.telegram_stub import Stub
from tests.process import ROOT


@dataclass(frozen=True)
class Size:
    """`taps` of `people` in each of `rounds`, all at once, and then `calm` taps at `per_second`."""

    taps: int = 3_000
    people: int = 300
    rounds: int = 3
    calm: int = 300
    per_second: float = 60.0

    @property
    def taps_each(self) -> int:
        """How many taps one person makes at most, in all rounds."""
        return self.rounds * (1 + self.taps // self.people + -(-self.calm // self.people))

    @property
    def all_taps(self) -> int:
        """How many taps a bot gets in all rounds, those for warmth too."""
        return self.rounds * (self.people + self.taps // self.people * self.people + self.calm)


SMALL = Size(taps=40, people=8, rounds=1, calm=16, per_second=200.0)


@dataclass(frozen=True)
class Contestant:
    """A bot, how it is started, and what a person does to it (the rest of an update, after its number)."""

    name: str
    module: Sequence[str]
    environment: dict[str, str]
    people: Iterable[int]
    does: Callable[[int], bytes]
    python: Path = Path(sys.executable)
    tree: Path = ROOT


@dataclass(frozen=True)
class Figures:
    """Taps a second; waits for the answer in ms, all at once (p50, p99) and at a calm rate (p50, p99); µs of processor
    a tap.
    """

    taps: float
    p50: float
    p99: float
    calm_p50: float
    calm_p99: float
    processor_us: float


async def measured(stub: Stub, bot: Contestant, size: Size, log: Path) -> Figures:
    """Start it, let everybody tap once for warmth, measure, stop it."""
    people = list(bot.people)
    async with running(stub, bot, log) as pid:
        await stub.all_at_once({person: [bot.does(person)] for person in people})
        each = size.taps // size.people
        taps = {person: [bot.does(person) for _ in range(each)] for person in people}
        used = processor_s(pid)
        took, waits = await stub.all_at_once(taps)
        used = processor_s(pid) - used
        turns = (people[number % len(people)] for number in range(size.calm))
        calm = await stub.in_turn(((person, bot.does(person)) for person in turns), size.per_second)
    return Figures(len(waits) / took, *percentiles_ms(waits), *percentiles_ms(calm), 1e6 * used / len(waits))


def percentiles_ms(waits: Sequence[float]) -> tuple[float, float]:
    """p50 and p99, in milliseconds."""
    cuts = statistics.quantiles(waits, n=100, method="inclusive")
    return 1e3 * cuts[49], 1e3 * cuts[98]


def column(rounds: Sequence[Figures], name: str) -> tuple[float, float, float]:
    """The least, the median and the most of one figure in all rounds."""
    found = [getattr(one, name) for one in rounds]
    return min(found), statistics.median(found), max(found)


HEADS = {
    "taps": "taps/s",
    "processor_us": "CPU µs/tap",
    "p50": "p50 ms",
    "p99": "p99 ms",
    "calm_p50": "calm p50 ms",
    "calm_p99": "calm p99 ms",
}


def table(played: Mapping[str, Sequence[Figures]]) -> str:
    """A line a bot: of each figure the median of the rounds, and behind it the least and the most."""
    head = f"{'':42}" + "".join(f"{text:>20}" for text in HEADS.values())
    lines = [f"{name:42}" + "".join(f"{_cell(rounds, one):>20}" for one in HEADS) for name, rounds in played.items()]
    return "\n".join([head, *lines])


def _cell(rounds: Sequence[Figures], name: str) -> str:
    least, median, most = column(rounds, name)
    places = 1 if name.startswith("calm") else 0
    return f"{median:.{places}f} ({least:.{places}f}-{most:.{places}f})"
