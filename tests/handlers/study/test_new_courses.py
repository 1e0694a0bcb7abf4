"""Once a week members hear of new courses: who, when, of which, and who does not."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from content.keys.letters import NewCourses
from content.rules import Rulebook, begins
from content.values import Reminder
from content.words import speak
from handlers.presses.study.course import OpenCourse
from handlers.screens.screen import Screen
from handlers.study import new_courses
from handlers.turn import House, Turn, Unwanted
from storage.engine.sessions import Sessions
from storage.people import chats, noted, preferences
from storage.people.chat import Caller
from storage.post.letters import Letter
from storage.programme import arriving
from storage.programme import courses as programme
from storage.tables import Course as CourseRow
from storage.tables import Letter as Row
from tests import samples
from tests.queued import queue
from tests.student import Student

SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
SATURDAY = date(2026, 11, 28)
OPENS = begins(SATURDAY, 5)
BOOK = Rulebook()


@pytest.fixture
def me(sessions: Sessions, house: House, now: datetime) -> Student:
    """A member who is logged in."""
    student = Student(sessions, house, now)
    with sessions.begin() as session:
        chats.bind(session, chats.meet(session, sessions.cipher, 7, "ja", now), student.id, now)
    return student


def comes(me: Student, slug: str, code: int, at: datetime) -> int:
    with me.sessions.begin() as session:
        return samples.publish(session, samples.course(slug, code=code), at).id


def due(me: Student, at: datetime = OPENS) -> list[str]:
    """The subjects of the letters that are queued by then."""
    with me.sessions.begin() as session:
        queue(session, arriving.due(session, at, BOOK.now(at)), at)
        return list(session.execute(select(Row.subject).where(Row.kind == "new_courses")).scalars())


def written(me: Student, at: datetime = OPENS, *, can_earn: bool = True) -> Screen | Unwanted:
    with me.sessions.begin() as session:
        chat = chats.meet(session, me.sessions.cipher, 7, "ja", at)
        turn = Turn(session, chat, at, speak("ja"), me.talk.house, 1, member=Caller(me.id, can_earn=can_earn))
        return new_courses.write(turn, Letter(1, me.id, None, NewCourses(SATURDAY), "1", 1, at, at))


def opened(screen: Screen | Unwanted) -> Sequence[int]:
    assert isinstance(screen, Screen)
    return [button.press.course for row in screen.rows for button in row if isinstance(button.press, OpenCourse)]


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (begins(SATURDAY) - 7 * DAY - SECOND, []),
        (begins(SATURDAY) - 7 * DAY, ["2026-11-28"]),
        (begins(SATURDAY) - SECOND, ["2026-11-28"]),
        (begins(SATURDAY), []),
    ],
)
def test_of_which_week(me: Student, published: datetime, expected: list[str]) -> None:
    comes(me, "sleep", 20, published)
    assert due(me) == expected


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (OPENS - SECOND, []),
        (OPENS, ["2026-11-28"]),
        (begins(SATURDAY) + 7 * DAY - SECOND, ["2026-11-28"]),
        (begins(SATURDAY) + 7 * DAY, []),
    ],
)
def test_when(me: Student, at: datetime, expected: list[str]) -> None:
    comes(me, "sleep", 20, begins(SATURDAY) - DAY)
    assert due(me, at) == expected
    assert due(me, at) == expected, "once"


def test_a_new_edition_is_no_new_course(me: Student) -> None:
    comes(me, "sleep", 20, begins(SATURDAY) - 30 * DAY)
    comes(me, "sleep", 21, begins(SATURDAY) - DAY)
    assert due(me) == []


@pytest.mark.parametrize("why", ["switched off", "logged out", "has the code", "has both of two", "withdrawn"])
def test_to_whom_not(me: Student, now: datetime, why: str) -> None:
    number = comes(me, "sleep", 20, begins(SATURDAY) - DAY)
    with me.sessions.begin() as session:
        match why:
            case "switched off":
                preferences.set_reminders(session, me.id, wanted=False, kinds=(Reminder.NEW_COURSES,))
            case "logged out":
                chats.unbind(session, chats.meet(session, me.sessions.cipher, 7, "ja", now).id)
            case "withdrawn":
                session.get_one(CourseRow, number).edition_id = None
    if why.startswith("has"):
        me.earns("old", 20, begins(date(2024, 4, 1)))
    if why == "has both of two":
        comes(me, "bones", 61, begins(SATURDAY) - DAY)
        me.earns("bone", 61, begins(date(2026, 4, 1)))
    assert due(me) == []


@pytest.mark.parametrize("why", ["before the window", "taken back", "one of two", "a certificate was noted"])
def test_to_whom_nevertheless(me: Student, why: str) -> None:
    first = comes(me, "sleep", 20, begins(SATURDAY) - DAY)
    match why:
        case "before the window":
            me.earns("old", 20, begins(date(2024, 4, 1)) - SECOND)
        case "taken back":
            me.earns("old", 20, begins(date(2026, 5, 1)))
            me.loses("old")
        case "one of two":
            me.earns("old", 20, begins(date(2026, 5, 1)))
            first = comes(me, "bones", 61, begins(SATURDAY) - DAY)
        case "a certificate was noted":
            me.earns("old", 20, begins(date(2024, 5, 1)))
            with me.sessions.begin() as session:
                noted.certify(session, me.id, date(2025, 12, 1))
    assert due(me) == ["2026-11-28"]
    assert opened(written(me)) == [first]


def test_what_it_says(me: Student) -> None:
    numbers = [comes(me, f"course-{code}", code, begins(SATURDAY) - DAY) for code in (20, 21, 22, 23, 24, 25)]
    screen = written(me)
    assert opened(screen) == numbers[:5]
    assert isinstance(screen, Screen)
    assert "新しい講座が6件あります" in screen.text
    assert "ほか1件" in screen.text


def test_what_is_earned_or_gone_meanwhile_is_left_out(me: Student) -> None:
    numbers = [comes(me, f"course-{code}", code, begins(SATURDAY) - DAY) for code in (20, 21, 22)]
    me.earns("course-20", 20, OPENS)
    with me.sessions.begin() as session:
        session.get_one(CourseRow, numbers[1]).edition_id = None
        assert len(programme.listed(session)) >= 2
    assert opened(written(me, OPENS + DAY)) == numbers[2:]
    me.earns("course-22", 22, OPENS)
    assert isinstance(written(me, OPENS + DAY), Unwanted)
    assert isinstance(written(me, can_earn=False), Unwanted)
