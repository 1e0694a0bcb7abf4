"""Reminders of unfinished courses. What is due is a query, so the next tick makes up for a missed one."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import String, and_, bindparam, cast, literal, or_, select
from sqlalchemy.orm import Session

from content.keys.letters import Unfinished
from content.rules import MORNING_HOUR, Rules, begins, day_of
from storage.post import letters
from storage.tables import Chat, Course, Enrolment, Letter, Preference

SLOT = "first"
LATEST = timedelta(days=30)
"""A reminder that could not be written for so long is not written any more. Without an end, every tick would look
through all courses that anybody ever left unfinished.
"""
_DUE = (
    select(Enrolment.member_id, Enrolment.course_id)
    .join(Course, and_(Course.id == Enrolment.course_id, Course.edition_id.is_not(None)))
    .join(Chat, Chat.member_id == Enrolment.member_id)
    .outerjoin(Preference, Preference.member_id == Enrolment.member_id)
    .outerjoin(
        Letter,
        and_(
            Letter.member_id == Enrolment.member_id,
            Letter.kind == Unfinished.kind,
            Letter.subject == literal(Unfinished.prefix()) + cast(Enrolment.course_id, String),
        ),
    )
    .where(
        Enrolment.finished_at.is_(None),
        Enrolment.touched_at < bindparam("before"),
        Enrolment.touched_at >= bindparam("since"),
        Letter.id.is_(None),
        or_(Preference.reminders.is_(None), Preference.reminders.is_(True)),
    )
    .order_by(Enrolment.touched_at, Enrolment.member_id)
    .limit(bindparam("limit"))
)


def untouched_before(now: datetime, rules: Rules) -> datetime:
    """Members are reminded of courses last touched before this moment: at 08:00 in Japan on the third day after."""
    this_morning = begins(day_of(now), MORNING_HOUR)
    day = day_of(now) if now >= this_morning else day_of(now) - timedelta(days=1)
    return begins(day - timedelta(days=rules.reminder_after_days - 1))


def find_due(session: Session, now: datetime, rules: Rules, limit: int = 500) -> Sequence[tuple[int, int]]:
    """(member, course) of the reminders that are due and not written yet, at most so many: the next tick goes on."""
    before = untouched_before(now, rules)
    found = session.execute(_DUE, {"before": before, "since": before - LATEST, "limit": limit})
    return [(row.member_id, row.course_id) for row in found]


def write(session: Session, found: Iterable[tuple[int, int]], now: datetime) -> int:
    """Queue these reminders, each once for ever; returns how many are new."""
    return sum(
        letters.put(session, member_id=member_id, key=Unfinished(course_id), slot=SLOT, at=now)
        for member_id, course_id in found
    )
