"""What is ticked in an attempt: a row a place, written by one statement that tests whether it may still be written."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, Executable, Integer, Table, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from storage.base import Moment
from storage.statements import run
from storage.tables import Answer, Attempt

EVERY_BIT = 2**31 - 1
_TABLE = cast(Table, Answer.__table__)
# on the table, not on the mapped class: rows of a mapped class make a tap a third dearer
_OF = select(_TABLE.c.place, _TABLE.c.ticked).where(_TABLE.c.attempt_id == bindparam("attempt"))


def _put() -> dict[str, Executable]:
    """FOR SHARE: on PostgreSQL the statement would otherwise not see a grading that has not committed yet."""
    added: ColumnElement[int] = bindparam("added", type_=Integer)
    at: ColumnElement[datetime] = bindparam("at", type_=Moment)
    fresh = (
        select(Attempt.id, bindparam("place", type_=Integer), added, at)
        .where(Attempt.id == bindparam("attempt"), Attempt.member_id == bindparam("member"), Attempt.state == "open")
        .with_for_update(read=True)
    )
    columns = ["attempt_id", "place", "ticked", "at"]
    ticked = _TABLE.c.ticked.op("&")(bindparam("kept", type_=Integer)).op("|")(added)
    change: Any = {
        "index_elements": columns[:2],
        "set_": {"ticked": ticked, "at": at},
        "where": _TABLE.c.ticked != ticked,
    }
    lite = sqlite.insert(_TABLE).from_select(columns, fresh)
    post = postgresql.insert(_TABLE).from_select(columns, fresh)
    return {
        "sqlite": lite.on_conflict_do_update(**change).execution_options(preserve_rowcount=True),
        "postgresql": post.on_conflict_do_update(**change).execution_options(preserve_rowcount=True),
    }


_PUT = _put()


def put(session: Session, *, member_id: int, attempt_id: int, place: int, kept: int, added: int, at: datetime) -> bool:
    """Keep these bits of what is ticked there and add those. False where nothing was written: so it was already, or the
    attempt is not the member's, or not open.
    """
    values = {"attempt": attempt_id, "member": member_id, "place": place, "kept": kept, "added": added, "at": at}
    return run(session, _PUT, values) == 1


def of(session: Session, attempt_id: int) -> Mapping[int, int]:
    """What is ticked, by place; a place that was never answered is not in it."""
    return {row.place: row.ticked for row in session.execute(_OF, {"attempt": attempt_id})}
