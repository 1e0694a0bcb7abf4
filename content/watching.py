"""Which seconds of a film count as watched.

A watch page tells in beats which spans it has played; nothing of it is believed beyond what real time allows.
Each newly watched second costs 1,000 ms. What can be spent is banked by the server's clock: the time since the last
beat, at most 120 s of it and none that was spent hidden, times the allowed speed. What a beat leaves over is carried
on inside the viewing, up to 5 s; when a beat falls short it draws on the grace of 5 s, which belongs to the member
and the version of the film and is never filled up again.

So every second ever credited was paid from time that passed while a viewing was live, banked once, or from the one
grace: credited seconds <= real time x speed + 5 s, whatever is sent, in whatever order. Carrying over does not loosen
the bound, it only spends later what was banked before.

Times are integer milliseconds throughout; seconds of the film are numbered from 0.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias, TypeGuard

from content.absence import given

GAP_MS = 120_000
"""The longest time between two beats that counts."""
GRACE_MS = 5_000
"""What a member may be credited beyond real time, once for each version of a film."""
SPARE_MS = 5_000
"""How much of the film one beat may leave to the next: a late beat and the early one after it even out."""
MOST_SPANS = 200
"""Spans beyond this number in one beat are not read."""

_LONGEST = 24 * 3600
_HIGHEST_SEQ = 2**31 - 1

Span: TypeAlias = tuple[int, int]
"""From and to in milliseconds, half open."""
Stretch: TypeAlias = tuple[int, int]
"""From and to in whole seconds of the film, half open."""


@dataclass(frozen=True, slots=True)
class Watched:
    """A bit for each second: bit n, the least significant of each byte first, stands for second n.

    A bitmap of another length than `seconds` asks for is read as cut or filled up with zeros.
    """

    bitmap: bytes
    seconds: int

    @property
    def count(self) -> int:
        """How many seconds are watched."""
        return self._bits.bit_count()

    def stretches(self) -> tuple[Stretch, ...]:
        """What is watched, in order."""
        return self._runs("1+")

    def gaps(self) -> tuple[Stretch, ...]:
        """What is missing, in order."""
        return self._runs("0+")

    def complete(self, threshold_pct: int) -> bool:
        """Whether enough is watched for 受講済."""
        return self.count >= needed(self.seconds, threshold_pct)

    def without(self, seconds: Iterable[int]) -> list[int]:
        """Those of the seconds that are not watched yet."""
        bits = self._bits
        return [second for second in seconds if not bits >> second & 1]

    def having(self, seconds: Iterable[int]) -> Watched:
        """This and the seconds, in a bitmap of the full length."""
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
    """A watch page as the server knows it; a new one begins with the moment of its opening and nothing else."""

    last_at_ms: int
    seq: int = 0
    spare_ms: int = 0
    live: bool = True


@dataclass(frozen=True, slots=True)
class Beat:
    """What a page tells. `visible`: it was on the screen all the time since its last beat."""

    seq: int
    spans_ms: tuple[Span, ...] = ()
    visible: bool = True


class Taken(NamedTuple):
    """A beat's outcome: `credited` new seconds, and `cut_ms` of new seconds that real time did not allow."""

    state: State
    viewing: Viewing
    credited: int
    cut_ms: int


def seconds_of(duration_ms: int) -> int:
    """The seconds a film is counted in. A rest of less than half a second belongs to the second before it."""
    return max(1, (duration_ms + 500) // 1000) if duration_ms > 0 else 0


def needed(seconds: int, threshold_pct: int) -> int:
    """How many of the seconds make a film complete, rounded up; never none."""
    return max(1, -(-seconds * threshold_pct // 100))


def covered(spans: Sequence[Span], duration_ms: int) -> list[int]:
    """The seconds of which the spans together cover half or more, in order. What lies outside the film is cut off."""
    played: Counter[int] = Counter()
    for start, end in _merged(spans, duration_ms):
        for second in range(start // 1000, -(-end // 1000)):
            played[second] += min(end, second * 1000 + 1000) - max(start, second * 1000)
    there = range(seconds_of(duration_ms))
    return [second for second in there if 2 * played[second] >= min(1000, duration_ms - second * 1000)]


def credit(state: State, spans: Sequence[Span], budget_ms: int) -> tuple[State, int, int]:
    """Adds what the spans cover, in the order of the film, as far as the budget goes.

    Returns the state, how many seconds are new, and how many more would have been.
    """
    new = state.watched.without(covered(spans, state.duration_ms))
    paid = new[: max(0, budget_ms) // 1000]
    return replace(state, bitmap=state.watched.having(paid).bitmap), len(paid), len(new) - len(paid)


def beat(state: State, viewing: Viewing, told: Beat, now_ms: int, speed_pct: int) -> Taken:
    """Takes one beat at the server's `now_ms`; `speed_pct` 200 is double speed.

    A beat of an ended viewing, and one that is not newer than the last, changes nothing. A hidden one only moves the
    clock on.
    """
    if not viewing.live or told.seq <= viewing.seq:
        return Taken(state, viewing, 0, 0)
    last_at_ms = max(viewing.last_at_ms, now_ms)  # a clock set back must not bank the same time twice
    heard = replace(viewing, seq=told.seq, last_at_ms=last_at_ms)
    if not told.visible:
        return Taken(state, heard, 0, 0)
    budget = viewing.spare_ms + min(last_at_ms - viewing.last_at_ms, GAP_MS) * speed_pct // 100
    after, credited, cut = credit(state, told.spans_ms, budget + state.grace_left_ms)
    rest = budget - credited * 1000
    return Taken(
        replace(after, grace_left_ms=state.grace_left_ms + min(rest, 0)),
        replace(heard, spare_ms=min(max(rest, 0), SPARE_MS)),
        credited,
        cut * 1000,
    )


def read_beat(document: Mapping[str, object]) -> Beat:
    """The beat in a page's message {"seq", "spans": [[from, to], …] in seconds, "visible"}, whatever stands in it.

    A seq that is none becomes 0, which no viewing takes; only a true `visible` counts.
    """
    seq = document.get("seq")
    return Beat(
        seq=seq if type(seq) is int and 0 < seq <= _HIGHEST_SEQ else 0,
        spans_ms=read_spans(document.get("spans")),
        visible=document.get("visible") is True,
    )


def read_spans(told: object) -> tuple[Span, ...]:
    """The usable ones of a list of [from, to] in seconds; what is infinite, negative, reversed or no number is not."""
    if not isinstance(told, list):
        return ()
    return given(*map(_read_span, told[:MOST_SPANS]))


def read_position(told: object, duration_ms: int, before: int) -> int:
    """The second at which the page stands, within the film, or `before` where it tells none."""
    if not _is_time(told):
        return before
    return min(_to_ms(told), duration_ms) // 1000


def _read_span(entry: object) -> Span | None:
    if not isinstance(entry, list) or len(entry) != 2:
        return None
    start, end = entry
    if not (_is_time(start) and _is_time(end) and start < end):
        return None
    return _to_ms(start), _to_ms(end)


def _is_time(told: object) -> TypeGuard[int | float]:
    """Numbers from 0 up to, but not, infinity; comparing keeps out NaN without turning a huge integer into a float."""
    return isinstance(told, int | float) and not isinstance(told, bool) and 0 <= told < math.inf


def _to_ms(seconds: int | float) -> int:
    return round(min(seconds, _LONGEST) * 1000)


def _merged(spans: Sequence[Span], duration_ms: int) -> list[Span]:
    """The spans cut to the film, in order, none touching the next."""
    merged: list[Span] = []
    for start, end in sorted((max(0, start), min(end, duration_ms)) for start, end in spans):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
