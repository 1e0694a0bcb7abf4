"""Requests, declarations and claims that staff are to hear of before they are late. What is due is a query, so a missed
tick is made up for.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import cast

from sqlalchemy import Table, bindparam, func, select, update
from sqlalchemy.orm import Session

from content.requests.requesting import Kind
from storage.engine.statements import rows
from storage.requests.requests import WAITS
from storage.tables import Request

_ROWS = cast(Table, Request.__table__)
_ROW = _ROWS.c
_UNTOLD = (
    select(_ROW.id, _ROW.due_on)
    .where(WAITS, _ROW.questioned_at.is_(None), _ROW.told_at.is_(None), _ROW.due_on <= bindparam("until"))
    .order_by(_ROW.due_on, _ROW.id)
    .limit(bindparam("limit"))
)
_TELL = (
    update(_ROWS).where(_ROW.id == bindparam("request"), WAITS, _ROW.told_at.is_(None)).values(told_at=bindparam("at"))
)
_COUNTS = (
    select(
        _ROW.kind,
        func.count().filter(_ROW.due_on == bindparam("day")).label("due"),
        func.count().filter(_ROW.due_on < bindparam("day")).label("late"),
    )
    .where(WAITS, _ROW.questioned_at.is_(None))
    .group_by(_ROW.kind)
)


def find(session: Session, until: date, limit: int = 500) -> Sequence[tuple[int, date]]:
    """The requests that wait, are due by this day, and of which staff have not heard: number and day."""
    return [(row.id, row.due_on) for row in session.execute(_UNTOLD, {"until": until, "limit": limit})]


def tell(session: Session, found: Iterable[tuple[int, date]], at: datetime) -> Sequence[date]:
    """Put down that staff hear of these now; returns the days for which this is new, in order."""
    return sorted({day for number, day in found if rows(session.execute(_TELL, {"request": number, "at": at}))})


def counts(session: Session, day: date) -> Mapping[Kind, tuple[int, int]]:
    """By kind how many requests that wait for staff are due on this day, and how many were due before it."""
    return {Kind(row.kind): (row.due, row.late) for row in session.execute(_COUNTS, {"day": day})}
