"""Two transactions at once: who wins, and what is told to the other."""

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from content.refusals import NoMoreTests, StaleButton
from content.study.course import ListedCourse, Retake
from content.study.grading import Attempt
from storage.engine.sessions import Sessions
from storage.study import attempts
from storage.tables import Attempt as Row
from tests.conftest import NOW
from tests.quizzes import FIVE, a_course
from tests.storage.attempting import LATER, RULES, answer, finish, publish
from tests.storage.racing import meanwhile


def test_two_that_begin_at_once_share_one_attempt(sessions: Sessions, member: int, listed: ListedCourse) -> None:
    def begin(session: Session) -> Attempt:
        return attempts.begin(session, member, listed, NOW)

    one, two = meanwhile(sessions, begin, begin)
    assert two.result() == one
    with sessions.reading() as session:
        assert session.execute(select(func.count()).select_from(Row)).scalar_one() == 1


def test_the_limit_holds_for_two_at_once(sessions: Sessions, member: int) -> None:
    with sessions.begin() as session:
        listed = publish(session, a_course(FIVE, retake=Retake(limit=1)))

    def whole(session: Session) -> Attempt:
        return finish(session, member, listed, 3)

    _, two = meanwhile(sessions, whole, whole)
    with pytest.raises(NoMoreTests):
        two.result()


def test_two_gradings_at_once_grade_once(sessions: Sessions, member: int, listed: ListedCourse) -> None:
    with sessions.begin() as session:
        attempt = answer(session, member, attempts.begin(session, member, listed, NOW), 4)

    def grade(session: Session) -> attempts.Graded:
        return attempts.grade(session, member, attempt.id, RULES, NOW)

    one, two = meanwhile(sessions, grade, grade)
    assert (one.now, two.result().now) == (True, False)
    assert two.result().attempt == one.attempt


def test_no_answer_lands_after_a_grading_that_has_not_committed(
    sessions: Sessions, member: int, listed: ListedCourse
) -> None:
    with sessions.begin() as session:
        attempt = answer(session, member, attempts.begin(session, member, listed, NOW), 5)

    graded, tap = meanwhile(
        sessions,
        lambda session: attempts.grade(session, member, attempt.id, RULES, NOW),
        lambda session: attempts.choose(session, member, attempt.id, 1, 1, LATER),
    )
    with pytest.raises(StaleButton):
        tap.result()
    with sessions.reading() as session:
        assert attempts.own(session, member, attempt.id) == graded.attempt


def test_a_grading_waits_for_the_answer_before_it(sessions: Sessions, member: int) -> None:
    with sessions.begin() as session:
        listed = publish(session, a_course(FIVE))
        attempt = answer(session, member, attempts.begin(session, member, listed, NOW), 5)
    key = attempt.sitting.answer(1)[0]

    _, graded = meanwhile(
        sessions,
        lambda session: attempts.choose(session, member, attempt.id, 1, key % 5 + 1, NOW),
        lambda session: attempts.grade(session, member, attempt.id, RULES, NOW),
    )
    assert graded.result().attempt.sitting.right == 4
