"""Reading the members' file: row by row a member, or every fault of the row."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from content import tables
from content.access import login_id
from content.importing import member_fields
from content.importing.member_fields import COLUMNS, READERS
from content.importing.member_record import MemberRecord
from content.tables import Bad, NoTable, Sheet
from content.tables.cells import BadCell


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


def opened(raw: bytes) -> Sheet:
    """The sheet of the file, CSV or XLSX. Raises BadFile."""
    try:
        return tables.opened(raw)
    except NoTable as bad:
        raise BadFile(bad.reason) from None


def rows(sheet: Sheet, today: date) -> Iterator[Row]:
    """Every line below the header that holds anything. If the header has a fault, that fault is all there is."""
    for found in tables.read(sheet, COLUMNS):
        yield _row(found, today)


def _row(found: tables.Row, today: date) -> Row:
    read: dict[str, Any] = {}
    faults = [_fault(bad) for bad in found.faults]
    for column, text in found.cells.items():
        try:
            read[column] = member_fields.birth_date(text, today) if column == "birth_date" else READERS[column](text)
        except BadCell as bad:
            faults.append(Fault(found.line, str(bad), column))
    member_id, mamis_id = (login_id.read(read.get(column, "")).text for column in ("member_id", "mamis_id"))
    record = None if faults else MemberRecord(member_no=read.pop("member_id"), **read)
    in_order = sorted(faults, key=lambda fault: _PLACES.get(fault.column, 0))
    return Row(found.line, member_id, mamis_id, tuple(in_order), record)


def _fault(bad: Bad) -> Fault:
    return Fault(bad.line, bad.reason, bad.column)


_PLACES = {column: place for place, column in enumerate(COLUMNS)}
