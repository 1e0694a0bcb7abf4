"""Attendances of trainings: members' check-ins, organisers' registrations and late claims."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, select, update
from sqlalchemy.orm import Session

from content.attendance.attending import Claim, Mine, Seen, standing
from content.attendance.checkin import Door
from content.attendance.training import ListedTraining
from content.requests.requesting import Kind
from content.rules import Rulebook, Rules
from storage.engine.statements import insert_new, insert_row, rows, run
from storage.requests import threads
from storage.tables import Attendance, LateClaim, Training
from storage.trainings import published

BOOK = Rulebook()
_COLUMNS = (Training, Attendance.entered_at, Attendance.left_at, Attendance.half_units, LateClaim.state)
_CLAIM_OF = and_(LateClaim.training_id == Attendance.training_id, LateClaim.member_id == Attendance.member_id)
_OF_MEMBER = (
    select(*_COLUMNS)
    .join(Attendance, Attendance.training_id == Training.id)
    .outerjoin(LateClaim, _CLAIM_OF)
    .where(Attendance.member_id == bindparam("member"))
)
_MINE = _OF_MEMBER.order_by(Training.starts_at.desc(), Training.id.desc())
_ONE = _OF_MEMBER.where(Training.id == bindparam("training"))
_INSIDE = _OF_MEMBER.where(
    Attendance.entered_at.is_not(None),
    Attendance.left_at.is_(None),
    Training.starts_at < bindparam("ends"),
    Training.ends_at > bindparam("starts"),
    Training.id != bindparam("training"),
)
_NEW = insert_new(Attendance)
_HERE = (Attendance.training_id == bindparam("at_training"), Attendance.member_id == bindparam("at_member"))
_DOORS = {
    Door.ENTRY: update(Attendance).where(*_HERE, Attendance.entered_at.is_(None)).values(entered_at=bindparam("now")),
    Door.EXIT: update(Attendance).where(*_HERE, Attendance.left_at.is_(None)).values(left_at=bindparam("now")),
}


def mine(session: Session, member_id: int, now: datetime, rules: Rules) -> tuple[Mine, ...]:
    """Every training for which something is recorded of the member, the latest first."""
    return tuple(_mine(row, now, rules) for row in session.execute(_MINE, {"member": member_id}))


def of_training(session: Session, member_id: int, training_id: int, now: datetime, rules: Rules) -> Mine:
    """How the member stands with this training. Raises NoSuchTraining."""
    row = session.execute(_ONE, {"member": member_id, "training": training_id}).one_or_none()
    if row is not None:
        return _mine(row, now, rules)
    listed = published.training(session, training_id)
    return Mine(listed, standing(listed.training, Seen(), now, rules))


def inside(session: Session, member_id: int, beside: ListedTraining, now: datetime, rules: Rules) -> tuple[Mine, ...]:
    """The trainings at the same time as this one that the member has entered and not left."""
    values = {
        "member": member_id,
        "training": beside.id,
        "starts": beside.training.starts_at,
        "ends": beside.training.ends_at,
    }
    return tuple(_mine(row, now, rules) for row in session.execute(_INSIDE, values))


def note(session: Session, member_id: int, training_id: int) -> None:
    """Make an empty row for this member and training, if there is no row yet."""
    run(session, _NEW, {"training_id": training_id, "member_id": member_id})


def pass_door(session: Session, member_id: int, training_id: int, door: Door, now: datetime) -> bool:
    """Record an entry or an exit; False if one is on record already, which stays."""
    note(session, member_id, training_id)
    values = {"at_training": training_id, "at_member": member_id, "now": now}
    return rows(session.execute(_DOORS[door], values)) == 1


def claim(session: Session, member_id: int, training_id: int, said: str, now: datetime, book: Rulebook = BOOK) -> bool:
    """Record a late claim for staff; False if the member has made one already, which stays. `book` says in how many
    days staff are to decide.
    """
    note(session, member_id, training_id)  # lists of a member's trainings are read from the attendances
    of_this = select(LateClaim.id).where(LateClaim.training_id == training_id, LateClaim.member_id == member_id)
    if session.execute(of_this).first() is not None:
        return False
    values = {"training_id": training_id, "member_id": member_id, "note": said, "state": Claim.OPEN.value}
    number = insert_row(session, LateClaim, values | {"claimed_at": now})
    threads.open(session, Kind.CLAIM, number, member_id, now, book)
    return True


def total(every: Iterable[Mine]) -> int:
    """The sum of the registered half-units."""
    return sum(attended.seen.half_units for attended in every)


def _mine(row: Sequence[Any], now: datetime, rules: Rules) -> Mine:
    """Build it from a row of _COLUMNS."""
    training, entered_at, left_at, half_units, state = row
    listed = published.listed(training)
    seen = Seen(entered_at is not None, left_at is not None, half_units or 0, Claim(state or ""))
    return Mine(listed, standing(listed.training, seen, now, rules), seen, entered_at, left_at)
