"""PINs of those who confirm acts of others: set once, three tries, then locked for a day."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.orm import Session

from content.staff.joint import PIN_LOCKED, PIN_TRIES
from storage.engine.statements import insert_new, run
from storage.tables import StaffPin

# locked, so that of two tries at the same moment both are counted
_ONE = select(StaffPin).where(StaffPin.person_id == bindparam("person")).with_for_update()
_NEW = insert_new(StaffPin)
_SET = (
    update(StaffPin)
    .where(StaffPin.person_id == bindparam("person"))
    .values(failures=bindparam("wrong"), locked_until=bindparam("opens"))
)
_FORGET = delete(StaffPin).where(StaffPin.person_id == bindparam("person"))


@dataclass(frozen=True)
class Pin:
    """`hashed` is None if none was set; `locked_until` is the moment of reading if it is not locked."""

    hashed: str | None
    failures: int
    locked_until: datetime


def of(session: Session, person_id: int, now: datetime) -> Pin:
    """The PIN of a member of staff."""
    row = session.execute(_ONE, {"person": person_id}).scalar_one_or_none()
    if row is None:
        return Pin(None, 0, now)
    return Pin(row.hashed, row.failures, max(row.locked_until or now, now))


def choose(session: Session, person_id: int, hashed: str, at: datetime) -> bool:
    """Set the first PIN; False if there is one already."""
    values = {"person_id": person_id, "hashed": hashed, "set_at": at, "failures": 0}
    return run(session, _NEW, values) == 1


def fail(session: Session, person_id: int, now: datetime) -> int:
    """Count a wrong PIN; returns how many tries are left. The last one locks it."""
    wrong = of(session, person_id, now).failures + 1
    left = PIN_TRIES - wrong
    opens = None if left > 0 else now + PIN_LOCKED
    session.execute(_SET, {"person": person_id, "wrong": wrong if left > 0 else 0, "opens": opens})
    return max(left, 0)


def succeed(session: Session, person_id: int) -> None:
    """Forget the wrong tries."""
    session.execute(_SET, {"person": person_id, "wrong": 0, "opens": None})


def forget(session: Session, person_id: int) -> None:
    """With the last role that confirms goes the PIN: whoever gets the role again sets a new one."""
    session.execute(_FORGET, {"person": person_id})
