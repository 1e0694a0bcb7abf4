"""The rows of a report with the names of the members whom they are about."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.importing.report import Outcome, Planned
from content.importing.told import Named
from storage.importing import staged
from storage.tables import Member

AT_ONCE = 500
_NAMES = select(Member.id, Member.member_no, Member.name).where(Member.id.in_(bindparam("ids", expanding=True)))


def named(session: Session, number: int) -> Iterator[Named]:
    """Every row of the report, in the order of the file; those that are missing from it come last."""
    for place in range(0, staged.places(session, number), AT_ONCE):
        found = staged.part(session, number, place, AT_ONCE)
        ids = [plan.member for _, plan in found if plan.member is not None]
        known = {row.id: row for row in session.execute(_NAMES, {"ids": ids})} if ids else {}
        yield from (_named(plan, known.get(plan.member)) for _, plan in found)


def _named(plan: Planned, row: Any) -> Named:
    if plan.outcome is Outcome.NEW and "member_no" in plan.after:
        return Named(plan, str(plan.after["member_no"]), str(plan.after["name"]))
    return Named(plan, "", "") if row is None else Named(plan, row.member_no, row.name)
