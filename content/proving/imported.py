"""What imports of credits already held say: the credits that rest on these are attested, and nothing proves them."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from content.importing.report import State
from content.proving.finding import Fault, Finding
from content.proving.ground import Terms
from content.proving.written import Written

Row = tuple[int, int, str, bool]
"""A row of an import: the member, the number of the import, and the content."""


@dataclass(frozen=True)
class Imports:
    """`states`: every import of credits by its number. `kept`: those whose rows are still kept, which are 30 days.
    `rows`: what these rows say of some members.
    """

    states: Mapping[int, State]
    kept: Collection[int]
    rows: Mapping[Row, Terms]

    def terms(self, row: Written) -> Terms | None:
        """What the import says of this grant; None if its rows are not kept any more."""
        return self.rows.get(_key(row))

    def fault(self, row: Written, *, stands: bool) -> str:
        """Why this grant does not rest on its import; empty if it does."""
        state = self.states.get(row.import_id or 0)
        if state is None:
            return f"credit {row.id} rests on import {row.import_id}, which is not on record"
        if row.import_id in self.kept and self.terms(row) is None:
            return f"credit {row.id} is not among the rows of import {row.import_id}"
        if state is State.UNDONE and stands:
            return f"credit {row.id} stands, although import {row.import_id} was taken back"
        return ""

    def missing(self, grants: Collection[Written]) -> Iterator[Finding]:
        """What an applied import says and no grant has."""
        written = {_key(row) for row in grants}
        for member_id, number, source, sample in sorted(self.rows):
            if self.states[number] is State.APPLIED and (member_id, number, source, sample) not in written:
                said = f"no credit was written, although import {number} says so"
                yield Finding(member_id, source, Fault.MISSING, said)


NONE = Imports({}, (), {})


def _key(row: Written) -> Row:
    return row.member_id, row.import_id or 0, row.source, row.sample
