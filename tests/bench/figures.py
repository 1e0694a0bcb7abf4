"""What is measured of a bot, and the table that says it."""

import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from tests.bench.running import processor_s, running
from tests.bench.telegram_stub import Stub


@dataclass(frozen=True)
class Size:
    """`taps` of `people` in each of `rounds`, all at once, and then `calm` taps at `per_second`."""

    taps: int = 3_000
    people: int = 300
    rounds: int = 3
    calm: int = 300
    per_second: float = 100.0

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
    async with running(stub, bot.module, bot.environment, log) as pid:
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


def medians(rounds: Sequence[Figures]) -> Figures:
    """Of each figure the median of all rounds."""
    return Figures(*(statistics.median(column) for column in zip(*map(astuple, rounds), strict=True)))


def table(results: Mapping[str, Figures]) -> str:
    """A line a bot."""
    head = [
        f"{'':42}{'------- all at once -------':>36}{'-- calmly --':>18}",
        f"{'':42}{'taps/s':>8}{'p50 ms':>8}{'p99 ms':>8}{'CPU µs/tap':>12}{'p50 ms':>9}{'p99 ms':>9}",
    ]
    lines = [
        f"{name:42}{one.taps:8.0f}{one.p50:8.0f}{one.p99:8.0f}{one.processor_us:12.0f}"
        f"{one.calm_p50:9.1f}{one.calm_p99:9.1f}"
        for name, one in results.items()
    ]
    return "\n".join([*head, *lines])
