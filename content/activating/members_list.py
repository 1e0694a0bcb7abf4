"""A list of members by their IDs, for whom activation letters are made. Any columns of the members' file may stand in
it besides; only the ID is read.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from content import tables
from content.importing.common_fields import MEMBER_COLUMNS, member_id
from content.tables import Further, Sheet
from content.tables.cells import BadCell

ID = "member_id"
COLUMNS = {ID: MEMBER_COLUMNS[ID]}
FURTHER = Further({name: japanese for name, japanese in MEMBER_COLUMNS.items() if name != ID})
UNKNOWN = "is no member of the record"
NOBODY = "there is no member in the file"


@dataclass(frozen=True)
class Row:
    """A line of the list: the ID as it is looked up, or why it can't be read."""

    line: int
    member_id: str = ""
    why: str = ""


def rows(sheet: Sheet) -> Iterator[Row]:
    """Every line below the header that holds anything. If the header has a fault, that fault is all there is."""
    return (_row(found) for found in tables.read(sheet, COLUMNS, FURTHER))


def _row(found: tables.Row) -> Row:
    """Faults in other columns than the ID's don't matter: unless they are the header's."""
    if ID not in found.cells:
        ours = [one for one in found.faults if one.column in ("", ID)] or [*found.faults]
        return Row(found.line, why=ours[0].reason)
    try:
        return Row(found.line, member_id(found.cells[ID]))
    except BadCell as bad:
        return Row(found.line, why=str(bad))
