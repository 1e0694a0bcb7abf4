"""Reading the file of credits that staff grant: row by row what it asks for, or every fault of the row."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from content import tables
from content.access import login_id
from content.importing import grant_fields
from content.importing.grant_record import AskedGrant
from content.importing.past_record import NOT_HERE
from content.importing.rows import Fault, cells_of
from content.rules import Rules
from content.tables import Sheet
from content.tables.cells import BadCell
from content.values import CreditKind

NOBODY = "is empty, and so is the MAMIS ID: one of them names the member"
NOTHING = "is empty, and so is the title: one of them names the content"
NAMED_OTHER = "names a published content, which no declaration is: leave the kind empty, or write - here"
NOT_DECLARED = "is of what is published here: anything else is granted as a declaration"
EMPTY_FOR_OTHER = "is empty: what is not published here needs title, organiser, code, credits and day"


@dataclass(frozen=True)
class Row:
    """A line with what it asks for, or with faults. The IDs have the form by which they are looked up; each may be
    empty.
    """

    line: int
    member_id: str
    mamis_id: str
    faults: tuple[Fault, ...]
    asked: AskedGrant | None


def rows(sheet: Sheet, today: date, rules: Rules) -> Iterator[Row]:
    """Every line below the header that holds anything. If the header has a fault, that fault is all there is."""
    readers = grant_fields.readers(today, rules)
    for found in tables.read(sheet, grant_fields.COLUMNS, grant_fields.FURTHER):
        read, faults = cells_of(found, readers)
        ids = [login_id.read(read.pop(column, "")).text for column in ("member_id", "mamis_id")]
        if faults:
            yield Row(found.line, ids[0], ids[1], faults, None)
            continue
        asked = _asked(read)
        faults = tuple(_together(found.line, ids, asked))
        yield Row(found.line, ids[0], ids[1], faults, None if faults else asked)


def _asked(read: dict[str, Any]) -> AskedGrant:
    renamed = {"credits": "half_units", "reason": "why"}
    return AskedGrant(**{renamed.get(column, column): value for column, value in read.items()})


def _together(line: int, ids: list[str], asked: AskedGrant) -> Iterator[Fault]:
    """Faults of cells that do not go together."""
    if not any(ids):
        yield Fault(line, NOBODY, column="member_id")
    if asked.is_other:
        yield from _of_other(line, asked)
    elif not asked.content and not asked.title:
        yield Fault(line, NOTHING, column="content")


def _of_other(line: int, asked: AskedGrant) -> Iterator[Fault]:
    if asked.content not in ("", NOT_HERE):
        yield Fault(line, NAMED_OTHER, column="content")
        return
    if asked.kind not in (None, CreditKind.DECLARATION):
        yield Fault(line, NOT_DECLARED, column="kind")
    needed = {
        "title": asked.title,
        "organiser": asked.organiser,
        "code": asked.code,
        "credits": asked.half_units,
        "day": asked.day,
    }
    for column, value in needed.items():
        if value is None or value == "":
            yield Fault(line, EMPTY_FOR_OTHER, column=column)
    try:
        grant_fields.title_of_other(asked.title or "--")
    except BadCell as bad:
        yield Fault(line, str(bad), column="title")
