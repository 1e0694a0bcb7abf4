"""Once a month members hear where their plans stand: who, when and what; and the letter before the year ends."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from content.credits.plan import Plan
from content.keys.letters import YearEnds
from content.keys.plan_letters import PlanStands
from content.rules import Rulebook, begins
from content.values import Reminder
from content.words import speak
from handlers.credits import plan as feature
from handlers.post import year_end
from handlers.presses.credits.goal import OpenWay, ShowPicture
from handlers.presses.credits.plan import OpenPlan
from handlers.screens.screen import Screen
from handlers.turn import House, Turn, Unwanted
from storage.credits import plans
from storage.engine.sessions import Sessions
from storage.people import chats, preferences
from storage.people.chat import Caller
from storage.post.letters import Letter
from storage.tables import Letter as Row
from tests import samples
from tests.queued import queue
from tests.student import Student

SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
BOOK = Rulebook()
END, DECEMBER = date(2027, 3, 31), date(2026, 12, 1)
OPENS = begins(DECEMBER, 5)


@pytest.fixture
def me(sessions: Sessions, house: House, now: datetime) -> Student:
    """A member who is logged in, with 2 of 60: a credit and its code. Today is 22 November 2026."""
    student = Student(sessions, house, now)
    student.earns("new", 74, begins(date(2026, 5, 1)))
    with sessions.begin() as session:
        chats.bind(session, chats.meet(session, sessions.cipher, 7, "ja", now), student.id, now)
    return student


def sets(me: Student, until: date = END, on: date = date(2026, 11, 20), monthly: int = 29) -> None:
    with me.sessions.begin() as session:
        plans.put(session, me.id, Plan(until, on, monthly))


def due(me: Student, at: datetime = OPENS) -> list[str]:
    """The subjects of the letters that are queued by then."""
    with me.sessions.begin() as session:
        queue(session, plans.due(at, BOOK.now(at)), at)
        return list(session.execute(select(Row.subject).where(Row.kind == "plan")).scalars())


def turn_of(me: Student, session: Session, at: datetime, *, can_earn: bool = True) -> Turn:
    chat = chats.meet(session, me.sessions.cipher, 7, "ja", at)
    return Turn(session, chat, at, speak("ja"), me.talk.house, 1, member=Caller(me.id, can_earn=can_earn))


def written(me: Student, at: datetime = OPENS, *, can_earn: bool = True) -> Screen | Unwanted:
    with me.sessions.begin() as session:
        letter = Letter(1, me.id, None, PlanStands(DECEMBER), "1", 1, at, at)
        return feature.write(turn_of(me, session, at, can_earn=can_earn), letter)


@pytest.mark.parametrize(
    ("at", "subjects"),
    [
        (OPENS - SECOND, []),
        (OPENS, ["2026-12-01"]),
        (begins(date(2027, 1, 1)) - SECOND, ["2026-12-01"]),
        (begins(date(2027, 1, 1)), []),
        (begins(date(2027, 1, 1), 5), ["2027-01-01"]),
    ],
)
def test_once_a_month(me: Student, at: datetime, subjects: list[str]) -> None:
    sets(me)
    assert due(me, at) == subjects
    assert due(me, at) == subjects


@pytest.mark.parametrize(
    ("set_on", "until", "subjects"),
    [
        (DECEMBER - DAY, END, ["2026-12-01"]),
        (DECEMBER, END, []),
        (date(2026, 10, 1), date(2026, 11, 1), ["2026-12-01"]),
        (date(2026, 10, 1), date(2026, 10, 31), []),
    ],
)
def test_of_which_plans(me: Student, set_on: date, until: date, subjects: list[str]) -> None:
    """Set before the day, and not over since before the last one: whose plan is over hears so once."""
    sets(me, until=until, on=set_on)
    assert due(me) == subjects


@pytest.mark.parametrize("why", ["none", "ended", "switched off", "logged out", "another's"])
def test_to_whom_not(me: Student, sessions: Sessions, now: datetime, why: str) -> None:
    if why != "none":
        sets(me)
    with sessions.begin() as session:
        match why:
            case "ended":
                plans.end(session, me.id)
            case "switched off":
                preferences.set_reminders(session, me.id, wanted=False, kinds=(Reminder.PLAN,))
            case "logged out":
                chats.unbind(session, chats.meet(session, sessions.cipher, 7, "ja", now).id)
            case "another's":
                other = samples.member(session, now, no="9")
                plans.end(session, me.id)
                plans.put(session, other, Plan(END, date(2026, 11, 1), 1))
    assert due(me) == []


def test_what_the_letter_says_with_the_next_course(me: Student) -> None:
    sets(me)
    listed = me.given(samples.course("sleep", code=20))
    screen = written(me)
    assert isinstance(screen, Screen)
    lines = screen.text.split("\n")
    assert lines[:4] == [
        "<b>今月の計画：14.5</b>",
        "2027年3月31日（水）までに60",
        "1単位 ＋ 1コード ＝ 2 / 60",
        "計画どおりです。あと58、残り4か月で毎月14.5です。",
    ]
    assert "次に受講する講座：" in lines
    assert f"▶️ {listed.course.title}" in screen.text
    assert [bool(row[0].url or row[0].mini_app) for row in screen.rows] == [True, False]
    assert screen.rows[1][0].press == OpenPlan()


def test_the_letter_of_a_plan_whose_day_has_passed(me: Student) -> None:
    sets(me, until=date(2026, 11, 30), on=date(2026, 10, 1))
    screen = written(me)
    assert isinstance(screen, Screen)
    assert screen.text.startswith("<b>計画の日を過ぎました</b>\n2026年11月30日（月）までに60")
    assert "⚠️ 計画の日を過ぎました。60まで、あと58でした。" in screen.text


@pytest.mark.parametrize(
    ("at", "why"),
    [
        (begins(DECEMBER) - SECOND, "another month has begun"),
        (begins(DECEMBER), None),
        (begins(date(2027, 1, 1)) - SECOND, None),
        (begins(date(2027, 1, 1)), "another month has begun"),
    ],
)
def test_until_when_it_is_true(me: Student, at: datetime, why: str | None) -> None:
    sets(me)
    found = written(me, at)
    assert (found.why if isinstance(found, Unwanted) else None) == why


def test_no_letter_of_what_is_done_or_ended(me: Student) -> None:
    assert written(me) == Unwanted("the plan was ended")
    sets(me)
    assert written(me, can_earn=False) == Unwanted("the member earns no credits")
    me.earns("much", 20, begins(date(2026, 6, 1)), half_units=114)
    assert written(me) == Unwanted("the goal is reached")


@pytest.mark.parametrize(
    ("until", "said"),
    [
        (None, None),
        (END, "ご自身の計画：2027年3月31日（水）までに60。毎月58（残り1か月）です。"),
        (date(2027, 2, 28), "ご自身の計画（2027年2月28日（日）までに60）の日を過ぎました。"),
    ],
)
def test_the_letter_before_the_year_ends_speaks_of_it(me: Student, until: date | None, said: str | None) -> None:
    if until is not None:
        sets(me, until=until)
    at = begins(date(2027, 3, 1), 8)
    with me.sessions.begin() as session:
        letter = Letter(1, me.id, None, YearEnds(2026), "1", 1, at, at)
        screen = year_end.write_missing(turn_of(me, session, at), letter)
    assert isinstance(screen, Screen)
    assert [line for line in screen.text.split("\n") if "計画" in line] == ([said] if said else [])
    opened = [button.press for row in screen.rows for button in row]
    assert opened == [OpenWay(1), *([OpenPlan()] if said else []), ShowPicture()]
