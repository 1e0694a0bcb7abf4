"""Reads what a watch page reports. It may send anything: what is not valid is left out."""

import math
from collections.abc import Mapping
from typing import TypeGuard

from content.absence import given
from content.study.watching import Beat, Span

MOST_SPANS = 200
"""Spans beyond this number in one beat are not read."""

_LONGEST = 24 * 3600
_HIGHEST_SEQ = 2**31 - 1


def read_beat(document: Mapping[str, object]) -> Beat:
    """The beat in a page's message {"seq", "spans": [[from, to], …] in seconds, "visible"}. It may hold anything.

    A seq that is no valid number becomes 0, which no viewing accepts; `visible` counts only if it is exactly true.
    """
    seq = document.get("seq")
    return Beat(
        seq=seq if type(seq) is int and 0 < seq <= _HIGHEST_SEQ else 0,
        spans_ms=read_spans(document.get("spans")),
        visible=document.get("visible") is True,
    )


def read_spans(told: object) -> tuple[Span, ...]:
    """The valid spans in a list of [from, to] in seconds. Infinite, negative or reversed ones are left out."""
    if not isinstance(told, list):
        return ()
    return given(*map(_read_span, told[:MOST_SPANS]))


def read_position(told: object, duration_ms: int, before: int) -> int:
    """The second at which the page stands, within the film; `before` if it reports no valid time."""
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
    """Whether this is a finite number from 0 on. Comparing shuts out NaN and makes no float of a huge integer."""
    # bool is an int too, so it is shut out by name
    return isinstance(told, int | float) and not isinstance(told, bool) and 0 <= told < math.inf


def _to_ms(seconds: int | float) -> int:
    return round(min(seconds, _LONGEST) * 1000)
