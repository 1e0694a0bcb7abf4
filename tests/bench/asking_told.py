"""What members who ask for certificates at once get, and what others feel of it, in words."""

import math
import statistics
from collections.abc import Iterator, Sequence

from tests.bench.asking import Asked, Burst
from tests.bench.figures import percentiles_ms

HELD_S = 0.010
MOST = 1.5
"""At most so many times as long as in calm may the 99th of a hundred taps of others take."""
WAITS = f"""
A tap of others: p50 / p99 in ms. Calm is measured right before and right after each burst, with the same people at the
same rate. "In all" is from the asking to the last certificate; "at first" is until all who asked are answered. The
ratio of a p99 to that of calm is to be at most {MOST}. By the clock it holds all that the machine did for others, too;
by processor time it is what the bot itself did between a tap and its answer, before it or for it."""


def told(asked: Asked) -> str:
    return "\n".join((asked.kind, *_lines(asked)))


def _lines(asked: Asked) -> Iterator[str]:
    for burst in asked.bursts:
        half, whole = statistics.median(burst.files) - burst.begun, burst.ended - burst.begun
        yield (
            f"  {len(burst.files)} members ask at once: all are answered after {burst.answered - burst.begun:.1f} s,"
            f" half have their certificate after {half:.1f} s, all after {whole:.1f} s"
        )
        first = burst.others.begun(burst.begun, burst.answered)
        for by in ("seconds", "worked"):
            calm, others, at_first = (_percentiles(getattr(one, by)) for one in (burst.calm, burst.others, first))
            name = "by the clock" if by == "seconds" else "by processor time"
            yield (
                f"    a tap {name:18} calm {_two(calm)}   in all {_two(others)} = {others[1] / calm[1]:.2f} x"
                f"   at first {_two(at_first)}"
            )
    for by, name in (("seconds", "by the clock"), ("worked", "by processor time")):
        ratios = [_ratio(burst, by) for burst in asked.bursts]
        yield f"  p99 of others, {name}: {statistics.median(ratios):.2f} x calm (median; at most {max(ratios):.2f})"
    held, worked = ([step[place] for step in asked.during] for place in (1, 2))
    yield (
        f"  the loop was held for {1e3 * max(worked, default=0.0):.1f} ms of processor time at the longest,"
        f" {1e3 * max(held, default=0.0):.1f} ms by the clock; over 10 ms {sum(one > HELD_S for one in worked)} times,"
        f" by the clock {sum(one > HELD_S for one in held)} times"
    )


def _ratio(burst: Burst, by: str) -> float:
    return _percentiles(getattr(burst.others, by))[1] / _percentiles(getattr(burst.calm, by))[1]


def _percentiles(waits: Sequence[float]) -> tuple[float, float]:
    """Middle and 99th percentile; no numbers (nan) if there were too few."""
    return percentiles_ms(waits) if len(waits) > 1 else (math.nan, math.nan)


def _two(waits: tuple[float, float]) -> str:
    return f"{waits[0]:.1f} / {waits[1]:.1f}"
