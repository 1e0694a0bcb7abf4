"""How far a member is in a course, and the credit that falls due when all chapters and a test are done."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.rules import Rules, day_of
from content.study.course import ChapterState, ListedCourse
from content.study.practice import Last
from content.values import CreditKind
from storage.credits import earning
from storage.credits.earning import Gain
from storage.study import enrolments, practice
from storage.tables import Attempt, Film, Member, Progress

_PROGRESS = (
    select(Film.id, Film.chapter, Progress.watched, Progress.completed_at)
    .join(Progress, Progress.film_id == Film.id)
    .where(Progress.member_id == bindparam("member"), Film.course_id == bindparam("course"))
)
_PASSED = (
    select(Attempt.finished_at)
    .where(Attempt.member_id == bindparam("member"), Attempt.course_id == bindparam("course"))
    .where(Attempt.state == "passed")
    .order_by(Attempt.finished_at)
    .limit(1)
)
_CAN_EARN = select(Member.earns).where(Member.id == bindparam("member"))


@dataclass(frozen=True)
class Tests:
    """A member's tests of a course. `passed_at` is when the first one was passed; None if no test is passed yet."""

    passed_at: datetime | None
    last: Last | None

    @property
    def open(self) -> bool:
        """Whether a test is under way: only the last one can be."""
        return self.last is not None and self.last.state == "open"


@dataclass(frozen=True)
class Earned:
    """A credit that was written just now."""

    title: str
    code: int
    half_units: int
    earned_on: date


def chapters(session: Session, member_id: int, listed: ListedCourse) -> tuple[ChapterState, ...]:
    """Every chapter of the course, in order."""
    rows = session.execute(_PROGRESS, {"member": member_id, "course": listed.id}).all()
    watched = {row.id: row.watched for row in rows}
    done = {row.chapter for row in rows if row.completed_at is not None}
    return tuple(
        ChapterState(
            chapter.number,
            chapter.title,
            chapter.seconds,
            watched.get(listed.films[chapter.number], 0),
            chapter.number in done,
            listed.films[chapter.number],
            chapter.title_en,
        )
        for chapter in listed.course.chapters
    )


def tests(session: Session, member_id: int, course_id: int) -> Tests:
    """The member's tests of this course, in all its editions."""
    passed = session.execute(_PASSED, {"member": member_id, "course": course_id}).scalars().first()
    return Tests(passed, practice.last(session, member_id, course_id))


def earn_if_due(session: Session, member_id: int, listed: ListedCourse, rules: Rules, at: datetime) -> Earned | None:
    """Write the credit of this course if all chapters are 受講済 and a test is passed; None if no credit is due now.

    Call it in every transaction that completes a chapter or a test. The credit has the day in Japan at `at`, the moment
    at which the later condition is met. An account that can't earn gets no credit; its course is finished nevertheless.
    """
    # two transactions that complete one condition each would not see one another: this row makes them take turns
    enrolments.touch(session, member_id, listed.id, at)
    if not all(chapter.done for chapter in chapters(session, member_id, listed)):
        return None
    if not tests(session, member_id, listed.id).passed_at:
        return None
    enrolments.finish(session, member_id, listed.id, at)
    if not session.execute(_CAN_EARN, {"member": member_id}).scalar_one():
        return None
    return _earn(session, member_id, listed, rules, at)


def _earn(session: Session, member_id: int, listed: ListedCourse, rules: Rules, at: datetime) -> Earned | None:
    course = listed.course
    gain = Gain(
        member_id=member_id,
        kind=CreditKind(course.kind.value),
        source=listed.source,
        half_units=course.half_units,
        code=course.code,
        title=course.title,
        organiser=course.planning,
        earned_at=at,
        rules=rules,
        common=course.common_lecture,
        sample=course.sample,
    )
    awarded = earning.earn(session, gain, at)
    return Earned(course.title, course.code, course.half_units, day_of(at)) if awarded else None
