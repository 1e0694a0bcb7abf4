"""Attempts begun and answered: what is saved, and what is refused."""

from datetime import timedelta

import pytest
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from content.refusals import NoMoreTests, RetakeLater, StaleButton
from content.study.course import ListedCourse, Retake
from storage.study import attempts
from storage.tables import Answer
from storage.tables import Attempt as Row
from tests.conftest import NOW
from tests.quizzes import FIVE, a_course, reworded
from tests.storage.attempting import LATER, RULES, a_member, answer, answers_kept, finish, publish, several

# --- beginning


def test_a_first_attempt_is_open_pinned_and_empty(session: Session, member: int, listed: ListedCourse) -> None:
    attempt = attempts.begin(session, member, listed, NOW)
    assert (attempt.state, attempt.course_id, attempt.edition_id) == ("open", listed.id, listed.edition_id)
    assert sorted(one.question for one in attempt.sitting.pinned) == [1, 2, 3, 4, 5]
    assert attempt.sitting.unanswered == (1, 2, 3, 4, 5)


def test_beginning_again_finds_the_open_attempt_as_it_was_left(
    session: Session, member: int, listed: ListedCourse
) -> None:
    attempt = attempts.begin(session, member, listed, NOW)
    attempts.choose(session, member, attempt.id, 2, 3, NOW)
    again = attempts.begin(session, member, listed, LATER)
    assert (again.id, again.sitting.pinned) == (attempt.id, attempt.sitting.pinned)
    assert again.sitting.answer(2) == (3,)
    assert again.sitting.unanswered == (1, 3, 4, 5)


def test_a_retake_has_a_number_and_an_order_of_its_own(session: Session, member: int, listed: ListedCourse) -> None:
    orders = {finish(session, member, listed, 0).sitting.pinned for _ in range(4)}
    assert len(orders) == 4
    numbers = session.execute(select(Row.number).order_by(Row.id)).scalars()
    assert list(numbers) == [1, 2, 3, 4]


def test_an_attempt_keeps_the_edition_it_was_begun_with(session: Session, member: int) -> None:
    course = a_course(FIVE)
    attempt = attempts.begin(session, member, publish(session, course), NOW)
    revised = publish(session, reworded(course))
    assert attempts.begin(session, member, revised, LATER).id == attempt.id
    kept = answer(session, member, attempt, right=5)
    assert kept.sitting.course == course
    assert attempts.grade(session, member, attempt.id, RULES, LATER).attempt.state == "passed"
    assert attempts.begin(session, member, revised, LATER).sitting.course == revised.course


def test_each_member_has_his_own(session: Session, member: int, listed: ListedCourse) -> None:
    other = a_member(session, 2)
    mine, his = attempts.begin(session, member, listed, NOW), attempts.begin(session, other, listed, NOW)
    assert mine.id != his.id
    assert mine.sitting.pinned != his.sitting.pinned


def test_the_limit_counts_every_test(session: Session, member: int) -> None:
    listed = publish(session, a_course(FIVE, retake=Retake(limit=2)))
    finish(session, member, listed, 0)
    second = attempts.begin(session, member, listed, NOW)
    assert attempts.begin(session, member, listed, NOW).id == second.id
    answer(session, member, second, 5)
    attempts.grade(session, member, second.id, RULES, NOW)
    with pytest.raises(NoMoreTests):
        attempts.begin(session, member, listed, LATER)


def test_the_wait_after_failing(session: Session, member: int) -> None:
    listed = publish(session, a_course(FIVE, retake=Retake(wait_minutes=60)))
    finish(session, member, listed, 3)
    opens = NOW + timedelta(minutes=60)
    with pytest.raises(RetakeLater) as refused:
        attempts.begin(session, member, listed, opens - timedelta(seconds=1))
    assert refused.value.at == opens
    finish(session, member, listed, 4, opens)
    attempts.begin(session, member, listed, opens)


# --- answering


def test_the_last_single_choice_counts(session: Session, member: int) -> None:
    listed = publish(session, a_course(FIVE))
    attempt = attempts.begin(session, member, listed, NOW)
    assert attempts.choose(session, member, attempt.id, 1, 3, NOW).changed
    after = attempts.choose(session, member, attempt.id, 1, 4, LATER)
    assert after.changed
    assert after.attempt.sitting.answer(1) == (4,)
    assert session.execute(select(Answer.at)).scalars().all() == [LATER]


def test_the_same_single_choice_again_changes_nothing(session: Session, member: int) -> None:
    listed = publish(session, a_course(FIVE))
    attempt = attempts.begin(session, member, listed, NOW)
    attempts.choose(session, member, attempt.id, 1, 3, NOW)
    again = attempts.choose(session, member, attempt.id, 1, 3, LATER)
    assert not again.changed
    assert again.attempt.sitting.answer(1) == (3,)
    assert session.execute(select(Answer.at)).scalars().all() == [NOW]


def test_several_are_ticked_and_unticked_each_by_itself(session: Session, member: int, listed: ListedCourse) -> None:
    attempt = attempts.begin(session, member, listed, NOW)
    place = several(attempt)
    for choice in (5, 2, 2, 3):
        attempts.choose(session, member, attempt.id, place, choice, NOW)
    assert attempts.own(session, member, attempt.id).sitting.answer(place) == (2, 3, 5)
    for _ in range(2):
        after = attempts.choose(session, member, attempt.id, place, 3, NOW, off=True)
    assert not after.changed
    assert after.attempt.sitting.answer(place) == (2, 5)
    for choice in (2, 5):
        after = attempts.choose(session, member, attempt.id, place, choice, NOW, off=True)
    assert place in after.attempt.sitting.unanswered


def test_a_single_choice_is_not_unticked(session: Session, member: int) -> None:
    listed = publish(session, a_course(FIVE))
    attempt = attempts.begin(session, member, listed, NOW)
    attempts.choose(session, member, attempt.id, 1, 3, NOW)
    with pytest.raises(StaleButton):
        attempts.choose(session, member, attempt.id, 1, 3, NOW, off=True)
    assert attempts.own(session, member, attempt.id).sitting.answer(1) == (3,)


@pytest.mark.parametrize(
    ("place", "choice"), [(1, 0), (1, -1), (1, 6), (1, 9), (0, 1), (-1, 1), (6, 1), (99, 1), (2**31, 1), (1, 2**31)]
)
def test_a_forged_place_or_choice(session: Session, member: int, listed: ListedCourse, place: int, choice: int) -> None:
    attempt = attempts.begin(session, member, listed, NOW)
    for off in (False, True):
        with pytest.raises(StaleButton):
            attempts.choose(session, member, attempt.id, place, choice, NOW, off=off)
    assert answers_kept(session) == 0


def test_another_members_attempt(session: Session, member: int, listed: ListedCourse) -> None:
    attempt = attempts.begin(session, member, listed, NOW)
    other = a_member(session, 2)
    with pytest.raises(StaleButton):
        attempts.choose(session, other, attempt.id, 1, 1, NOW)
    with pytest.raises(StaleButton):
        attempts.grade(session, other, attempt.id, RULES, NOW)
    with pytest.raises(StaleButton):
        attempts.own(session, other, attempt.id)
    assert answers_kept(session) == 0


def test_no_such_attempt(session: Session, member: int) -> None:
    with pytest.raises(StaleButton):
        attempts.choose(session, member, 81, 1, 1, NOW)


def test_a_tap_is_three_statements(session: Session, member: int, listed: ListedCourse) -> None:
    attempt = attempts.begin(session, member, listed, NOW)
    said: list[str] = []
    event.listen(session.connection(), "before_cursor_execute", lambda *given: said.append(given[2]))
    attempts.choose(session, member, attempt.id, 1, 1, NOW)
    assert [one.split()[0] for one in said] == ["SELECT", "INSERT", "SELECT"]
