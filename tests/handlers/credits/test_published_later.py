"""A course or an issue that is published after an import has brought its credit: the member gets no second one."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import update

from content.keys.letters import Unfinished
from content.proving.finding import Fault
from content.rules import Rulebook
from content.study.course import Course
from handlers.credits import withheld
from handlers.presses.credits.goal import OpenWay
from handlers.presses.study.course import OpenCourse
from handlers.turn import House, Unwanted
from storage.credits import earning, ledger
from storage.engine.sessions import Sessions
from storage.importing import past_held
from storage.post.letters import Letter
from storage.proofs import proving, wordings
from storage.proofs.span import Span
from storage.requests import requests
from storage.study import enrolments
from storage.tables import Progress
from tests import issues
from tests.handlers.credits.test_brought import brings, undoes
from tests.handlers.sitting import Sitter, result
from tests.quizzes import MIXED, a_course
from tests.student import Learner, Student

OTHER = a_course(MIXED, slug="other")
LATER = a_course(MIXED)
WHAT = "past:0123456789abcdef"
BROUGHT = {"kind": "lecture", "code": LATER.code, "title": "高　血圧", "half_units": 3}


def sitter(sessions: Sessions, house: House, now: datetime, *courses: Course, **imported: object) -> tuple[Sitter, int]:
    """A member whose credit was imported before these courses were published; with the number of the import."""
    me = Sitter(sessions, house, now, replace(OTHER, title="別の講座", code=12))
    number = brings(me, **BROUGHT | imported)
    me.waits(days=1)
    me.given(*courses or (LATER,))
    return me, number


def card(me: Sitter) -> str:
    return me.talk.presses(OpenCourse(me.listed.id)).text


def done(me: Sitter) -> str:
    """What is said once the course is taken to its end."""
    me.watches(*me.listed.films)
    with me.sessions.begin() as session:
        session.execute(update(Progress).values(bitmap=b"\xff" * 75))  # the proof counts the 600 seconds
    return result(me.sits(5)).text


def standing(me: Learner) -> list[tuple[str, int | None]]:
    with me.sessions.reading() as session:
        return [(one.source, one.import_id) for one in ledger.standing(session, me.id)]


def faults(me: Learner) -> list[Fault]:
    with me.sessions.reading() as session:
        proof = proving.proof(session, Span(1, 1_000), wordings.programme(session), Rulebook())
    return [one.fault for one in proof.faults]


def test_a_course_published_later_brings_no_second_credit(sessions: Sessions, house: House, now: datetime) -> None:
    me, number = sitter(sessions, house, now)
    seen = card(me)
    assert "これまでの記録（MAMIS）から移行した「高　血圧」（2025年6月14日（土）取得）として登録済みです" in seen
    assert "修了されても、単位は追加されません" in seen
    assert "取得済のため" in done(me)
    assert (standing(me), faults(me)) == ([(WHAT, number)], [])
    assert "同じ内容で単位が付与されるのは、一度だけです。" in me.talk.says("/why 高血圧").text


def test_it_is_no_offer_and_is_marked_as_earned(sessions: Sessions, house: House, now: datetime) -> None:
    me, _ = sitter(sessions, house, now)
    assert "高血圧" not in me.talk.presses(OpenWay(1)).text
    assert "別の講座" in me.talk.presses(OpenWay(1)).text
    two = replace(a_course(MIXED, slug="two"), title="二つ目")
    me.given(two)
    me.talk.says("/courses 74")
    (at,) = [at for at, line in enumerate(me.talk.lines) if "高血圧（CC 74" in line]
    assert "取得済" in me.talk.lines[at + 1], me.talk.lines


@pytest.mark.parametrize("source", [WHAT, LATER.source], ids=["another name", "its own name"])
def test_after_the_undoing_what_was_earned_meanwhile_is_credited(
    source: str, sessions: Sessions, house: House, now: datetime
) -> None:
    """The credit has the moment of the work, not of the undoing."""
    me, number = sitter(sessions, house, now, source=source)
    done(me)
    at = me.now
    me.waits(days=3)
    undoes(me, number)
    with sessions.reading() as session:
        (one,) = ledger.standing(session, me.id)
    assert (one.source, one.import_id, one.earned_at, one.written_at) == (LATER.source, None, at, me.now)
    assert faults(me) == []


def test_without_work_the_undoing_brings_nothing_and_the_course_can_be_earned(
    sessions: Sessions, house: House, now: datetime
) -> None:
    me, number = sitter(sessions, house, now)
    undoes(me, number)
    assert standing(me) == []
    assert "登録済み" not in card(me)
    done(me)
    assert (standing(me), faults(me)) == ([(LATER.source, None)], [])


def test_a_title_changed_later_changes_nothing(sessions: Sessions, house: House, now: datetime) -> None:
    me, number = sitter(sessions, house, now)
    me.given(replace(LATER, title="まったく別の題"))
    done(me)
    assert standing(me) == [(WHAT, number)]


DOUBTS = {
    "a slip in the title": ({"title": "高血圧の基礎と診療最前"}, (replace(LATER, title="高血圧の基礎と診療最前線"),)),
    "another code": ({"code": 12}, (LATER,)),
    "two of this title": ({}, (replace(LATER, slug="twin"), LATER)),
    "the file said that it is none": ({"source": "past:-0123456789abcdef"}, (LATER,)),
}


@pytest.mark.parametrize(("imported", "courses"), DOUBTS.values(), ids=DOUBTS)
def test_in_doubt_staff_are_asked_and_nothing_is_lost(
    sessions: Sessions, house: House, now: datetime, imported: dict[str, object], courses: tuple[Course, ...]
) -> None:
    me, number = sitter(sessions, house, now, *courses, **imported)
    assert "同じ内容かもしれません" in card(me)
    assert "同じ内容かもしれません" in done(me)
    assert [one[1] for one in standing(me)] == [number]
    assert faults(me) == []
    assert "移行済か確認" in me.talk.says("/why 高血圧").text or "同じ内容かもしれません" in me.talk.screen.text
    assert (asked(me), asked(me)) == (1, 0)
    me.talk.says("/requests")
    assert "まだ登録されていません" in me.talk.taps("1").text
    undoes(me, number)
    assert (standing(me), faults(me)) == ([(LATER.source, None)], [])


def asked(me: Sitter) -> int:
    """The clock comes by."""
    with me.sessions.begin() as session:
        found = withheld.find(session, me.now, Rulebook())
        count = withheld.ask(session, found, me.now, Rulebook())
        assert len(requests.every(session, me.id)) == 1
    return count


def test_a_file_that_said_so_of_a_published_course_is_believed(sessions: Sessions, house: House, now: datetime) -> None:
    me = Sitter(sessions, house, now, LATER)
    me.waits(days=1)
    brings(me, **BROUGHT | {"source": "past:-0123456789abcdef"})
    me.sits(5)
    assert (LATER.source, None) in standing(me)


def test_an_issue_published_later_brings_no_second_credit(sessions: Sessions, house: House, now: datetime) -> None:
    me = Student(sessions, house, now)
    number = brings(me, kind="journal", code=82, title="禁煙支援", half_units=2)
    me.talk.now += timedelta(days=1)
    with sessions.begin() as session:
        issues.publish(session, issues.an_issue(), me.now)
    assert "登録済みです" in me.talk.says("/journal 2026-12").text
    me.talk.taps("解答する")
    for place, choices in enumerate(("1", "24", "3", "4", "5"), start=1):
        for choice in choices:
            me.talk.taps(choice)
        if place < 5:
            me.talk.taps(f"問{place + 1} ›")
    for label in ("解答を確認する", "提出に進む", "提出する"):
        me.talk.taps(label)
    me.talk.now = issues.TOLD
    told = me.talk.says("/journal 2026-12").text
    assert "単位は移行済" in told
    assert "取得済" not in told
    assert (standing(me), faults(me)) == ([(WHAT, number)], [])
    undoes(me, number)
    assert (standing(me), faults(me)) == ([("journal:2026-12", None)], [])


def test_a_later_file_doubles_nothing(sessions: Sessions, house: House, now: datetime) -> None:
    me, _ = sitter(sessions, house, now)
    with sessions.reading() as session:
        held = past_held.of(session, [me.id])[me.id]
    assert held.stands_for == {(LATER.source, False)}


def test_a_reversal_by_staff_lets_go_what_waited(sessions: Sessions, house: House, now: datetime) -> None:
    """Staff took back the imported credit alone. What the member did here counts."""
    me, _ = sitter(sessions, house, now)
    done(me)
    with sessions.begin() as session:
        assert ledger.reverse(session, me.id, WHAT, reason="誤り", author_id=me.id, at=me.now)
        earning.release(session, [me.id], me.now)
    assert standing(me) == [(LATER.source, None)]


@pytest.mark.parametrize("imported", [True, False])
def test_nobody_is_reminded_of_a_course_whose_credit_is_held(
    imported: bool, sessions: Sessions, house: House, now: datetime
) -> None:
    me, number = sitter(sessions, house, now)
    if not imported:
        undoes(me, number)
    with sessions.begin() as session:
        enrolments.touch(session, me.id, me.listed.id, me.now)
    at = me.now + timedelta(days=30)
    letter = Letter(1, me.id, None, Unfinished(me.listed.id), "1", 0, at, at)
    assert isinstance(me.reads(letter, at), Unwanted) is imported
