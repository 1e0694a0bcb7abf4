"""What a members' file would do to the record: each row is compared with the member that has its ID."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.importing import members_file
from content.importing.member_record import FIELDS
from content.importing.members_file import Row
from content.importing.report import MOST_MISSING, Fault, Outcome, Planned
from content.rules import Rulebook
from content.tables import Sheet
from content.text import names
from storage.engine.cipher import Cipher
from storage.importing.known import Known
from storage.people import members
from storage.tables import Member

LACKS = "lacks a character that the name in the record has (if it is meant so: --shorter-names)"
_FULL = select(Member).where(Member.id.in_(bindparam("ids", expanding=True)))


class Comparison:
    """Compares rows with the record of the moment at which it was made. `shorter`: names that lack characters of the
    record's are meant so. The rows come in the order of the file.
    """

    def __init__(self, session: Session, cipher: Cipher, *, shorter: bool) -> None:
        self._known = Known(session, cipher)
        self._shorter = shorter
        self._member_nos: dict[str, int] = {}
        self._mamis_ids: dict[str, int] = {}
        self._seen: set[int] = set()

    def rows(self, sheet: Sheet, today: date, _rulebook: Rulebook) -> Iterator[Row]:
        return members_file.rows(sheet, today)

    def compared(self, session: Session, rows: Sequence[Row]) -> list[Planned]:
        """What becomes of each of these rows."""
        known = [self._member(row) for row in rows]
        found = {one.id: one for one in session.execute(_FULL, {"ids": [one for one in known if one]}).scalars()}
        return [self._planned(row, found.get(member or 0)) for row, member in zip(rows, known, strict=True)]

    def rest(self, _session: Session) -> tuple[Mapping[Outcome, int], Iterator[Planned]]:
        """How many members of the record no row names; and their rows, unless there are more than MOST_MISSING."""
        left = sorted(self._known.everybody() - self._seen)
        named = left if len(left) <= MOST_MISSING else ()
        return {Outcome.MISSING: len(left)}, (Planned(0, Outcome.MISSING, one) for one in named)

    def _member(self, row: Row) -> int | None:
        member = self._known.by_no(row.member_id)
        if member is not None:
            self._seen.add(member)
        return member

    def _planned(self, row: Row, member: Member | None) -> Planned:
        faults = (*row.faults, *self._faults(row, member))
        if faults or row.record is None:
            return Planned(
                row.line, Outcome.REFUSED, member.id if member else None, faults=tuple(_told(one) for one in faults)
            )
        fields = members.fields_of(row.record)
        if member is None:
            return Planned(row.line, Outcome.NEW, after=fields)
        now = values_of(member)
        after = {name: value for name, value in fields.items() if now[name] != value}
        if not after:
            return Planned(row.line, Outcome.SAME, member.id)
        return Planned(row.line, Outcome.CHANGED, member.id, {name: now[name] for name in after}, after)

    def _faults(self, row: Row, member: Member | None) -> Iterator[tuple[str, str]]:
        if row.member_id:
            yield from _twice(self._member_nos, row.member_id, row.line, "member_id")
        if row.mamis_id:
            yield from _twice(self._mamis_ids, row.mamis_id, row.line, "mamis_id")
        if not row.member_id:
            return
        if row.record and member and not self._shorter and names.loses(member.name, row.record.name):
            yield "name", LACKS
        holder = self._known.by_mamis(row.mamis_id)
        if holder is not None and (member is None or holder != member.id):
            yield "mamis_id", "another member of the record has this ID"


def values_of(member: Member) -> dict[str, Any]:
    """What the record has of a member, in the columns that an import writes."""
    return {name: getattr(member, name) for name in FIELDS}


def _twice(seen: dict[str, int], text: str, line: int, column: str) -> Iterator[tuple[str, str]]:
    first = seen.setdefault(text, line)
    if first != line:
        yield column, f"the same ID stands on line {first}"


def _told(fault: Any) -> Fault:
    if isinstance(fault, tuple):
        return Fault(*fault)
    return Fault(fault.column, fault.reason)
