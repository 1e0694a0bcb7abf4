"""Reminders of unfinished courses. What is due is a query, so the next tick makes up for a missed one."""

from datetime import datetime, timedelta

from sqlalchemy import String, and_, bindparam, cast, literal, or_, select
from sqlalchemy.orm import Session

from content.letters import Unfinished
from content.rules import MORNING_HOUR, Rules, begins, day_of
from storage.post import letters
from storage.tables import Chat, Course, Enrolment, Letter, Preference

SLOT = "first"
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
        Letter.id.is_(None),
        or_(Preference.reminders.is_(None), Preference.reminders.is_(True)),
    )
    .order_by(Enrolment.member_id, Enrolment.touched_at)
    .limit(bindparam("limit"))
)


def untouched_before(now: datetime, rules: Rules) -> datetime:
    """Members are reminded of courses last touched before this moment: at 08:00 in Japan on the third day after."""
    this_morning = begins(day_of(now), MORNING_HOUR)
    day = day_of(now) if now >= this_morning else day_of(now) - timedelta(days=1)
    return begins(day - timedelta(days=rules.reminder_after_days - 1))


def write_due(session: Session, now: datetime, rules: Rules, limit: int = 500) -> int:
    """Queue the reminders that are due, at most `limit`; the next tick goes on. Each is sent once for ever. Returns how
    many.
    """
    before = untouched_before(now, rules)
    due = session.execute(_DUE, {"before": before, "limit": limit}).all()
    return sum(
        letters.put(session, member_id=row.member_id, key=Unfinished(row.course_id), slot=SLOT, at=now) for row in due
    )
