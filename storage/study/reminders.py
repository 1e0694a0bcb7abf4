"""Reminders of unfinished courses: each day those are due that were last touched so many days before; twice, and then
there is silence.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import String, and_, bindparam, cast, literal, or_, select

from content.keys.letters import StillUnfinished, Unfinished
from content.rules import Rules, begins, day_of
from storage.engine.base import Moment
from storage.post import rounds
from storage.post.rounds import Round
from storage.tables import Chat, Course, Enrolment, Preference

SLOT = "first"
LATEST = timedelta(days=7)
"""A reminder that could not be queued for so long, because nothing ran, is not sent any more."""
Key = type[Unfinished] | type[StillUnfinished]


_LEFT = (
    select(Enrolment)
    .join(Course, and_(Course.id == Enrolment.course_id, Course.edition_id.is_not(None)))
    .join(Chat, Chat.member_id == Enrolment.member_id)
    .outerjoin(Preference, Preference.member_id == Enrolment.member_id)
    .where(
        Enrolment.finished_at.is_(None),
        Enrolment.touched_at >= bindparam("first", type_=Moment),
        Enrolment.touched_at < bindparam("end", type_=Moment),
        or_(Preference.reminders.is_(None), Preference.reminders.is_(True)),
    )
)
_COURSE = cast(Enrolment.course_id, String)
_FIRST = rounds.queues(
    Unfinished, _LEFT, Enrolment.member_id, literal(Unfinished.prefix()) + _COURSE, literal(SLOT), hourly=True
)
_LAST = rounds.queues(StillUnfinished, _LEFT, Enrolment.member_id, _COURSE, literal(SLOT), hourly=True)


def after(key: Key, rules: Rules) -> timedelta:
    """How long after the last touch this reminder comes."""
    return timedelta(days=rules.reminder_after_days if key is Unfinished else rules.reminder_again_after_days)


def due(key: Key, now: datetime, rules: Rules) -> Sequence[Round]:
    """The rounds of the last days, the earliest first: one each morning."""
    return [_round(key, day_of(now) - timedelta(days=before), rules) for before in range(LATEST.days, -1, -1)]


def _round(key: Key, day: date, rules: Rules) -> Round:
    """That of this morning. It is about what was touched on the day that lies so many days before it."""
    touched, due_at = day - after(key, rules), rounds.opens(day)
    days = {"first": begins(touched), "end": begins(touched + timedelta(days=1))}
    return Round(key, day.isoformat(), due_at, due_at + LATEST, _FIRST if key is Unfinished else _LAST, days)
