"""Requests that staff are to hear of before they are late. What is due is a query, so a missed tick is made up for."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import cast

from sqlalchemy import Table, bindparam, func, select, update
from sqlalchemy.orm import Session

from storage.engine.statements import rows
from storage.requests.requests import WAITS
from storage.tables import Request

_ROWS = cast(Table, Request.__table__)
_ROW = _ROWS.c
_UNTOLD = (
    select(_ROW.id, _ROW.due_on)
    .where(WAITS, _ROW.told_at.is_(None), _ROW.due_on <= bindparam("until"))
    .order_by(_ROW.due_on, _ROW.id)
    .limit(bindparam("limit"))
)
_TELL = (
    update(_ROWS).where(_ROW.id == bindparam("request"), WAITS, _ROW.told_at.is_(None)).values(told_at=bindparam("at"))
)
_COUNTS = select(
    func.count().filter(_ROW.due_on == bindparam("day")), func.count().filter(_ROW.due_on < bindparam("day"))
).where(WAITS)


def find(session: Session, until: date, limit: int = 500) -> Sequence[tuple[int, date]]:
    """The requests that wait, are due by this day, and of which staff have not heard: number and day."""
    return [(row.id, row.due_on) for row in session.execute(_UNTOLD, {"until": until, "limit": limit})]


def tell(session: Session, found: Iterable[tuple[int, date]], at: datetime) -> Sequence[date]:
    """Put down that staff hear of these now; returns the days for which this is new, in order."""
    return sorted({day for number, day in found if rows(session.execute(_TELL, {"request": number, "at": at}))})


def counts(session: Session, day: date) -> tuple[int, int]:
    """How many requests that wait are due on this day, and how many were due before it."""
    due, late = session.execute(_COUNTS, {"day": day}).one()
    return due, late
