"""How long a search takes among few titles and among many, of every kind, and whether it finds what is meant."""

import time
from dataclasses import dataclass
from typing import TextIO

from content.search.entry import Kind
from tests.bench.figures import percentiles_ms
from tests.content import published, searching

SMALL = 84


@dataclass(frozen=True)
class Searches:
    """Every query is asked `asks` times, of a small programme and of one with so many `titles`. Both stand beside 200
    trainings, 120 issues and 200 broadcasts.
    """

    titles: int = 2_000
    asks: int = 3


def searches(asked: Searches, out: TextIO) -> None:
    """Ask every query of both programmes, and print how long it took and how many were not answered."""
    beside = f"{published.TRAININGS} trainings, {published.ISSUES} issues and {published.BROADCASTS} broadcasts"
    print(f"beside {beside}, by processor time", file=out)
    print(f"{'a search in ms':20}{'p50':>8}{'p99':>8}{'most':>8}{'index, ms':>12}{'answer among 3':>18}", file=out)
    for titles in (SMALL, asked.titles):
        began = time.process_time()
        searching.of_courses(titles)
        made = 1e3 * (time.process_time() - began)
        took = _asked(titles, asked.asks)
        p50, p99 = percentiles_ms(took)
        figures = f"{p50:>8.1f}{p99:>8.1f}{1e3 * max(took):>8.1f}{made:>12.0f}{_answered(titles):>18}"
        print(f"{f'{titles:,} titles':20}{figures}", file=out)


def _asked(titles: int, asks: int) -> list[float]:
    """The processor time, in seconds, of each search. Before, each is made once: what is read once is not counted."""
    finder = published.finder(titles)
    texts = [*(text for text, _ in searching.queries()), *(text for text, _, _ in published.queries())]
    took = []
    for turn in range(asks + 1):
        for text in texts:
            at = time.process_time()
            finder.find(text)
            took += [time.process_time() - at] * (turn > 0)
    return took


def _answered(titles: int) -> str:
    lost = len(searching.missed(titles, Kind.COURSE)) + len(published.missed(titles))
    return f"{100 * (1 - lost / (len(searching.queries()) + len(published.queries()))):.1f} %"
