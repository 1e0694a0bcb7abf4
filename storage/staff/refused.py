"""How often a person attempted an act of staff today that was refused. One row for each person and act, for ever."""

from datetime import date, datetime

from sqlalchemy import BindParameter, bindparam, case, select, true
from sqlalchemy.orm import Session

from content.rules import day_of
from storage.engine.statements import insert_or_renew, run
from storage.tables import RefusedAttempt

_DAY: BindParameter[date] = bindparam("today")
_COUNT = insert_or_renew(
    RefusedAttempt,
    {"times": case((RefusedAttempt.day == _DAY, RefusedAttempt.times + 1), else_=1), "day": _DAY},
    true(),
)
_TIMES = select(RefusedAttempt.times).where(
    RefusedAttempt.person_id == bindparam("person"), RefusedAttempt.act == bindparam("act")
)


def count(session: Session, person_id: int, act: str, at: datetime) -> int:
    """Count one more; returns how many there are of this day of Japan by now."""
    day: date = day_of(at)
    run(session, _COUNT, {"person_id": person_id, "act": act, "day": day, "times": 1, "today": day})
    return session.execute(_TIMES, {"person": person_id, "act": act}).scalar_one()
