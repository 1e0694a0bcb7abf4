"""What a members' file would do to the record: each row is compared with the member that has its ID."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.importing.member_record import FIELDS
from content.importing.members_file import Row
from content.importing.report import Fault, Outcome, Planned
from content.text import names
from storage.engine.cipher import Cipher
from storage.people import ids, members
from storage.tables import Member

LACKS = "lacks a character that the name in the record has (if it is meant so: --shorter-names)"
_KEYS = select(Member.id, Member.member_no_key, Member.mamis_key)
_FULL = select(Member).where(Member.id.in_(bindparam("ids", expanding=True)))


class Comparison:
    """Compares rows with the record of the moment at which it was made. `shorter`: names that lack characters of the
    record's are meant so. The rows come in the order of the file.
    """

    def __init__(self, session: Session, cipher: Cipher, *, shorter: bool) -> None:
        self._cipher = cipher
        self._shorter = shorter
        self._by_no: dict[str, int] = {}
        self._by_mamis: dict[str, int] = {}
        for row in session.execute(_KEYS):
            # the first one: a record of an earlier version may have a member twice, under two data keys
            self._by_no.setdefault(row.member_no_key, row.id)
            if row.mamis_key:
                self._by_mamis[row.mamis_key] = row.id
        self._member_nos: dict[str, int] = {}
        self._mamis_ids: dict[str, int] = {}
        self._seen: set[int] = set()

    def compared(self, session: Session, rows: Sequence[Row]) -> list[Planned]:
        """What becomes of each of these rows."""
        known = [self._known(row) for row in rows]
        found = {one.id: one for one in session.execute(_FULL, {"ids": [one for one in known if one]}).scalars()}
        return [self._planned(row, found.get(member or 0)) for row, member in zip(rows, known, strict=True)]

    def missing(self, most: int) -> tuple[int, Iterator[Planned]]:
        """How many members of the record no row names; and their rows, unless there are more than `most`."""
        left = sorted({*self._by_no.values()} - self._seen)
        return len(left), (Planned(0, Outcome.MISSING, one) for one in (left if len(left) <= most else ()))

    def _known(self, row: Row) -> int | None:
        member = _first(self._by_no, self._cipher.finds(row.member_id, ids.MEMBER_NO)) if row.member_id else None
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
        keys = self._cipher.finds(row.mamis_id, ids.MAMIS_ID) if row.mamis_id else ()
        holder = _first(self._by_mamis, keys)
        if holder is not None and (member is None or holder != member.id):
            yield "mamis_id", "another member of the record has this ID"


def values_of(member: Member) -> dict[str, Any]:
    """What the record has of a member, in the columns that an import writes."""
    return {name: getattr(member, name) for name in FIELDS}


def _first(found: Mapping[str, int], keys: Iterable[str]) -> int | None:
    """What stands under the first of these keyed hashes under which anything stands."""
    return next((found[key] for key in keys if key in found), None)


def _twice(seen: dict[str, int], text: str, line: int, column: str) -> Iterator[tuple[str, str]]:
    first = seen.setdefault(text, line)
    if first != line:
        yield column, f"the same ID stands on line {first}"


def _told(fault: Any) -> Fault:
    if isinstance(fault, tuple):
        return Fault(*fault)
    return Fault(fault.column, fault.reason)
