"""When practice of a failed test is closed, and that it leaves no trace in the record of tests."""

from dataclasses import replace
from datetime import datetime

import pytest

from content.refusals import NoMoreTests, NoPractice, NoSuchCourse, NotLoggedIn, PracticeClosed, StaleButton
from content.study.course import Retake
from handlers.presses.study.practice import Give, Pick, Practise, Unpick
from handlers.presses.study.quiz import Grade
from handlers.turn import House
from storage.engine.sessions import Sessions
from storage.people.chat import Caller
from storage.programme import courses
from tests.handlers.practising import PRACTISE, Practiser, refused
from tests.handlers.sitting import record
from tests.quizzes import FIVE, a_course, reworded
from tests.snapshot import snapshot


@pytest.fixture
def aoi(sessions: Sessions, house: House, now: datetime) -> Practiser:
    """Three of five are right; each question has one right choice."""
    practiser = Practiser(sessions, house, now, a_course(FIVE))
    practiser.fails(3)
    return practiser


def test_the_retake_ends_it(aoi: Practiser) -> None:
    aoi.practises()
    place = aoi.next_place()
    aoi.begins()
    no = refused(aoi, Pick(aoi.failed, place, 1))
    assert isinstance(no, PracticeClosed)
    assert no.why is NoPractice.RETAKEN
    assert [PRACTISE] not in aoi.card()
    first = aoi.failed
    aoi.begins()
    aoi.answers(2)
    aoi.taps("採点する")
    again = aoi.attempt
    assert again != first
    aoi.practises()
    assert aoi.talk.lines[0].endswith("1 / 3</b>")
    assert isinstance(refused(aoi, Practise(first)), PracticeClosed)
    aoi.presses(Grade(first))
    assert [PRACTISE] not in aoi.talk.labels


def test_what_is_forged_or_out_of_order_is_refused(aoi: Practiser, house: House, now: datetime) -> None:
    aoi.practises()
    place = aoi.next_place()
    (later,) = {4, 5} - {place}
    other = Practiser(aoi.sessions, house, now, aoi.listed.course, no="1000000002")
    other.fails(1)
    passed = Practiser(aoi.sessions, house, now, aoi.listed.course, no="1000000003")
    passed.begins()
    open_one = passed.attempt
    before = snapshot(aoi.sessions)
    forged = [
        *(Pick(aoi.failed, at, 1) for at in (1, later, 0, -1, 6)),
        *(Pick(aoi.failed, place, choice) for choice in (0, -1, 6)),
        *(Unpick(aoi.failed, at, 1) for at in (place, later, 0)),
        *(Give(aoi.failed, at) for at in (place, later, 0)),
        *(press for number in (0, -1, 99, other.failed, open_one) for press in (Practise(number), Pick(number, 1, 1))),
    ]
    for press in forged:
        assert isinstance(refused(aoi, press), StaleButton), press
    assert isinstance(refused(passed, Practise(open_one)), StaleButton)
    assert snapshot(aoi.sessions) == before


def test_a_stranger_has_none(aoi: Practiser) -> None:
    aoi.talk.member = None
    assert isinstance(refused(aoi, Practise(aoi.failed)), NotLoggedIn)


def test_who_can_not_earn_has_none(sessions: Sessions, house: House, now: datetime) -> None:
    """The membership may also have ended since."""
    aoi = Practiser(sessions, house, now, a_course(FIVE), can_earn=False)
    aoi.fails(3)
    assert [PRACTISE] not in aoi.talk.labels
    assert [PRACTISE] not in aoi.card()
    no = refused(aoi, Practise(aoi.failed))
    assert isinstance(no, PracticeClosed)
    assert no.why is NoPractice.CANNOT_EARN
    aoi.talk.member = Caller(aoi.id, True)
    aoi.presses(Practise(aoi.failed))
    assert "1 / 2" in aoi.talk.lines[0]


def test_a_revised_course_has_none(aoi: Practiser) -> None:
    aoi.practises()
    place = aoi.next_place()
    before = aoi.listed.course
    aoi.given(reworded(before))
    no = refused(aoi, Pick(aoi.failed, place, 1))
    assert isinstance(no, PracticeClosed)
    assert no.why is NoPractice.REVISED
    assert [PRACTISE] not in aoi.card()
    aoi.given(before)
    aoi.presses(Practise(aoi.failed))
    assert "1 / 2" in aoi.talk.lines[0]


def test_a_withdrawn_course_has_none(sessions: Sessions, house: House, now: datetime) -> None:
    aoi = Practiser(sessions, house, now, replace(a_course(FIVE), sample=True))
    aoi.fails(3)
    with sessions.begin() as session:
        courses.withdraw_samples(session)
    assert isinstance(refused(aoi, Practise(aoi.failed)), NoSuchCourse)


def test_without_a_further_test_there_is_none(sessions: Sessions, house: House, now: datetime) -> None:
    """It would tell what no test can tell any more. A pause between tests is a good time for it."""
    aoi = Practiser(sessions, house, now, a_course(FIVE, retake=Retake(limit=2, wait_minutes=30)))
    aoi.fails(3)
    aoi.practises()
    aoi.answers_it(rightly=True)
    aoi.taps("次の問題")
    assert aoi.answers_it(rightly=True)[-1].startswith("次のテストは11月22日（日）10:30から受けられます。")
    assert aoi.talk.labels == [["‹ 戻る"]]
    aoi.waits(minutes=30)
    aoi.fails(3)
    assert [PRACTISE] not in aoi.talk.labels
    assert [PRACTISE] not in aoi.card()
    assert isinstance(refused(aoi, Practise(aoi.failed)), NoMoreTests)


def test_it_is_no_attempt_and_earns_nothing(aoi: Practiser) -> None:
    before = record(aoi.sessions)
    aoi.practises()
    aoi.answers_it(rightly=True)
    aoi.taps("次の問題")
    aoi.answers_it(rightly=True)
    assert record(aoi.sessions) == before
    assert aoi.credits == ()


def test_what_is_practised_goes_with_the_next_test(aoi: Practiser) -> None:
    aoi.practises()
    aoi.answers_it(rightly=True)
    assert snapshot(aoi.sessions)["practice_answers"] != []
    aoi.begins()
    assert snapshot(aoi.sessions)["practice_answers"] == []
