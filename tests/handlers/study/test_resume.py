"""/resume, from anywhere."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from content.declarations.declaring import Kind
from content.refusals import NotLoggedIn
from content.study.course import ListedCourse
from handlers.presses.declarations.declare import Declarations
from handlers.presses.journal import Begin
from handlers.presses.study.browse import Codes
from handlers.presses.study.course import OpenCourse
from handlers.presses.study.resume import Resume
from handlers.turn import House
from storage.declarations import declarations
from storage.engine.sessions import Sessions
from storage.journal import sheets
from storage.study import enrolments
from tests import issues
from tests.handlers.sitting import Sitter
from tests.quizzes import FIVE, a_course
from tests.talk import Talk


@pytest.fixture
def aoi(sessions: Sessions, house: House, now: datetime) -> Sitter:
    return Sitter(sessions, house, now, watched=False)


def touches(sitter: Sitter, slug: str, title: str = "高血圧") -> ListedCourse:
    """A further course, begun a minute after what was before."""
    sitter.waits(minutes=1)
    listed = sitter.given(replace(a_course(FIVE, slug=slug), title=title))
    with sitter.sessions.begin() as session:
        enrolments.touch(session, sitter.id, listed.id, sitter.talk.now)
    return listed


def test_nothing_under_way(aoi: Sitter) -> None:
    screen = aoi.talk.says("/resume")
    assert screen.text == "<b>途中の講座や解答</b>\n途中のものはありません。講座一覧からお選びください。"
    assert aoi.talk.buttons[0].press == Codes(1, "courses")
    assert aoi.talk.labels[-1] == ["‹ 戻る"]
    assert aoi.presses(Resume()) == screen


def test_one_course_under_way(aoi: Sitter) -> None:
    listed = touches(aoi, "first")
    assert aoi.talk.says("/resume").subject == f"course:{listed.id}"


def test_several_courses_under_way_the_latest_first(aoi: Sitter) -> None:
    first = touches(aoi, "first", "糖尿病の薬物療法と療養指導の実際")
    second = touches(aoi, "second", "不眠症")
    aoi.listed = first
    aoi.watches(1, 3)
    aoi.talk.says("/resume")
    assert aoi.talk.lines == [
        "<b>途中の講座や解答</b>",
        "続けるものをお選びください。",
        "",
        "1　不眠症　受講済 0 / 3章",
        "2　糖尿病の薬物療法と療養指導の実際　受講済 2 / 3章",
    ]
    assert aoi.talk.labels == [["1　不眠症"], ["2　糖尿病の薬物療法と療養…"], ["‹ 戻る"]]
    presses = [button.press for button in aoi.talk.buttons]
    assert presses[:2] == [OpenCourse(second.id), OpenCourse(first.id)]


def begins_sheet(aoi: Sitter, slug: str, deadline: datetime) -> int:
    """An issue of the journal with one answer."""
    with aoi.sessions.begin() as session:
        listed = issues.publish(session, issues.an_issue(slug, deadline=deadline), aoi.talk.now)
        sheet = sheets.begin(session, aoi.id, listed, aoi.talk.now)
        sheets.choose(session, aoi.id, sheet.id, 1, 1, aoi.talk.now)
    return listed.id


def test_an_issue_of_the_journal_is_gone_on_with(aoi: Sitter) -> None:
    begins_sheet(aoi, "2026-12", issues.DEADLINE)
    assert aoi.talk.says("/resume").text.startswith("<b>日医雑誌 2026年12月号　問2 / 5</b>")
    aoi.talk.now = issues.DEADLINE + timedelta(seconds=1)
    assert "途中のものはありません" in aoi.talk.says("/resume").text


def test_courses_issues_and_drafts_stand_in_one_list(aoi: Sitter) -> None:
    course = touches(aoi, "first")
    later = begins_sheet(aoi, "2027-01", issues.DEADLINE + timedelta(days=31))
    sooner = begins_sheet(aoi, "2026-12", issues.DEADLINE)
    with aoi.sessions.begin() as session:
        for kind in (Kind.CONGRESS, Kind.TEACHING):
            declarations.begin(session, aoi.id, kind, 10, aoi.talk.now)
    aoi.talk.says("/resume")
    assert aoi.talk.lines[3:] == [
        "1　高血圧　受講済 0 / 3章",
        "2　日医雑誌 2026年12月号　禁煙支援　解答 1 / 5問　締切 12月25日（金）17:00",
        "3　日医雑誌 2027年1月号　禁煙支援　解答 1 / 5問　締切 1月25日（月）17:00",
        "4　申告書の下書き　2件",
    ]
    presses = [button.press for button in aoi.talk.buttons]
    assert presses[:4] == [OpenCourse(course.id), Begin(sooner), Begin(later), Declarations(1)]


def test_at_most_five_are_listed(aoi: Sitter) -> None:
    latest = [touches(aoi, f"course-{number}") for number in range(6)][1:]
    aoi.presses(Resume())
    presses = [button.press for button in aoi.talk.buttons]
    assert presses[:-1] == [OpenCourse(one.id) for one in reversed(latest)]


def test_a_finished_course_and_a_withdrawn_one_are_not_under_way(aoi: Sitter) -> None:
    touches(aoi, "withdrawn")
    finished = touches(aoi, "finished")
    with aoi.sessions.begin() as session:
        session.execute(text("UPDATE courses SET edition_id = NULL WHERE slug = 'withdrawn'"))
        enrolments.finish(session, aoi.id, finished.id, aoi.talk.now)
    assert "途中のものはありません" in aoi.talk.says("/resume").text


def test_an_open_test_comes_first_at_its_next_question(aoi: Sitter) -> None:
    aoi.watches(1, 2, 3)
    aoi.begins()
    aoi.answers_here(rightly=True)
    touches(aoi, "later")
    aoi.talk.says("/resume")
    assert aoi.place == 2


def test_the_test_that_was_answered_last(aoi: Sitter) -> None:
    first = aoi.listed
    aoi.watches(1, 2, 3)
    aoi.begins()
    earlier = aoi.talk.screen.subject
    aoi.given(a_course(FIVE, slug="second"))
    aoi.watches(1, 2, 3)
    aoi.waits(minutes=1)
    aoi.begins()
    later = aoi.talk.screen.subject
    assert aoi.talk.says("/resume").subject == later
    aoi.listed = first
    aoi.waits(minutes=1)
    aoi.begins()
    aoi.taps("2")
    assert aoi.talk.says("/resume").subject == earlier


def test_a_test_with_all_answers_comes_back_at_the_page_of_answers(aoi: Sitter) -> None:
    aoi.watches(1, 2, 3)
    aoi.begins()
    aoi.answers(5)
    aoi.talk.says("/resume")
    assert aoi.talk.labels[0] == ["採点する"]
    aoi.taps("採点する")
    assert "途中のものはありません" in aoi.talk.says("/resume").text


def test_after_failing_the_course_is_still_under_way(aoi: Sitter) -> None:
    aoi.watches(1, 2, 3)
    aoi.sits(3)
    assert aoi.talk.says("/resume").subject == f"course:{aoi.listed.id}"


def test_in_english(aoi: Sitter) -> None:
    aoi.talk.language = "en"
    assert "You have nothing in progress." in aoi.talk.says("/resume").text
    touches(aoi, "first")
    touches(aoi, "second")
    assert "1  高血圧 · 0 of 3 chapters watched" in aoi.talk.says("/resume").text


def test_a_stranger(sessions: Sessions, house: House, now: datetime) -> None:
    stranger = Talk(sessions, house, now, None)
    with pytest.raises(NotLoggedIn):
        stranger.says("/resume")
    with pytest.raises(NotLoggedIn):
        stranger.presses(Resume())


def test_anothers_test_is_not_mine(aoi: Sitter, sessions: Sessions, house: House, now: datetime) -> None:
    aoi.watches(1, 2, 3)
    aoi.begins()
    eve = Sitter(sessions, house, now, no="1000000002", watched=False)
    assert "途中のものはありません" in eve.talk.says("/resume").text
