"""Which members asked to be reminded of which trainings, and what falls due: a round for the day before, and the
letters when the doors open.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import String, bindparam, delete, or_, select, update
from sqlalchemy import cast as as_type
from sqlalchemy.orm import Session

from content.attendance.checkin import Door, hours
from content.attendance.reminding import told_at
from content.attendance.training import Form, ListedTraining
from content.hours import Hours
from content.keys.training_letters import CheckInOpens, TrainingTomorrow
from content.rules import Rules, begins, day_of
from content.values import Reminder
from storage.engine.base import Moment
from storage.engine.statements import insert_new, rows, run
from storage.people import preferences
from storage.post import letters, rounds
from storage.post.rounds import Round
from storage.tables import Attendance, AwaitedTraining, Chat, Preference, Training

_DAY = timedelta(days=1)
NAMED_DAYS = 7
"""Rounds of so many days before a moment are named: see handlers/post/notices.py."""
_A = AwaitedTraining
_THIS = (_A.member_id == bindparam("member"), _A.training_id == bindparam("training"))
_NEW = insert_new(_A)
_GET = (
    select(_A.training_id).join(Training, Training.id == _A.training_id).where(*_THIS, Training.withdrawn_at.is_(None))
)
_BACK = delete(_A).where(*_THIS).execution_options(synchronize_session=False)
_ON = or_(Preference.training_reminders.is_(None), Preference.training_reminders.is_(True))
_HELD = (Training.withdrawn_at.is_(None), Training.kind != Form.WEB_RECORDED.value)
# a value, not EXISTS: PostgreSQL would make a join of that and read all that members ever asked
_FIRST_ASKED = select(_A.member_id).where(_A.training_id == Training.id).limit(1).correlate(Training).scalar_subquery()
_DAYS = (
    select(Training.held_on)
    .where(Training.held_on.between(bindparam("first"), bindparam("last")), *_HELD)
    .where(_FIRST_ASKED.is_not(None))
    .distinct()
    .order_by(Training.held_on)
)
_WHO = (
    select(_A)
    .join(Training, Training.id == _A.training_id)
    .join(Chat, Chat.member_id == _A.member_id)
    .outerjoin(Preference, Preference.member_id == _A.member_id)
    .where(Training.held_on == bindparam("held_on"), *_HELD, _ON)
)
_QUEUE = rounds.queues(
    TrainingTomorrow, _WHO, _A.member_id, as_type(_A.training_id, String), rounds.given("slot"), hourly=True
)
_NEAR = select(Training.id, Training.starts_at, Training.ends_at).where(
    Training.starts_at > bindparam("since", type_=Moment),
    Training.starts_at <= bindparam("until", type_=Moment),
    *_HELD,
)
_NOT_TOLD = (
    select(_A.member_id, _A.training_id, Training.starts_at)
    .join(Training, Training.id == _A.training_id)
    .outerjoin(Attendance, (Attendance.training_id == _A.training_id) & (Attendance.member_id == _A.member_id))
    .where(
        _A.training_id.in_(bindparam("open", expanding=True)),
        # a training that was put off opens its doors anew
        or_(_A.opened_for.is_(None), _A.opened_for != Training.starts_at),
        Attendance.entered_at.is_(None),
    )
    .order_by(_A.training_id, _A.member_id)
    .limit(100)
)
_TOLD = (
    update(_A)
    .where(*_THIS)
    .values(opened_for=bindparam("for_start", type_=Moment))
    .execution_options(synchronize_session=False)
)
_OVER = (
    select(Training.id).where(Training.ends_at < bindparam("before", type_=Moment), _FIRST_ASKED.is_not(None)).limit(1)
)
_ASKED = select(_A.member_id, _A.training_id).where(_A.training_id == bindparam("over")).limit(500)


def is_asked(session: Session, member_id: int, training_id: int) -> bool:
    """Whether the member asked to be reminded of this training, and it is still announced."""
    return session.execute(_GET, {"member": member_id, "training": training_id}).first() is not None


def ask(session: Session, member_id: int, listed: ListedTraining, member: Hours, now: datetime) -> None:
    """Remind the member of this training. These reminders are switched on again if they were off."""
    run(session, _NEW, {"member_id": member_id, "training_id": listed.id, "asked_at": now})
    if not preferences.get(session, member_id).wants(Reminder.TRAINING):
        preferences.set_reminders(session, member_id, wanted=True, kinds=(Reminder.TRAINING,))
    at, opened = told_at(listed.training, member), rounds.opens(day_of(listed.training.starts_at) - _DAY)
    if opened <= now < at:  # the round of that day may have passed this member
        key, slot = TrainingTomorrow(listed.id), listed.training.held_on.isoformat()
        letters.put(session, member_id=member_id, key=key, slot=slot, at=now, due_at=at)


def take_back(session: Session, member_id: int, training_id: int) -> bool:
    """Send no reminders of it; False if the member had not asked for them."""
    return rows(session.execute(_BACK, {"member": member_id, "training": training_id})) > 0


def due(session: Session, now: datetime) -> Sequence[Round]:
    """The rounds of the last days: each for the trainings of the day after, if somebody asked for one."""
    today = day_of(now)
    span = {"first": today - NAMED_DAYS * _DAY + _DAY, "last": today + _DAY}
    return [
        Round(
            TrainingTomorrow,
            held_on.isoformat(),
            rounds.opens(held_on - _DAY),
            begins(held_on),
            _QUEUE,
            {"held_on": held_on, "slot": held_on.isoformat()},
        )
        for held_on in session.execute(_DAYS, span).scalars()
    ]


def find_opened(session: Session, now: datetime, rules: Rules) -> Sequence[tuple[int, int, datetime]]:
    """At most 100 members to be told that a training takes entries now, who asked for it and have not entered: each
    with the training and its beginning.
    """
    minute = timedelta(minutes=1)
    values = {"since": now - rules.entry_closes_min * minute, "until": now + rules.entry_opens_min * minute}
    near = session.execute(_NEAR, values).all()
    opened = [row.id for row in near if hours(row.starts_at, row.ends_at, rules).door(now) is Door.ENTRY]
    if not opened:
        return ()
    found = session.execute(_NOT_TOLD, {"open": opened})
    return [(row.member_id, row.training_id, row.starts_at) for row in found]


def tell_opened(session: Session, found: Sequence[tuple[int, int, datetime]], now: datetime) -> int:
    """Queue their letters, each once for each beginning of a training; returns how many."""
    queued = 0
    for member, training, starts_at in found:
        about = {"member": member, "training": training}
        if rows(session.execute(_TOLD, about | {"for_start": starts_at})):
            slot = starts_at.isoformat()
            queued += letters.put(session, member_id=member, key=CheckInOpens(training), slot=slot, at=now)
    return queued


def find_over(session: Session, before: datetime) -> Sequence[tuple[int, int]]:
    """At most 500 requests for reminders of one training that ended before this moment: member and training."""
    over = session.execute(_OVER, {"before": before}).scalar()
    return [(row.member_id, row.training_id) for row in session.execute(_ASKED, {"over": over})] if over else []


def drop_over(session: Session, found: Sequence[tuple[int, int]]) -> int:
    """Remove these; returns how many were still there."""
    return sum(take_back(session, member, training) for member, training in found)
