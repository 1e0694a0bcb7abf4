"""The tables of an attendance certificate: what was taken, and the sums by curriculum code."""

from __future__ import annotations

from collections.abc import Sequence

from content.certificates.certificate import CertificateFacts, CertificateLine, Subtotal
from content.words import paper as words
from handlers.papers.lines import broken
from handlers.papers.marks import Block, Mark, Rule, Section, Text, left, right

_SIZE, _SMALL, _HEADING = 9.0, 7.5, 8.5
_LEADING = 4.5
_ABOVE, _BELOW = 5.0, 2.3  # from the rule above a row to its first baseline, from its last baseline to the rule below
_STRONG, _MEDIUM, _FINE = 0.25, 0.15, 0.1
_GUTTER = 8.0

# Offsets from the left edge. The three parts of the day and the number of the code are aligned at their right ends, all
# other texts at their beginnings.
_DAY_ENDS = (10.3, 16.8, 23.3)
_TITLE, _TITLE_ROOM = 27.0, 54.5
_ORGANISER, _ORGANISER_ROOM = 83.5, 29.0
_CODE_ENDS, _CODE_NAME, _CODE_ROOM = 121.5, 124.0, 28.7
_SUM_CODE_ENDS, _SUM_NAME, _SUM_ROOM = 5.0, 8.0, 56.0


def lines_section(facts: CertificateFacts, x: float, room: float) -> Section:
    """The credits in the order given. A certificate without credits has one sentence in their place."""
    rows = [_line(line, x, room, tenths=_has_halves(facts)) for line in facts.lines]
    return Section(
        _lines_head(words.CATEGORY if facts.by_category else words.CODE, x, room),
        rows or [_row((left(x, _ABOVE, words.NOTHING, _SIZE),), 1, x, room)],
    )


def sums_section(facts: CertificateFacts, x: float, room: float) -> Section:
    """The sums by code, two beside each other, and the total under the last of them."""
    sums, half = facts.subtotals, (room - _GUTTER) / 2
    pairs = [sums[first : first + 2] for first in range(0, len(sums), 2)]
    # A slice, because there may be no last row.
    rows = [_sums(pair, x, half, tenths=_has_halves(facts)) for pair in pairs]
    rows[-1:] = [row.above(_total(facts, x, room)) for row in rows[-1:]]
    title = words.SUBTOTALS_BY_CATEGORY if facts.by_category else words.SUBTOTALS
    return Section(_sums_head(title, x, room, half, columns=min(len(sums), 2)), rows)


def _sums_head(title: str, x: float, room: float, half: float, *, columns: int) -> Block:
    ends = (x + half, x + room)[:columns]
    units = (right(end, 11.1, words.UNITS, _HEADING) for end in ends)
    return Block(13.5, (left(x, 11.1, title, _HEADING), *units, Rule(x, 13.5, room, _MEDIUM)))


def _total(facts: CertificateFacts, x: float, room: float) -> Block:
    figure = words.units(facts.half_units, tenths=_has_halves(facts))
    return Block(9, (Rule(x, 0, room, _STRONG), left(x, 6.4, words.TOTAL, 11), right(x + room, 6.4, figure, 11)))


def _has_halves(facts: CertificateFacts) -> bool:
    return any(line.half_units % 2 for line in facts.lines)


def _lines_head(code: str, x: float, room: float) -> Block:
    names = (
        left(x, 4.6, words.DAY, _HEADING),
        left(x + _TITLE, 4.6, words.CONTENT, _HEADING),
        left(x + _ORGANISER, 4.6, words.ORGANISER, _HEADING),
        left(x + _CODE_ENDS - 3.6, 4.6, code, _HEADING),
        right(x + room, 4.6, words.UNITS, _HEADING),
    )
    return Block(6.8, (Rule(x, 0, room, _STRONG), *names, Rule(x, 6.8, room, _MEDIUM)))


def _line(line: CertificateLine, x: float, room: float, *, tenths: bool) -> Block:
    title = _column(line.title, x + _TITLE, _TITLE_ROOM)
    organiser = _column(line.organiser, x + _ORGANISER, _ORGANISER_ROOM)
    kind = _column(line.kind, x + _ORGANISER, _ORGANISER_ROOM, size=_SMALL, after=len(organiser))
    code_name = _column(line.category or line.code_name, x + _CODE_NAME, _CODE_ROOM)
    figures = (
        *_code(None if line.category else line.code, x + _CODE_ENDS),
        right(x + room, _ABOVE, words.units(line.half_units, tenths=tenths), _SIZE),
    )
    day = [right(x + end, _ABOVE, part, _SIZE) for end, part in zip(_DAY_ENDS, words.day_parts(line.day), strict=True)]
    height = max(len(title), len(organiser) + len(kind), len(code_name))
    return _row((*day, *title, *organiser, *kind, *code_name, *figures), height, x, room)


def _sums(sums: Sequence[Subtotal], x: float, room: float, *, tenths: bool) -> Block:
    marks: list[Mark] = []
    for start, each in zip((x, x + room + _GUTTER), sums, strict=False):
        marks.extend(_code(each.code, start + _SUM_CODE_ENDS))
        marks.extend(_column(each.code_name, start + _SUM_NAME, _SUM_ROOM))
        marks.append(right(start + room, _ABOVE, words.units(each.half_units, tenths=tenths), _SIZE))
    height = max(len(broken(each.code_name, _SIZE, _SUM_ROOM)) for each in sums)
    return _row(tuple(marks), height, x, 2 * room + _GUTTER)


def _code(number: int | None, end: float) -> tuple[Text, ...]:
    """The number of a code; a category has none."""
    return () if number is None else (right(end, _ABOVE, str(number), _SIZE),)


def _column(text: str, x: float, room: float, size: float = _SIZE, after: int = 0) -> tuple[Text, ...]:
    """The text broken to the column's width. It begins below `after` lines that stand there already."""
    rows = enumerate(broken(text, size, room), start=after)
    return tuple(left(x, _ABOVE + place * _LEADING, row, size) for place, row in rows)


def _row(marks: tuple[Mark, ...], lines: int, x: float, room: float) -> Block:
    height = _ABOVE + _LEADING * (max(lines, 1) - 1) + _BELOW
    return Block(height, (*marks, Rule(x, height, room, _FINE)))
