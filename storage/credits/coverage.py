"""The day from which on a member's record is complete because of imports (Coverage)."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import cast

from sqlalchemy import Table, bindparam, delete, func, select
from sqlalchemy.orm import Session

from storage.engine.statements import insert_new, run
from storage.tables import Coverage

_COVERAGES = cast(Table, Coverage.__table__)
_NEW = insert_new(Coverage)
_FROM = select(func.min(Coverage.complete_from)).where(Coverage.member_id == bindparam("member"))
_OF = (
    select(Coverage.member_id, func.min(Coverage.complete_from).label("day"))
    .where(Coverage.member_id.in_(bindparam("members", expanding=True)))
    .group_by(Coverage.member_id)
)
_REMOVE = delete(_COVERAGES).where(
    _COVERAGES.c.import_id >= bindparam("number"), _COVERAGES.c.member_id.in_(bindparam("members", expanding=True))
)


def complete_from(session: Session, member_id: int) -> date | None:
    """The earliest day that an import says; None if no import says one."""
    found: date | None = session.execute(_FROM, {"member": member_id}).scalar_one()
    return found


def of(session: Session, members: Sequence[int]) -> Mapping[int, date]:
    """The same for several members; those without one are left out."""
    return {row.member_id: row.day for row in session.execute(_OF, {"members": members})} if members else {}


def add(session: Session, number: int, days: Mapping[int, date]) -> None:
    """Record the days that this import says, by member."""
    if days:
        every = [{"member_id": one, "import_id": number, "complete_from": day} for one, day in days.items()]
        run(session, _NEW, every)


def remove(session: Session, number: int, members: Sequence[int]) -> None:
    """Remove the days that this import says for these members, and those that later imports say: they counted on its
    credits.
    """
    if members:
        session.execute(_REMOVE, {"number": number, "members": members})
