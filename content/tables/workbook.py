"""A table as a workbook (XLSX), read by calamine after its bytes were measured.

calamine lays a sheet out as a whole rectangle and gives an error (#N/A) as an empty cell. So the XML is looked through
first: how large it is, how far it reaches, and in which rows errors stand.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import IO

import python_calamine as calamine

from content.tables.lines import Broken, Line, NoTable

MOST_BYTES = 300 * 1024 * 1024
MOST_PARTS = 1_000
_CHUNK = 1024 * 1024
# of the cells that hold something those with an error, those beyond column AD or row 299,999, and those without a place
_ODD_CELL = re.compile(
    rb"""<(?:\w+:)?c(?=[\s>])(?:(?=[^<>]*\s(?:t=["']e["']|r=["'](?:A[E-Z]|[B-Z][A-Z]|[A-Z]{3}"""
    rb"""|[A-Z]{1,2}(?=[3-9]\d{5}|\d{7}))\d))|(?![^<>]*\sr=["']))(?:>|[^<>]*[^<>/]>)"""
)
_PLACE = re.compile(rb"""\sr=["']([A-Z]{1,3})([0-9]{1,7})["']""")
_ERROR = re.compile(rb"""\st=["']e["']""")
_HIDDEN = re.compile(rb"""<(?:\w+:)?col(?=\s)(?=[^<>]*\shidden=["'](?:1|true)["'])[^<>]*?\smin=["'](\d{1,5})["']""")

BOMB = "unpacks into more than 300 MB: it is no list. Copy the rows into a new workbook, or save it as CSV (UTF-8)"
LOCKED = "is locked with a password: save it without one"
OTHER = "is no workbook of this kind: save it as .xlsx or as CSV (UTF-8)"
NO_PLACE = "has cells that don't say where they stand: open it in a spreadsheet and save it again"
DAMAGED = "is a damaged workbook: open it and save it again"
ERROR = "holds an error of the spreadsheet (such as #N/A): mend its formula, or write what is meant"
MERGED = "cells are merged here: each row is to have cells of its own"
Value = int | float | str | bool | time | date | datetime | timedelta


@dataclass(frozen=True)
class Workbook:
    """A sheet of a workbook: its rows, and the rows that must not be used with the reason."""

    rows: tuple[tuple[str, ...], ...]
    broken: tuple[Broken, ...]

    def headers(self) -> Iterator[tuple[str, Line]]:
        for line in self.lines("", 0):
            if isinstance(line, Line):
                yield "cells", line
            break

    def lines(self, way: str, width: int) -> Iterator[Line | Broken]:
        broken = {one.number: one for one in reversed(self.broken)}
        for number, cells in enumerate(self.rows, start=1):
            if number in broken:
                yield broken[number]
            elif any(cell.strip() for cell in cells):
                yield Line(number, cells)


def opened(raw: bytes) -> Workbook:
    """The one sheet that holds anything. Raises NoTable."""
    hidden = set[int]()
    errors = tuple(Broken(row, ERROR) for row in sorted(set(_measured(raw, hidden))))
    try:
        with calamine.load_workbook(io.BytesIO(raw)) as book:
            sheet = _filled(book)
            _refuse_hidden(hidden, sheet.width)
            merged = tuple(Broken(start[0] + 1, MERGED) for start, _ in sheet.merged_cell_ranges or ())
            rows = tuple(tuple(map(_text, row)) for row in sheet.iter_rows())
    except calamine.PasswordError:
        raise NoTable(LOCKED) from None
    except calamine.CalamineError:
        raise NoTable(DAMAGED) from None
    return Workbook(rows, (*merged, *errors))


def _filled(book: calamine.CalamineWorkbook) -> calamine.CalamineSheet:
    every = [book.get_sheet_by_index(place) for place in range(len(book.sheet_names))]
    filled = [sheet for sheet in every if sheet.height]
    if len(filled) > 1:
        names = ", ".join(sheet.name for sheet in filled[:5])
        raise NoTable(f"has {len(filled)} sheets that hold something ({names}): leave only the one that is meant")
    if not every:
        raise NoTable(DAMAGED)
    return (filled or every)[0]


def _refuse_hidden(hidden: set[int], width: int) -> None:
    """Whoever sends the sheet does not see what stands there. Columns beyond the last one may be hidden."""
    within = sorted(one for one in hidden if one <= width)
    if within:
        names = ", ".join(_letters(one) for one in within[:5])
        raise NoTable(f"has hidden columns ({names}): show them, and remove what is not meant")


def _letters(column: int) -> str:
    """A, …, Z, AA, … of a column's number from 1."""
    text = ""
    while column:
        column, place = divmod(column - 1, 26)
        text = chr(ord("A") + place) + text
    return text


def _measured(raw: bytes, hidden: set[int]) -> Iterator[int]:
    """The rows in which errors stand; hidden columns (from 1) are put into the set. Raises NoTable for
    what would not fit, or is no zip that can be unpacked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as book:
            parts = book.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
                raise NoTable(BOMB)
            if "xl/workbook.xml" not in {part.filename.lower() for part in parts}:
                raise NoTable(OTHER)
            for part in parts:
                with book.open(part) as packed:
                    yield from _rows_of_errors(packed, hidden)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
        raise NoTable(DAMAGED) from None


def _rows_of_errors(packed: IO[bytes], hidden: set[int]) -> Iterator[int]:
    """Every byte is unpacked, so that a part that lies about its length is found out."""
    rest = b""
    while chunk := packed.read(_CHUNK):
        whole, _, rest = (rest + chunk).rpartition(b"<")
        rest = b"<" + rest
        hidden.update(int(one) for one in _HIDDEN.findall(whole))
        for cell in _ODD_CELL.finditer(whole):
            place = _PLACE.search(cell[0])
            if place is None:
                raise NoTable(NO_PLACE)
            if not _ERROR.search(cell[0]):
                where, row = f"{place[1].decode()}{place[2].decode()}", int(place[2])
                raise NoTable(f"holds something in cell {where}, far from everything else: remove it", row)
            yield int(place[2])


def _text(value: Value) -> str:
    """The value as a CSV file would have it."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime):
        near = value + timedelta(microseconds=500_000)
        return f"{near:%Y-%m-%d}" if near.time().replace(microsecond=0) == time(0) else f"{near:%Y-%m-%d %H:%M:%S}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        value = timedelta(hours=value.hour, minutes=value.minute, seconds=value.second, microseconds=value.microsecond)
    if isinstance(value, timedelta):
        seconds = round(value.total_seconds())
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    # a number of more than 15 digits was rounded by the spreadsheet: it is left with its exponent, which is refused
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(float(value))
