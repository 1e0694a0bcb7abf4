"""Home as it lives: what is ahead of a member, and what ends soon."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from content.attendance.training import Form, Training
from content.declarations.declaring import Kind
from content.importing.member_record import MemberRecord
from content.rules import JAPAN
from content.study.course import Retake
from handlers.presses.declarations.declare import Declarations
from handlers.presses.journal import Begin
from handlers.presses.staff.rooms import Rooms
from handlers.presses.study.quiz import Begin as Sit
from handlers.presses.trainings.trainings import OpenTraining
from handlers.turn import House
from storage.declarations import declarations
from storage.engine.sessions import Sessions
from storage.journal import sheets
from storage.people import members
from storage.staff import roles
from storage.study import enrolments
from storage.trainings import published
from tests import issues
from tests.bot.neighbour import submits
from tests.handlers.sitting import Sitter
from tests.quizzes import FIVE, a_course

DAY = timedelta(days=1)


@pytest.fixture
def me(sessions: Sessions, house: House, now: datetime) -> Sitter:
    """The member has begun nothing. The course has three chapters and a test of five."""
    return Sitter(sessions, house, now, a_course(FIVE), watched=False)


def first(me: Sitter) -> str:
    me.talk.says("/start")
    return me.talk.labels[0][0]


def opens(me: Sitter) -> None:
    """What the player does when it is opened."""
    with me.sessions.begin() as session:
        enrolments.touch(session, me.id, me.listed.id, me.talk.now)


def test_from_the_first_minute_to_the_test(me: Sitter) -> None:
    """A course that brings a new code is offered at once; then the button leads on to whatever is next."""
    assert first(me) == "▶ 高血圧 第1章（10分）"
    assert "新しいコードの単位を、最も短い時間で取得できる講座です。" in me.talk.lines
    opens(me)
    me.watches(1)
    assert first(me).startswith("▶ 高血圧 第2章")
    assert "新しいコードの単位を、最も短い時間で取得できる講座です。" not in me.talk.lines
    me.watches(2, 3)
    assert first(me) == "▶ 高血圧 テストを受ける"
    assert me.talk.buttons[0].press == Sit(me.listed.id)
    me.taps("▶ 高血圧 テストを受ける")
    assert first(me) == "▶ 高血圧 テストの続き"


def test_of_several_courses_the_one_touched_last_and_of_tests_the_open_one(me: Sitter) -> None:
    me.watches(1, 2, 3)
    me.begins()
    me.waits(minutes=1)
    me.given(replace(a_course(FIVE, slug="second"), title="不眠症"))
    opens(me)
    me.watches(1)
    assert first(me) == "▶ 高血圧 テストの続き"
    me.taps("▶ 高血圧 テストの続き")
    me.answers(5)
    me.taps("採点する")
    assert first(me) == "▶ 不眠症 第2章（10分）"


@pytest.mark.parametrize(("waited", "label"), [(59, "講座を探す"), (60, "▶ 高血圧 テストを受ける")])
def test_a_test_that_has_to_wait_is_not_offered(
    sessions: Sessions, house: House, now: datetime, waited: int, label: str
) -> None:
    me = Sitter(sessions, house, now, replace(a_course(FIVE), retake=Retake(None, 60)))
    me.sits(0)
    me.waits(minutes=waited)
    assert first(me) == label


def test_a_finished_course_is_not_offered_again(me: Sitter) -> None:
    me.watches(1, 2, 3)
    me.sits(5)
    assert first(me) == "講座を探す"
    assert me.talk.lines[1] == "░░░░░░　2 / 60　今年度 1単位"


def test_who_cannot_earn_is_led_through_a_course_and_then_let_go(
    sessions: Sessions, house: House, now: datetime
) -> None:
    me = Sitter(sessions, house, now, a_course(FIVE), can_earn=False, watched=False)
    assert first(me) == "▶ 高血圧 第1章（10分）"
    assert not [line for line in me.talk.lines if "/ 60" in line]
    me.watches(1, 2, 3)
    me.sits(5)
    assert first(me) == "講座を探す"


@pytest.mark.parametrize(
    ("days", "told"),
    [(8, None), (7, "12月号 あと7日"), (1, "12月号 あと1日"), (0, "12月号 今日")],
)
def test_an_issue_that_ends_within_a_week(me: Sitter, days: int, told: str | None) -> None:
    deadline = issues.DEADLINE
    with me.sessions.begin() as session:
        listed = issues.publish(session, issues.an_issue("2026-12", deadline=deadline), me.talk.now)
    me.talk.now = deadline - days * DAY
    me.talk.says("/start")
    found = [one for one in me.talk.buttons if one.press == Begin(listed.id)]
    assert [one.label for one in found] == ([told] if told else [])
    assert [line for line in me.talk.lines if "締切" in line] == (
        [f"⚠️ 日医雑誌 2026年12月号　禁煙支援　締切{'は' if days == 0 else 'まで'}{told[5:]}（12月25日（金）17:00）"]
        if told
        else []
    )


def test_an_issue_that_is_submitted_or_closed_has_no_deadline(me: Sitter) -> None:
    with me.sessions.begin() as session:
        listed = issues.publish(session, issues.an_issue("2026-12"), me.talk.now)
        sheet = sheets.begin(session, me.id, listed, me.talk.now)
    me.talk.now = issues.DEADLINE + timedelta(seconds=1)
    assert Begin(listed.id) not in [one.press for one in me.talk.says("/start").rows[1]]
    me.talk.now = issues.DEADLINE - DAY
    with me.sessions.begin() as session:
        for number in range(1, 6):
            sheets.choose(session, me.id, sheet.id, number, 1, me.talk.now)
        sheets.submit(session, me.id, sheet.id, me.talk.now)
    me.talk.says("/start")
    assert not [line for line in me.talk.lines if "締切" in line]


EVENING = datetime(2026, 11, 23, 19, tzinfo=JAPAN)


@pytest.mark.parametrize(
    ("at", "prefecture", "form", "label"),
    [
        (datetime(2026, 11, 21, 23, 59, tzinfo=JAPAN), "京都府", Form.IN_PERSON, None),
        (datetime(2026, 11, 22, 0, 0, tzinfo=JAPAN), "京都府", Form.IN_PERSON, "明日の研修会"),
        (datetime(2026, 11, 23, 8, 0, tzinfo=JAPAN), "京都府", Form.WEB_LIVE, "今日の研修会"),
        (datetime(2026, 11, 23, 8, 0, tzinfo=JAPAN), "京都府", Form.WEB_RECORDED, None),
        (datetime(2026, 11, 23, 8, 0, tzinfo=JAPAN), "大阪府", Form.IN_PERSON, None),
        (datetime(2026, 11, 23, 21, 0, tzinfo=JAPAN), "京都府", Form.IN_PERSON, None),
    ],
)
def test_a_training_of_today_or_tomorrow_in_the_members_prefecture(
    me: Sitter, at: datetime, prefecture: str, form: Form, label: str | None
) -> None:
    ends = EVENING + timedelta(hours=2)
    held = Training(
        "night", "題", "主催者", prefecture, form, 1, 2, False, EVENING.astimezone(UTC), ends.astimezone(UTC)
    )
    with me.sessions.begin() as session:
        members.put(
            session,
            me.sessions.cipher,
            MemberRecord("1000000001", "青井 遥", date(1972, 2, 4), prefecture="京都府"),
            at,
        )
        published.publish(session, held, me.talk.now)
        (listed,) = published.coming(session, me.talk.now)
    me.talk.now = at.astimezone(UTC)
    me.talk.says("/start")
    found = [one for one in me.talk.buttons if one.press == OpenTraining(listed.id)]
    assert [one.label for one in found] == ([label] if label else [])


@pytest.mark.parametrize(
    ("day", "told"),
    [(date(2027, 3, 31), False), (date(2027, 4, 1), True), (date(2027, 4, 30), True), (date(2027, 5, 1), False)],
)
def test_a_draft_in_the_month_in_which_it_has_to_be_submitted(me: Sitter, day: date, told: bool) -> None:
    with me.sessions.begin() as session:
        declarations.begin(session, me.id, Kind.CONGRESS, 10, me.talk.now)
    me.talk.now = datetime(day.year, day.month, day.day, 12, tzinfo=JAPAN).astimezone(UTC)
    me.talk.says("/start")
    found = [one.label for one in me.talk.buttons if one.press == Declarations(1)]
    assert found == [*(["申告書 4月30日"] if told else []), "学習を申告する"]


def test_staff_see_their_way_first_with_what_waits(me: Sitter) -> None:
    assert Rooms() not in [one.press for one in me.talk.says("/start").rows[0]]
    with me.sessions.begin() as session:
        roles.grant(session, me.id, "support", me.talk.now)
    assert first(me) == "担当者"
    with me.sessions.begin() as session:
        roles.grant(session, me.id, "officer", me.talk.now)
        submits(session, me.id, me.talk.now)
    assert first(me) == "担当者（1）"
