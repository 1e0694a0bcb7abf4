"""Courses that were published for the first time in a week, and the round of letters about them."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import and_, bindparam, func, literal, or_, select
from sqlalchemy.orm import Session, aliased

from content.credits.goal import first_year
from content.keys.letters import NewCourses
from content.rules import Rules, begins, day_of, fiscal_year, year_span
from content.study.course import ListedCourse
from storage.credits import samples
from storage.engine.base import Moment
from storage.post import rounds
from storage.post.rounds import Round
from storage.programme import courses
from storage.tables import Chat, Course, Credit, Edition, Member, Noted, Preference

SLOT = "1"
WEEK = timedelta(days=7)
_FIRST = (
    select(Course.id)
    .join(Edition, and_(Edition.course_id == Course.id, Edition.number == 1))
    .where(
        Course.edition_id.is_not(None),
        Edition.published_at >= bindparam("first", type_=Moment),
        Edition.published_at < bindparam("end", type_=Moment),
    )
)
_REVERSAL = aliased(Credit)
_EARNED = (
    select(func.count(Credit.code.distinct()))
    .where(
        Credit.member_id == Member.id,
        Credit.earned_on.between(bindparam("since"), bindparam("until")),
        Credit.code.in_(bindparam("codes", expanding=True)),
        Credit.sign == 1,
        or_(~Credit.sample, bindparam("samples")),
        ~select(_REVERSAL.id).where(_REVERSAL.reverses_id == Credit.id).exists(),
    )
    .correlate(Member)
    .scalar_subquery()
)
_WHO = (
    select(Member)
    .join(Chat, Chat.member_id == Member.id)
    .outerjoin(Preference, Preference.member_id == Member.id)
    .outerjoin(Noted, Noted.member_id == Member.id)
    .where(
        Member.earns,
        or_(Preference.new_courses_reminders.is_(None), Preference.new_courses_reminders.is_(True)),
        # who noted a certificate has a window of fewer years: the letter is written by that one, and dropped if need be
        or_(Noted.certified_on.is_not(None), bindparam("number") > _EARNED),
    )
)
_QUEUE = rounds.queues(NewCourses, _WHO, Member.id, rounds.given("subject"), literal(SLOT), hourly=True)


def of_week(session: Session, day: date) -> Sequence[ListedCourse]:
    """The courses that were first published in the seven days before this day of Japan's, and are shown now. A sample
    is one only in the demo.
    """
    span = {"first": begins(day - WEEK), "end": begins(day)}
    new = set(session.execute(_FIRST, span).scalars())
    if not new:
        return ()
    of_samples = samples.count_here(session)
    return [one for one in courses.listed(session) if one.id in new and (of_samples or not one.course.sample)]


def due(session: Session, now: datetime, rules: Rules) -> Sequence[Round]:
    """The round of this week, if courses came in the week before its day."""
    today = day_of(now)
    day = today - timedelta(days=(today.weekday() - rules.new_courses_weekday) % WEEK.days)
    codes = sorted({one.course.code for one in of_week(session, day)})
    if not codes:
        return ()
    year = fiscal_year(day)
    values = {
        "subject": NewCourses(day).pack(),
        "since": year_span(first_year(year, rules, 0))[0],
        "until": year_span(year)[1],
        "codes": codes,
        "number": len(codes),
        "samples": samples.count_here(session),
    }
    opens = rounds.opens(day)
    return [Round(NewCourses, day.isoformat(), opens, begins(day + WEEK), _QUEUE, values)]
