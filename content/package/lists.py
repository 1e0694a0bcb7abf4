"""Lists that are published (attendance, postcards): tables whose faults name the file, the line and the column."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from content import tables
from content.package import reasons
from content.package.faults import Fault
from content.tables import Bad, Columns, NoTable


@dataclass(frozen=True)
class Entry:
    """A line whose cells could all be taken."""

    line: int
    cells: Mapping[str, str]


def fitting(file: Path, columns: Columns) -> int:
    """How many of these columns the header of a file names; 0 for a file that is no table."""
    try:
        return tables.fitting(tables.opened(file.read_bytes()), columns)
    except (NoTable, OSError):
        return 0


def read(file: Path, shown: Path, columns: Columns) -> Iterator[Entry | Fault]:
    """Every line below the header, or what is wrong with it; `shown` is the name of the file in a fault."""
    try:
        sheet = tables.opened(file.read_bytes())
    except NoTable as bad:
        yield Fault(shown, bad.line, f"the file {bad.reason}")
        return
    except OSError:
        yield Fault(shown, 1, reasons.CANNOT_READ)
        return
    for row in tables.read(sheet, columns):
        if not row.faults:
            yield Entry(row.line, row.cells)
        yield from (Fault(shown, bad.line, _said(bad, columns)) for bad in row.faults)


def _said(bad: Bad, columns: Columns) -> str:
    return f"{columns[bad.column]}: {bad.reason}" if bad.column else bad.reason
