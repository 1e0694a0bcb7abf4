"""Reading the file of credits already held: row by row a credit, or every fault of the row."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from content import tables
from content.access import login_id
from content.credits import common_lectures
from content.exporting import cells
from content.importing import past_fields
from content.importing.common_fields import EXPORT_COLUMNS, printed
from content.importing.past_record import PastCredit
from content.importing.rows import Fault, cells_of
from content.tables import Sheet
from content.tables.cells import BadCell

NOT_COMMON = "is empty for this kind of credit: only lectures and trainings can be common lectures"


@dataclass(frozen=True)
class Row:
    """A line with a credit, or with faults. `member_id` has the form by which it is looked up; empty: unreadable."""

    line: int
    member_id: str
    faults: tuple[Fault, ...]
    record: PastCredit | None


def rows(sheet: Sheet, today: date, first: date) -> Iterator[Row]:
    """Every line below the header that holds anything. If the header has a fault, that fault is all there is."""
    readers, of_export = past_fields.readers(today, first), past_fields.readers_of_export(today, first)
    for found in tables.read(sheet, past_fields.COLUMNS, past_fields.FURTHER):
        is_export = "key" in found.cells
        read, faults = cells_of(_as_written(found) if is_export else found, of_export if is_export else readers)
        member_id = login_id.read(read.pop("member_id", "")).text
        faults = faults or tuple(_together(found.line, read))
        yield Row(found.line, member_id, faults, None if faults else _record(read))


def _as_written(row: tables.Row) -> tables.Row:
    """The row of an export with the texts that its cells stand for."""
    return replace(row, cells={name: cells.read(cell) for name, cell in row.cells.items()})


def _together(line: int, read: dict[str, Any]) -> Iterator[Fault]:
    """Faults of cells that do not go together."""
    if read["certifiable"]:
        for column in ("title", "organiser"):
            try:
                printed(read[column])
            except BadCell as bad:
                yield Fault(line, str(bad), column=column)
    if read["category"] and read["kind"] not in common_lectures.KINDS:
        yield Fault(line, NOT_COMMON, column="category")


def _record(read: dict[str, Any]) -> PastCredit:
    of_export = {column: read.pop(column) for column in EXPORT_COLUMNS if column in read}
    key = of_export.get("key", "")
    common = of_export["common_credits"] if key else None
    return PastCredit(half_units=read.pop("credits"), key=key, common_half_units=common, **read)
