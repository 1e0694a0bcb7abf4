"""The rows of a sheet under the columns of a format: any order, English or Japanese names, any width."""

import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from content.tables.cells import BadCell, as_written, clean
from content.tables.lines import Broken, Line, Sheet

Columns = Mapping[str, str]
"""The columns of a format: the English name of each, by which its cells are handed out, and the Japanese one."""

ABOVE = 10
"""How far down a header is looked for, to say where it stands."""


@dataclass(frozen=True)
class Bad:
    """What is wrong in a line (from 1), and in which column (its English name) if it is one column's."""

    line: int
    reason: str
    column: str = ""


@dataclass(frozen=True)
class Row:
    """A line below the header: its cells by column, and the faults of those that can't be taken, which are left out."""

    line: int
    cells: Mapping[str, str]
    faults: tuple[Bad, ...] = ()


@dataclass(frozen=True)
class Further:
    """Columns that a table need not have. A table with all of them was written by Tan'i itself, and nothing got lost on
    the way through other systems: there the cells of the `exact` columns are taken as they are.
    """

    columns: Columns
    exact: Collection[str] = ()


NOTHING_FURTHER = Further({})


def read(sheet: Sheet, columns: Columns, further: Further = NOTHING_FURTHER) -> Iterator[Row]:
    """Every line below the header that holds anything. With a fault in the header that is all there is."""
    names = _names({**columns, **further.columns})
    way, header = _header(sheet, names)
    known = [names.get(_folded(cell)) for cell in header.cells]
    faults = tuple(_header_faults(sheet, way, header, known, columns))
    if faults:
        yield Row(header.number, {}, faults)
        return
    places = {column: place for place, column in enumerate(known) if column}
    exact = further.exact if further.columns.keys() <= places.keys() else ()
    for line in sheet.lines(way, len(header.cells)):
        if isinstance(line, Broken):
            yield Row(line.number, {}, (Bad(line.number, line.reason),))
        elif line.number != header.number:
            yield _row(line, places, names, exact)


def fitting(sheet: Sheet, columns: Columns) -> int:
    """How many of these columns the sheet's header names."""
    names = _names(columns)
    return len({names[_folded(cell)] for cell in _header(sheet, names)[1].cells if _folded(cell) in names})


def _names(columns: Columns) -> Mapping[str, str]:
    return {_folded(word): english for english, japanese in columns.items() for word in (english, japanese)}


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def _known(line: Line, names: Mapping[str, str]) -> int:
    return sum(_folded(cell) in names for cell in line.cells)


def _header(sheet: Sheet, names: Mapping[str, str]) -> tuple[str, Line]:
    """The header, parted in the way by which most of its cells are columns that we know."""
    found = list(sheet.headers()) or [("", Line(1, ()))]
    return max(found, key=lambda one: _known(one[1], names))


def _header_faults(
    sheet: Sheet, way: str, header: Line, known: Sequence[str | None], columns: Columns
) -> Iterator[Bad]:
    if not any(known):
        yield Bad(header.number, _no_header(sheet, way, columns))
        return
    for place, column in enumerate(known, start=1):
        if column is None:
            said = header.cells[place - 1].strip()[:40] or "(empty)"
            yield Bad(header.number, f"column {place} is not one of the header: {said}")
        elif column in known[: place - 1]:
            yield Bad(header.number, "this column stands twice", column)
    for column in columns:
        if column not in known:
            reason = "this column is missing: it may be empty, but what is not there would be erased"
            yield Bad(header.number, reason, column)


def _no_header(sheet: Sheet, way: str, columns: Columns) -> str:
    names = _names(columns)
    for line in islice(sheet.lines(way, 0), ABOVE) if way else ():
        if isinstance(line, Line) and _known(line, names) > 1:
            return f"the header stands in line {line.number}: remove what is above it"
    return f"no header: the first line names the columns {', '.join(columns)} (or {', '.join(columns.values())})"


def _row(line: Line, places: Mapping[str, int], names: Mapping[str, str], exact: Collection[str]) -> Row:
    if _folded(line.cells[0]) in names and _known(line, names) > 1:
        return Row(line.number, {}, (Bad(line.number, "the header stands here a second time: remove this line"),))
    if len(line.cells) < len(places) or any(cell.strip() for cell in line.cells[len(places) :]):
        reason = f"the line has {len(line.cells)} cells, and the header has {len(places)}"
        return Row(line.number, {}, (Bad(line.number, reason),))
    cells: dict[str, str] = {}
    faults: list[Bad] = []
    for column, place in places.items():
        try:
            cells[column] = (as_written if column in exact else clean)(line.cells[place])
        except BadCell as bad:
            faults.append(Bad(line.number, str(bad), column))
    return Row(line.number, cells, tuple(faults))
