"""Reading the members' file: its encoding, its delimiter, and for each row a member or all its faults."""

import codecs
import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.commands import member_fields
from bot.commands.member_fields import COLUMNS, READERS, BadCell
from content import login_id
from storage.people.members import MemberRecord

DELIMITERS = ",\t;"
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # the first bytes of .xlsx (a ZIP file) and .xls


class BadFile(Exception):
    """The file can't be read as a table at all."""


@dataclass(frozen=True)
class Fault:
    """What is wrong in a line (counted from 1), and in which column, if in one. It holds nothing of the person."""

    line: int
    reason: str
    column: str = ""

    def __str__(self) -> str:
        where = f", {self.column} ({COLUMNS[self.column]})" if self.column else ""
        return f"line {self.line}{where}: {self.reason}"


@dataclass(frozen=True)
class Row:
    """A line with a member, or with faults. The IDs have the form by which they are looked up; they are empty if
    unreadable.
    """

    line: int
    member_id: str
    mamis_id: str
    faults: tuple[Fault, ...]
    record: MemberRecord | None


def load(path: Path) -> str:
    """The text of the file, which is UTF-8 with or without a byte order mark, or CP932. Raises BadFile, OSError."""
    raw = path.read_bytes()
    if raw.startswith(_WORKBOOKS) or path.suffix.lower() in (".xlsx", ".xls"):
        raise BadFile("is a workbook: only CSV is read in this version. Save it as CSV (UTF-8).")
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise BadFile("is UTF-16: save it as CSV (UTF-8).")
    plain = raw.removeprefix(codecs.BOM_UTF8)
    try:
        return plain.decode("utf-8")
    except UnicodeDecodeError as error:
        return _cp932(plain, error.start)


def rows(text: str, today: date) -> Iterator[Row]:
    """Every line below the header that holds anything. If the header has a fault, that fault is all there is."""
    delimiter, headers = _headers(text)
    columns = [member_fields.column(header) for header in headers]
    faults = tuple(_header_faults(headers, columns))
    if faults:
        yield _faulty(1, *faults)
        return
    places = {column: place for place, column in enumerate(columns) if column}
    for line, cells in _cells(text, delimiter):
        yield _faulty(line, cells) if isinstance(cells, Fault) else _row(line, cells, places, today)


def _cp932(raw: bytes, utf8_until: int) -> str:
    try:
        return raw.decode("cp932")
    except UnicodeDecodeError as error:
        # Neither encoding fits. The one that could be read further is the one that was meant.
        line = raw.count(b"\n", 0, max(utf8_until, error.start)) + 1
        raise BadFile(f"is neither UTF-8 nor CP932 (Shift_JIS): line {line} can't be read.") from None


def _headers(text: str) -> tuple[str, list[str]]:
    """The cells of the first line, and the delimiter with which most of them are columns that we know."""
    lines = io.StringIO(text, newline="").readline()
    readings = [(delimiter, next(csv.reader([lines], delimiter=delimiter), [])) for delimiter in DELIMITERS]
    return max(readings, key=lambda one: sum(member_fields.column(cell) is not None for cell in one[1]))


def _header_faults(headers: Sequence[str], columns: Sequence[str | None]) -> Iterator[Fault]:
    if not any(columns):
        names = f"{', '.join(COLUMNS)} (or {', '.join(COLUMNS.values())})"
        yield Fault(1, f"no header: the first line names the columns {names}")
        return
    for place, column in enumerate(columns, start=1):
        if column is None:
            yield Fault(1, f"column {place} is not one of the header: {headers[place - 1].strip()[:40] or '(empty)'}")
        elif column in columns[: place - 1]:
            yield Fault(1, "this column stands twice", column)
    for column in COLUMNS:
        if column not in columns:
            yield Fault(1, "this column is missing: it may be empty, but what is not there would be erased", column)


def _cells(text: str, delimiter: str) -> Iterator[tuple[int, list[str] | Fault]]:
    """The rows below the header that hold anything, each with its first line: a cell may hold line breaks."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if line > 1 and any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error:
        yield line, Fault(line, "the quotation marks do not match; what follows was not read")


def _row(line: int, cells: Sequence[str], places: Mapping[str, int], today: date) -> Row:
    if len(cells) < len(places) or any(cell.strip() for cell in cells[len(places) :]):
        return _faulty(line, Fault(line, f"has {len(cells)} cells, and the header has {len(places)}"))
    read: dict[str, Any] = {}
    faults: list[Fault] = []
    for column, place in places.items():
        try:
            read[column] = _read(column, member_fields.clean(cells[place]), today)
        except BadCell as bad:
            faults.append(Fault(line, str(bad), column))
    member_id, mamis_id = (login_id.read(read.get(column, "")).text for column in ("member_id", "mamis_id"))
    record = None if faults else MemberRecord(member_no=read.pop("member_id"), **read)
    return Row(line, member_id, mamis_id, tuple(faults), record)


def _faulty(line: int, *faults: Fault) -> Row:
    return Row(line, "", "", faults, None)


def _read(column: str, text: str, today: date) -> object:
    return member_fields.birth_date(text, today) if column == "birth_date" else READERS[column](text)
