"""Which seconds of a film count as watched.

A watch page reports in beats which spans it has played. The server believes no more than real time allows.
Each newly watched second costs 1,000 ms. The server's clock gives the budget of a beat: the time since the last beat
(at most 120 s of it, and nothing for a hidden page), times the allowed speed. What a beat does not spend is kept for
the next beat of the same viewing, up to 5 s. A beat whose budget is too small takes the rest from the grace of 5 s:
each member has it once for each version of a film, and it is never filled up again.

So every credited second was paid either from time that passed during a viewing, which counts once, or from the grace:
credited seconds <= real time x speed + 5 s, whatever a page sends, in whatever order. Keeping a rest for the next beat
does not loosen this bound: the time is only spent later.

The clock should not jump. If it does, a beat is given at most 120 s that did not pass, and a beat after which it is
right again owes as much.

Times are integer milliseconds throughout; seconds of the film are numbered from 0.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias

GAP_MS = 120_000
"""The longest time between two beats that counts."""
GRACE_MS = 5_000
"""What a member may be credited beyond real time, once for each version of a film."""
BEHIND_MS = GAP_MS
"""A clock that is behind the last beat by more was wrong then, or is wrong now."""
SPARE_MS = 5_000
"""The most that one beat may leave to the next, so that a late beat and the early one after it even out."""

Span: TypeAlias = tuple[int, int]
"""From (included) and to (not included), in milliseconds."""
Stretch: TypeAlias = tuple[int, int]
"""From (included) and to (not included), in whole seconds of the film."""


@dataclass(frozen=True, slots=True)
class Watched:
    """One bit for each second. Bit n stands for second n; each byte begins with its least significant bit.

    A bitmap that is too long for `seconds` is cut, and one that is too short is filled up with zeros.
    """

    bitmap: bytes
    seconds: int

    @property
    def count(self) -> int:
        """How many seconds are watched."""
        return self._bits.bit_count()

    def stretches(self) -> tuple[Stretch, ...]:
        """The watched stretches, in order."""
        return self._runs("1+")

    def gaps(self) -> tuple[Stretch, ...]:
        """The stretches that are not watched, in order."""
        return self._runs("0+")

    def complete(self, threshold_pct: int) -> bool:
        """Whether enough is watched for 受講済."""
        return self.count >= needed(self.seconds, threshold_pct)

    def without(self, seconds: Iterable[int]) -> list[int]:
        """The seconds among these that are not watched yet."""
        bits = self._bits
        return [second for second in seconds if not bits >> second & 1]

    def having(self, seconds: Iterable[int]) -> Watched:
        """These watched seconds and the given ones together, in a bitmap of the full length."""
        bits = self._bits
        for second in seconds:
            bits |= 1 << second
        bits &= (1 << self.seconds) - 1
        return Watched(bits.to_bytes(-(-self.seconds // 8), "little"), self.seconds)

    @property
    def _bits(self) -> int:
        return int.from_bytes(self.bitmap, "little") & ((1 << self.seconds) - 1)

    def _runs(self, pattern: str) -> tuple[Stretch, ...]:
        signs = format(self._bits, f"0{self.seconds}b")[::-1] if self.seconds else ""
        return tuple(run.span() for run in re.finditer(pattern, signs))


@dataclass(frozen=True, slots=True)
class State:
    """What a member has watched of one version of a film. `bitmap` as in Watched."""

    bitmap: bytes
    duration_ms: int
    grace_left_ms: int = GRACE_MS

    @property
    def watched(self) -> Watched:
        """The bitmap over the seconds that the film has."""
        return Watched(self.bitmap, seconds_of(self.duration_ms))


@dataclass(frozen=True, slots=True)
class Viewing:
    """A watch page as the server knows it. A new one knows only the moment at which it was opened."""

    last_at_ms: int
    seq: int = 0
    spare_ms: int = 0
    live: bool = True


@dataclass(frozen=True, slots=True)
class Beat:
    """What a page reports. `visible`: it was on the screen all the time since its last beat."""

    seq: int
    spans_ms: tuple[Span, ...] = ()
    visible: bool = True


class Taken(NamedTuple):
    """A beat's outcome: `credited` new seconds, and `cut_ms` for new seconds that real time did not allow."""

    state: State
    viewing: Viewing
    credited: int
    cut_ms: int


def seconds_of(duration_ms: int) -> int:
    """How many seconds a film has. A rest of less than half a second belongs to the second before it."""
    return max(1, (duration_ms + 500) // 1000) if duration_ms > 0 else 0


def needed(seconds: int, threshold_pct: int) -> int:
    """How many watched seconds make a film complete: rounded up, and at least 1."""
    return max(1, -(-seconds * threshold_pct // 100))


def covered(spans: Sequence[Span], duration_ms: int) -> list[int]:
    """The seconds that the spans together cover by half or more, in order. Spans are cut to the film's length."""
    played: Counter[int] = Counter()
    for start, end in _merged(spans, duration_ms):
        for second in range(start // 1000, -(-end // 1000)):
            played[second] += min(end, second * 1000 + 1000) - max(start, second * 1000)
    there = range(seconds_of(duration_ms))
    return [second for second in there if 2 * played[second] >= min(1000, duration_ms - second * 1000)]


def credit(state: State, spans: Sequence[Span], budget_ms: int) -> tuple[State, int, int]:
    """Adds the seconds that the spans cover, in the order of the film, until the budget is spent.

    Returns the new state, how many seconds were added, and how many new seconds the budget did not pay for.
    """
    new = state.watched.without(covered(spans, state.duration_ms))
    paid = new[: max(0, budget_ms) // 1000]
    return replace(state, bitmap=state.watched.having(paid).bitmap), len(paid), len(new) - len(paid)


def beat(state: State, viewing: Viewing, told: Beat, now_ms: int, speed_pct: int) -> Taken:
    """Takes one beat at the server's `now_ms`; `speed_pct` 200 is double speed.

    A beat changes nothing if its viewing has ended, or it is not newer than the last one. A beat of a hidden page only
    moves the clock on.
    """
    if not viewing.live or told.seq <= viewing.seq:
        return Taken(state, viewing, 0, 0)
    viewing = _in_time(viewing, now_ms, speed_pct)
    last_at_ms = max(viewing.last_at_ms, now_ms)  # a clock set back must not bank the same time twice
    heard = replace(viewing, seq=told.seq, last_at_ms=last_at_ms)
    if not told.visible:
        return Taken(state, heard, 0, 0)
    budget = viewing.spare_ms + min(last_at_ms - viewing.last_at_ms, GAP_MS) * speed_pct // 100
    if budget < 0:  # still in debt
        _, _, unpaid = credit(state, told.spans_ms, 0)
        return Taken(state, replace(heard, spare_ms=budget), 0, unpaid * 1000)
    after, credited, cut = credit(state, told.spans_ms, budget + state.grace_left_ms)
    rest = budget - credited * 1000
    return Taken(
        replace(after, grace_left_ms=state.grace_left_ms + min(rest, 0)),
        replace(heard, spare_ms=min(max(rest, 0), SPARE_MS)),
        credited,
        cut * 1000,
    )


def _in_time(viewing: Viewing, now_ms: int, speed_pct: int) -> Viewing:
    """The viewing, brought back to a clock that is far behind its last beat.

    Waiting until the clock has caught up could take days. But the beat that came too early was given time that had not
    passed, at most GAP_MS: that much is owed, so that no clock brings more than real time.
    """
    if viewing.last_at_ms - now_ms <= BEHIND_MS:
        return viewing
    return replace(viewing, last_at_ms=now_ms, spare_ms=min(viewing.spare_ms, 0) - GAP_MS * speed_pct // 100)


def _merged(spans: Sequence[Span], duration_ms: int) -> list[Span]:
    """The spans cut to the film, in order; spans that touch or overlap become one."""
    merged: list[Span] = []
    for start, end in sorted((max(0, start), min(end, duration_ms)) for start, end in spans):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
