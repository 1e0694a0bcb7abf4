"""A table as text (CSV): parted by commas, tabs or semicolons, each line judged by itself."""

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from content.tables.lines import Broken, Line, lines_of

DELIMITERS = {"comma": ",", "tab": "\t", "semicolon": ";"}
LONGEST_LINE = 20_000
MOST_LINES_OF_A_CELL = 20

NO_MATCH = "the quotation marks do not match"
TOO_LONG = f"the line has more than {LONGEST_LINE:,} characters"


@dataclass(frozen=True)
class Text:
    """A sheet of text."""

    text: str

    def headers(self) -> Iterator[tuple[str, Line]]:
        for way in DELIMITERS:
            for line in self.lines(way, 0):
                if isinstance(line, Line):
                    yield way, line
                break

    def lines(self, way: str, width: int) -> Iterator[Line | Broken]:
        for line in _records(self.text, DELIMITERS[way], width):
            if isinstance(line, Broken) or any(cell.strip() for cell in line.cells):
                yield line


def _records(text: str, delimiter: str, width: int) -> Iterator[Line | Broken]:
    """A quoted cell may run over several lines. A quotation mark that is never closed spoils its own line alone: what
    follows would otherwise be swallowed as a part of the cell.
    """
    coming = lines_of(text)
    ahead: deque[str] = deque(islice(coming, MOST_LINES_OF_A_CELL))
    number = 1
    while ahead:
        record, taken = _record(number, ahead, delimiter, width)
        for _ in range(taken):
            ahead.popleft()
        ahead.extend(islice(coming, taken))
        yield record
        number += taken


def _record(number: int, ahead: deque[str], delimiter: str, width: int) -> tuple[Line | Broken, int]:
    """The next record, and how many lines it takes."""
    if len(ahead[0]) > LONGEST_LINE:
        return Broken(number, TOO_LONG), 1
    reader = csv.reader(iter(ahead), delimiter=delimiter, strict=True)
    try:
        cells = tuple(next(reader))
    except csv.Error:
        return Broken(number, NO_MATCH), 1
    if reader.line_num > 1 and width and len(cells) != width:
        return Broken(number, NO_MATCH), 1
    return Line(number, cells), reader.line_num
