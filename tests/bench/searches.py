"""How long a search takes among 84 titles and among 2,000, and whether it finds what is meant."""

import time
from dataclasses import dataclass
from typing import TextIO

from content.text.finding import search
from tests.bench.figures import percentiles_ms
from tests.content.searching import missed, programme, queries


@dataclass(frozen=True)
class Searches:
    """Every query is asked `asks` times, of a programme with so many `titles` and of a small one."""

    titles: int = 2_000
    asks: int = 3


def searches(asked: Searches, out: TextIO) -> None:
    """Ask every query of both programmes, and print how long it took and how many were not answered."""
    print(f"{'a search in ms: p50 / p99':30}{'processor, mean':>18}{'answer among 3':>18}", file=out)
    for titles in (84, asked.titles):
        courses = programme(titles)
        lost = missed(courses)  # also warms what is folded once
        took, began = [], time.process_time()
        for _ in range(asked.asks):
            for text, _code in queries():
                at = time.perf_counter()
                search(text, courses)
                took.append(time.perf_counter() - at)
        mean_ms = 1e3 * (time.process_time() - began) / len(took)
        p50, p99 = percentiles_ms(took)
        found = f"{100 * (1 - len(lost) / len(queries())):.1f} %"
        print(f"{titles:,} titles: {p50:.1f} / {p99:.1f}".ljust(30) + f"{mean_ms:>18.1f}{found:>18}", file=out)
