"""A test on both databases, sat by the record alone."""

from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from content.rules import Rulebook
from content.study.course import Course, ListedCourse
from content.study.grading import Attempt
from storage.study import attempts
from storage.tables import Answer
from tests import samples
from tests.conftest import NOW
from tests.quizzes import KEY

RULES = Rulebook().now(NOW)
LATER = NOW + timedelta(minutes=1)


def a_member(session: Session, number: int) -> int:
    return samples.member(session, NOW, no=f"{number:010}")


def publish(session: Session, course: Course) -> ListedCourse:
    return samples.publish(session, course, NOW)


def answer(session: Session, member: int, attempt: Attempt, right: int) -> Attempt:
    """Answer every place, the first `right` of them by the key."""
    sitting = attempt.sitting
    for place in range(1, sitting.asked + 1):
        shown = enumerate(sitting.choices(place), start=1)
        key = [number for number, choice in shown if KEY in choice]
        wrong = [number for number in range(1, 6) if number not in key]
        for choice in key if place <= right else wrong[:1]:
            attempts.choose(session, member, attempt.id, place, choice, NOW)
    return attempts.own(session, member, attempt.id)


def finish(session: Session, member: int, listed: ListedCourse, right: int, at: datetime = NOW) -> Attempt:
    attempt = answer(session, member, attempts.begin(session, member, listed, at), right)
    return attempts.grade(session, member, attempt.id, RULES, at).attempt


def answers_kept(session: Session) -> int:
    return session.execute(select(func.count()).select_from(Answer)).scalar_one()


def several(attempt: Attempt) -> int:
    """A place where several may be ticked."""
    return next(place for place in range(1, 6) if attempt.sitting.question(place).several)
