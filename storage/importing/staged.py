"""The rows of a report on record: each has a place in its import, counted from 0. An erasure leaves gaps."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from sqlalchemy import ARRAY, BigInteger, Table, bindparam, column, delete, func, insert, select, update
from sqlalchemy.orm import Session

from content.importing.report import Fault, Outcome, Planned
from storage.engine.base import cipher_of
from storage.engine.cipher import Cipher
from storage.engine.shut import shut_row, shut_table
from storage.engine.statements import update_row
from storage.tables import ImportRow

Rows = Sequence[tuple[int, Planned]]
"""Rows of a report, each with the number by which `brought` knows it."""
Shut = Sequence[dict[str, Any]]
"""The same, as the columns of their rows, sealed."""
SPAN = 4_000_000
"""The most rows of an import: its number times this is the number of its first row."""
_ROWS = cast(Table, ImportRow.__table__)
_PART = (
    select(ImportRow)
    .where(ImportRow.id.between(bindparam("first"), bindparam("last")))
    .order_by(ImportRow.id)
    .execution_options(populate_existing=True)
)
_BROUGHT = update(_ROWS).where(_ROWS.c.id == bindparam("row")).values(member_id=bindparam("member"))
_PAIR = (
    func.unnest(bindparam("rows", type_=ARRAY(BigInteger)), bindparam("members", type_=ARRAY(BigInteger)))
    .table_valued(column("row", BigInteger), column("member", BigInteger))
    .render_derived()
)
_BROUGHT_AT_ONCE = update(_ROWS).where(_ROWS.c.id == _PAIR.c.row).values(member_id=_PAIR.c.member)
"""The same for many in one statement, on PostgreSQL, where each takes a way of its own to the server."""
_FORGOTTEN = update(_ROWS).where(_ROWS.c.member_id.in_(bindparam("members", expanding=True))).values(member_id=None)
_LAST = select(func.max(_ROWS.c.id)).where(_ROWS.c.id.between(bindparam("first"), bindparam("last")))
_COUNT = select(func.count()).where(_ROWS.c.id.between(bindparam("first"), bindparam("last")))
_NEW = insert(shut_table(ImportRow))
_REMOVE = delete(_ROWS).where(_ROWS.c.id.between(bindparam("first"), bindparam("last")))


_NAMES = (
    select(_ROWS.c.id)
    .where(_ROWS.c.member_id == bindparam("member"), _ROWS.c.outcome == Outcome.NEW.value)
    .where(_ROWS.c.id.between(bindparam("first"), bindparam("last")))
    .limit(1)
)


def add(session: Session, number: int, place: int, rows: Sequence[Planned]) -> None:
    """Write these rows from this place on. Nothing happens to those that are there already."""
    put(session, shut(cipher_of(session.get_bind().dialect), number, place, rows))


def shut(cipher: Cipher, number: int, place: int, rows: Sequence[Planned]) -> Shut:
    """These rows from this place on, sealed, to be `put`. Raises ValueError if they are too many for an import."""
    if place + len(rows) > SPAN:
        raise ValueError(f"an import has at most {SPAN:,} rows")
    first = number * SPAN + place
    return [shut_row(cipher, ImportRow, at, _values(row)) for at, row in enumerate(rows, start=first)]


def put(session: Session, rows: Shut) -> None:
    """Write these rows, which follow each other. Nothing happens to those that are there already."""
    if not rows:
        return
    first, last = rows[0]["id"], rows[-1]["id"]
    there = session.execute(_LAST, {"first": first, "last": last}).scalar_one_or_none()
    new = rows if there is None else rows[there - first + 1 :]
    if new:
        session.execute(_NEW, new)


def part(session: Session, number: int, place: int, count: int) -> list[tuple[int, Planned]]:
    """The rows of so many places from this one on, each with the number by which `brought` knows it."""
    first = number * SPAN + max(place, 0)
    found = session.execute(_PART, {"first": first, "last": first + count - 1}).scalars()
    return [(row.id, _planned(row)) for row in found]


def count(session: Session, number: int, place: int, most: int) -> int:
    """How many rows there are at so many places from this one on."""
    first = number * SPAN + place
    return int(session.execute(_COUNT, {"first": first, "last": first + most - 1}).scalar_one())


def names(session: Session, number: int, member: int) -> bool:
    """Whether a row of this import brings this member something new."""
    span = {"first": number * SPAN, "last": (number + 1) * SPAN - 1}
    return session.execute(_NAMES, span | {"member": member}).first() is not None


def places(session: Session, number: int) -> int:
    """How many places the import has: one more than the last one that has a row."""
    first = number * SPAN
    last = session.execute(_LAST, {"first": first, "last": first + SPAN - 1}).scalar_one_or_none()
    return 0 if last is None else int(last - first + 1)


def brought(session: Session, members: Mapping[int, int]) -> None:
    """The member that each of these rows made."""
    if members and session.get_bind().dialect.name == "postgresql":
        session.execute(_BROUGHT_AT_ONCE, {"rows": [*members], "members": [*members.values()]})
    elif members:
        session.execute(_BROUGHT, [{"row": row, "member": member} for row, member in members.items()])


def leave_out(session: Session, row: int, plan: Planned, outcome: Outcome, fault: Fault) -> None:
    """Nothing comes of this row of a report, which was to bring something new: it has this outcome now."""
    values = _values(replace(plan, outcome=outcome, faults=(*plan.faults, fault)))
    update_row(session, ImportRow, row, {"outcome": values["outcome"], "after": values["after"]})


def forget(session: Session, members: Sequence[int]) -> None:
    """No row leads to these members any more, of whatever import: they are removed."""
    session.execute(_FORGOTTEN, {"members": members})


def remove(session: Session, number: int, count: int) -> int:
    """Remove so many of the last rows of an import; returns how many are removed."""
    here = places(session, number)
    begin = max(0, here - count)
    if here:
        session.execute(_REMOVE, {"first": number * SPAN + begin, "last": number * SPAN + here - 1})
    return here - begin


def _values(row: Planned) -> dict[str, Any]:
    after = dict(row.after)
    if row.faults:
        after["faults"] = [[one.column, one.reason] for one in row.faults]
    about = {"line": row.line, "outcome": row.outcome.value, "member_id": row.member}
    return about | {"before": dict(row.before) or None, "after": after or None}


def _planned(row: ImportRow) -> Planned:
    after: dict[str, Any] = dict(row.after or {})
    faults = tuple(Fault(column, reason) for column, reason in after.pop("faults", ()))
    return Planned(row.line, Outcome(row.outcome), row.member_id, dict(row.before or {}), after, faults)
