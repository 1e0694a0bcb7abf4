"""The rows of practice, on both databases: one answer a place, and none once the next attempt has begun."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from content.study.course import ListedCourse
from content.study.grading import Attempt
from content.study.practice import Practice
from storage.engine.answers import EVERY_BIT
from storage.engine.sessions import Sessions
from storage.study import attempts, practice
from storage.tables import PracticeAnswer
from tests.conftest import NOW
from tests.storage.attempting import LATER, a_member, finish
from tests.storage.racing import meanwhile


@pytest.fixture
def failed(sessions: Sessions, member: int, listed: ListedCourse) -> Attempt:
    """An attempt whose places 3, 4 and 5 are wrong."""
    with sessions.begin() as session:
        attempt = finish(session, member, listed, 2)
        practice.hold(session, attempt)
    return attempt


def answer(session: Session, member: int, attempt: Attempt, place: int, ticked: int) -> bool:
    return practice.mark(session, member, attempt.id, place, kept=0, added=ticked, answered=LATER)


def held(sessions: Sessions, attempt: Attempt) -> Practice:
    with sessions.begin() as session:
        return practice.hold(session, attempt)


def test_its_places_are_the_wrong_ones(sessions: Sessions, failed: Attempt) -> None:
    found = held(sessions, failed)
    assert (found.places, found.given, found.next_place) == ((3, 4, 5), frozenset(), 3)
    assert found.sitting.ticked == (0, 0, 0, 0, 0)


def test_ticks_are_kept_until_they_are_given(sessions: Sessions, member: int, failed: Attempt) -> None:
    with sessions.begin() as session:
        for kept, added in ((EVERY_BIT, 1), (EVERY_BIT, 4), (EVERY_BIT ^ 1, 0)):
            assert practice.mark(session, member, failed.id, 3, kept=kept, added=added, answered=None)
    assert (held(sessions, failed).sitting.ticked[2], held(sessions, failed).given) == (4, frozenset())
    with sessions.begin() as session:
        assert practice.mark(session, member, failed.id, 3, kept=EVERY_BIT, added=0, answered=LATER)
        assert not practice.mark(session, member, failed.id, 3, kept=0, added=2, answered=None)
    assert (held(sessions, failed).sitting.ticked[2], held(sessions, failed).given) == (4, frozenset({3}))


def test_of_two_answers_at_once_one_counts(sessions: Sessions, member: int, failed: Attempt) -> None:
    one, two = meanwhile(
        sessions,
        lambda session: answer(session, member, failed, 3, 1),
        lambda session: answer(session, member, failed, 3, 2),
    )
    assert (one, two.result()) == (True, False)
    assert held(sessions, failed).sitting.ticked[2] == 1


@pytest.mark.parametrize("first", ["answers", "begins"])
def test_a_test_that_begins_meanwhile_ends_it(
    sessions: Sessions, member: int, listed: ListedCourse, failed: Attempt, first: str
) -> None:
    def begins(session: Session) -> bool:
        attempts.begin(session, member, listed, NOW + timedelta(hours=1))
        practice.drop(session, member, listed.id)
        return True

    def answers(session: Session) -> bool:
        return answer(session, member, failed, 3, 1)

    one, two = meanwhile(sessions, *((answers, begins) if first == "answers" else (begins, answers)))
    assert (one, two.result()) == (True, first == "answers")
    with sessions.reading() as session:
        assert session.execute(select(func.count()).select_from(PracticeAnswer)).scalar_one() == 0


def test_nobody_answers_for_another(sessions: Sessions, member: int, failed: Attempt) -> None:
    with sessions.begin() as session:
        other = a_member(session, 2)
        assert not answer(session, other, failed, 3, 1)
        assert not answer(session, member, failed, 1, 1)  # it was right


def test_the_latest_attempt(sessions: Sessions, member: int, listed: ListedCourse, failed: Attempt) -> None:
    with sessions.begin() as session:
        found = practice.last(session, member, listed.id)
        assert found is not None
        assert (found.attempt, found.state, found.sittings) == (failed.id, "failed", 1)
        begun = attempts.begin(session, member, listed, LATER)
        found = practice.last(session, member, listed.id)
        assert found is not None
        assert (found.attempt, found.state, found.sittings) == (begun.id, "open", 2)
        assert practice.last(session, member, 99) is None
