"""The report of an import as the lines of a table: one for each fault of a row, one for each column of a row that
changes, and one for any other row.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from content.importing.member_record import FIELDS
from content.importing.report import Kind, Outcome, Planned
from content.words import Words


@dataclass(frozen=True)
class Named:
    """A row of the report with the member whom it is about: the record's, or the file's if the member is new."""

    row: Planned
    member_no: str
    name: str


def lines(kind: Kind, rows: Iterable[Named], words: Words) -> Iterator[Sequence[str]]:
    """The lines, the header first."""
    yield words.importing.report_columns()
    for one in rows:
        yield from _lines(kind, one, words)


def _lines(kind: Kind, one: Named, words: Words) -> Iterator[Sequence[str]]:
    say, row = words.importing, one.row
    head = (str(row.line or ""), say.outcome(kind, row.outcome), one.member_no, one.name)
    if row.outcome is Outcome.CHANGED:
        for name in (one for one in FIELDS if one in row.after):
            yield (*head, say.column(name), _cell(row.before.get(name)), _cell(row.after[name]), "")
    elif row.faults:
        for fault in row.faults:
            yield (*head, say.column(fault.column), "", _after(one, words), words.table_faults.said(fault.reason))
    elif row.outcome is Outcome.COVERED:
        yield (*head, say.column("complete_from"), "", str(row.after["complete_from"]), "")
    else:
        yield (*head, "", "", _after(one, words), str(row.after.get("why", "")))


def _after(one: Named, words: Words) -> str:
    """The credit that the row brings; empty for a row of members, whose columns have lines of their own."""
    return words.importing.credit(one.row.after) if "half_units" in one.row.after else ""


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    return "" if value is None else str(value)
