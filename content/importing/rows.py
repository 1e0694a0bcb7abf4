"""What the files that are imported have in common: how they are opened, and the faults of their rows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from content import tables
from content.importing import common_fields
from content.tables import NoTable, Sheet
from content.tables.cells import BadCell

Reader = Callable[[str], object]
"""Reads a cell. It raises BadCell."""


class BadFile(Exception):
    """The file can't be read as a table at all."""


@dataclass(frozen=True)
class Fault:
    """What is wrong in a line (counted from 1), and in which column, if in one. It holds nothing of the person."""

    line: int
    reason: str
    column: str = ""

    def __str__(self) -> str:
        where = f", {self.column} ({common_fields.NAMES[self.column]})" if self.column else ""
        return f"line {self.line}{where}: {self.reason}"


def opened(raw: bytes) -> Sheet:
    """The sheet of the file, CSV or XLSX. Raises BadFile."""
    try:
        return tables.opened(raw)
    except NoTable as bad:
        raise BadFile(bad.reason) from None


def cells_of(found: tables.Row, readers: Mapping[str, Reader]) -> tuple[dict[str, Any], tuple[Fault, ...]]:
    """What the cells of a row say by column, and the faults in the order of the columns (`readers` has it)."""
    read: dict[str, Any] = {}
    faults = [Fault(bad.line, bad.reason, bad.column) for bad in found.faults]
    for column, text in found.cells.items():
        try:
            read[column] = readers[column](text)
        except BadCell as bad:
            faults.append(Fault(found.line, str(bad), column))
    places = {column: place for place, column in enumerate(readers)}
    return read, tuple(sorted(faults, key=lambda fault: places.get(fault.column, 0)))
