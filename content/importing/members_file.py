"""Reading the members' file: row by row a member, or every fault of the row."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from content import tables
from content.access import login_id
from content.importing import member_fields
from content.importing.member_fields import COLUMNS, READERS
from content.importing.member_record import MemberRecord
from content.importing.rows import Fault, Reader, cells_of
from content.tables import Sheet


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


def rows(sheet: Sheet, today: date) -> Iterator[Row]:
    """Every line below the header that holds anything. If the header has a fault, that fault is all there is."""
    known: dict[str, Reader] = {**READERS, "birth_date": partial(member_fields.birth_date, today=today)}
    readers = {column: known[column] for column in COLUMNS}
    for found in tables.read(sheet, COLUMNS):
        read, faults = cells_of(found, readers)
        member_id, mamis_id = (login_id.read(read.get(column, "")).text for column in ("member_id", "mamis_id"))
        record = None if faults else MemberRecord(member_no=read.pop("member_id"), **read)
        yield Row(found.line, member_id, mamis_id, faults, record)
