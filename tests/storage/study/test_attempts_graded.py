"""Attempts graded: once, by the rules of the day, and for ever."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from content.refusals import StaleButton
from content.study.course import ListedCourse
from storage.engine.sessions import Sessions
from storage.programme import courses
from storage.study import attempts
from storage.tables import Attempt as Row
from tests.conftest import NOW
from tests.quizzes import FIVE, MIXED, a_course
from tests.storage.attempting import LATER, RULES, a_member, answer, finish, publish, several

# --- grading


@pytest.mark.parametrize(("right", "state"), [(0, "failed"), (3, "failed"), (4, "passed"), (5, "passed")])
def test_four_of_five_pass(session: Session, member: int, listed: ListedCourse, right: int, state: str) -> None:
    graded = finish(session, member, listed, right)
    assert (graded.state, graded.sitting.right) == (state, right)
    row = session.execute(select(Row.state, Row.right, Row.finished_at, Row.rule_version)).one()
    assert tuple(row) == (state, right, NOW, RULES.version)


@pytest.mark.parametrize(("right", "state"), [(7, "failed"), (8, "passed")])
def test_eight_of_ten_pass(session: Session, member: int, right: int, state: str) -> None:
    listed = publish(session, a_course([[1]] * 10))
    assert finish(session, member, listed, right).state == state


def test_a_graded_attempt_is_final(session: Session, member: int, listed: ListedCourse) -> None:
    graded = finish(session, member, listed, 3)
    again = attempts.grade(session, member, graded.id, replace(RULES, elearning_pass_pct=60), LATER)
    assert (again.now, again.attempt) == (False, graded)
    with pytest.raises(StaleButton):
        attempts.choose(session, member, graded.id, 4, 1, LATER)
    with pytest.raises(StaleButton):
        attempts.answering(session, member, graded.id)
    assert attempts.own(session, member, graded.id) == graded


def test_nothing_is_graded_while_a_place_is_unanswered(session: Session, member: int, listed: ListedCourse) -> None:
    attempt = answer(session, member, attempts.begin(session, member, listed, NOW), 5)
    place = several(attempt)
    for choice in attempt.sitting.answer(place):
        attempts.choose(session, member, attempt.id, place, choice, NOW, off=True)
    refused = attempts.grade(session, member, attempt.id, RULES, NOW)
    assert not refused.now
    assert (refused.attempt.state, refused.attempt.sitting.unanswered) == ("open", (place,))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(taps=st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.booleans()), max_size=40))
def test_any_taps_leave_what_a_naive_model_remembers(sessions: Sessions, taps: list[tuple[int, int, bool]]) -> None:
    """The model: the last choice of a single question, the set of those ticked and not unticked of another."""
    model: dict[int, set[int]] = {}
    with sessions.begin() as session:
        member = a_member(session, 1)
        attempt = attempts.begin(session, member, publish(session, a_course(MIXED)), NOW)
        for place, choice, off in taps:
            possible = 1 <= place <= 5 and 1 <= choice <= 5
            many = possible and attempt.sitting.question(place).several
            if not possible or (off and not many):
                with pytest.raises(StaleButton):
                    attempts.choose(session, member, attempt.id, place, choice, NOW, off=off)
                continue
            attempts.choose(session, member, attempt.id, place, choice, NOW, off=off)
            before = model.get(place, set()) if many else set()
            model[place] = before - {choice} if off else before | {choice}
        kept = attempts.own(session, member, attempt.id).sitting
        assert [set(kept.answer(place)) for place in range(1, 6)] == [model.get(place, set()) for place in range(1, 6)]
        session.rollback()


# --- the one under way


def test_the_latest_open_attempt_is_the_one_last_answered(session: Session, member: int) -> None:
    first = attempts.begin(session, member, publish(session, a_course(FIVE, slug="first")), NOW)
    second = attempts.begin(session, member, publish(session, a_course(FIVE, slug="second")), NOW)
    assert attempts.open_ones(session, member) == (second.id, first.id)
    attempts.choose(session, member, first.id, 1, 1, LATER)
    assert attempts.open_ones(session, member) == (first.id, second.id)
    assert attempts.open_ones(session, a_member(session, 2)) == ()


def test_neither_a_graded_attempt_nor_one_of_a_withdrawn_course_is_under_way(session: Session, member: int) -> None:
    finish(session, member, publish(session, a_course(FIVE, slug="first")), 5)
    assert attempts.open_ones(session, member) == ()
    withdrawn = publish(session, a_course(FIVE, slug="second"))
    attempts.begin(session, member, withdrawn, NOW)
    session.execute(text("UPDATE courses SET edition_id = NULL WHERE slug = 'second'"))
    assert attempts.open_ones(session, member) == ()
    assert courses.by_edition(session, withdrawn.edition_id).id == withdrawn.id
