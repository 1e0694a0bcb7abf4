"""Removing the rows of imports that are over, and giving up those that nobody decides about."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import Table, bindparam, select, update
from sqlalchemy.orm import Session

from content.importing.report import LEFT_DAYS, UNDO_DAYS, State
from storage.importing import imports, staged
from storage.tables import Import

_IMPORTS = cast(Table, Import.__table__)
ENDED = (State.REFUSED, State.APPLIED, State.UNDONE, State.DROPPED)
_OLD = (
    select(_IMPORTS.c.id)
    .where(
        (
            (_IMPORTS.c.total > 0)
            & (_IMPORTS.c.settled_at < bindparam("kept"))
            & _IMPORTS.c.state.in_([one.value for one in ENDED])
        )
        | (_IMPORTS.c.state.in_((State.READING.value, State.READY.value)) & (_IMPORTS.c.begun_at < bindparam("left")))
    )
    .order_by(_IMPORTS.c.id)
    .limit(10)
)
_EMPTY = update(_IMPORTS).where(_IMPORTS.c.id == bindparam("number")).values(total=0)


def find_old(session: Session, now: datetime) -> Sequence[int]:
    """Imports whose rows are not needed any more, and those that nobody decided about."""
    kept, left = now - timedelta(days=UNDO_DAYS), now - timedelta(days=LEFT_DAYS)
    return session.execute(_OLD, {"kept": kept, "left": left}).scalars().all()


def clear(session: Session, number: int, count: int, now: datetime) -> int:
    """Remove so many rows of an old import, or give up one that nobody decided about; returns how much was done."""
    found = imports.locked(session, number)
    if found is None:
        return 0
    if found.state in (State.READING, State.READY):
        imports.settle(session, number, State.DROPPED, now, told=False)
        return 1
    if found.state not in ENDED:  # its undoing has begun since it was found, and needs its rows
        return 0
    removed = staged.remove(session, number, count)
    if not removed:
        session.execute(_EMPTY, {"number": number})
    return removed or 1
