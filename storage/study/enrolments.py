"""The courses that a member has begun, and whether they can still bring a credit."""

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import Executable, Table, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from storage.tables import Enrolment as Row

_TABLE = cast(Table, Row.__table__)
_VALUES: dict[str, object] = {
    "member_id": bindparam("member"),
    "course_id": bindparam("course"),
    "started_at": bindparam("at"),
    "touched_at": bindparam("at"),
}


def _upsert(values: dict[str, object], changes: dict[str, object]) -> dict[str, Executable]:
    key = ["member_id", "course_id"]
    return {
        "sqlite": sqlite.insert(_TABLE).values(values).on_conflict_do_update(index_elements=key, set_=changes),
        "postgresql": postgresql.insert(_TABLE).values(values).on_conflict_do_update(index_elements=key, set_=changes),
    }


_TOUCH = _upsert(_VALUES, {"touched_at": bindparam("at", type_=_TABLE.c.touched_at.type)})
_UNDER_WAY = (
    select(Row.course_id, Row.started_at, Row.touched_at)
    .where(Row.member_id == bindparam("member"), Row.finished_at.is_(None))
    .order_by(Row.touched_at.desc(), Row.course_id)
)
_EVERY = select(Row.course_id, Row.finished_at).where(Row.member_id == bindparam("member"))
_FINISH = (
    _TABLE.update()
    .where(_TABLE.c.member_id == bindparam("member"), _TABLE.c.course_id == bindparam("course"))
    .where(_TABLE.c.finished_at.is_(None))
    .values(finished_at=bindparam("at"))
)


@dataclass(frozen=True)
class UnderWay:
    """A course that a member has begun and not finished."""

    course_id: int
    started_at: datetime
    touched_at: datetime


def touch(session: Session, member_id: int, course_id: int, at: datetime) -> None:
    """Begin the course, or record that the member used it now. A finished course stays finished.

    The row is locked for the rest of the transaction.
    """
    values = {"member": member_id, "course": course_id, "at": at}
    session.execute(_TOUCH[session.get_bind().dialect.name], values)


def under_way(session: Session, member_id: int) -> tuple[UnderWay, ...]:
    """The courses that are begun and not finished, the latest touched first."""
    rows = session.execute(_UNDER_WAY, {"member": member_id})
    return tuple(UnderWay(row.course_id, row.started_at, row.touched_at) for row in rows)


def states(session: Session, member_id: int) -> dict[int, bool]:
    """Every course that the member ever began, and whether it is finished."""
    return {row.course_id: row.finished_at is not None for row in session.execute(_EVERY, {"member": member_id})}


def finish(session: Session, member_id: int, course_id: int, at: datetime) -> None:
    """Record that a begun course can bring no further credit. The moment of the first finishing stays."""
    session.execute(_FINISH, {"member": member_id, "course": course_id, "at": at})
