"""Staff's decisions on declarations, for tests that need one."""

from datetime import datetime

from sqlalchemy.orm import Session

from content.declarations.declaring import State
from content.rules import Rulebook
from content.staff.filing import Decided
from storage.declarations import decisions


def accept(
    session: Session, number: int, *, staff_id: int, reason: str, at: datetime, rulebook: Rulebook | None = None
) -> Decided:
    return _decide(session, number, State.ACCEPTED, staff_id, reason, at, rulebook)


def refuse(
    session: Session, number: int, *, staff_id: int, reason: str, at: datetime, rulebook: Rulebook | None = None
) -> Decided:
    return _decide(session, number, State.REFUSED, staff_id, reason, at, rulebook)


def _decide(
    session: Session, number: int, verdict: State, staff_id: int, reason: str, at: datetime, rulebook: Rulebook | None
) -> Decided:
    held, book = decisions.hold(session, number), rulebook or Rulebook()
    return decisions.decide(session, held, verdict, staff_id=staff_id, reason=reason, at=at, rulebook=book)
