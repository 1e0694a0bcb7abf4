"""The reminder's letter: by the record of the moment at which it is sent."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from content.keys.letters import Unfinished
from content.words import speak
from handlers import reminder
from handlers.presses.course import OpenCourse
from handlers.presses.reminder import NoMore
from handlers.screens.screen import Screen
from handlers.turn import House, Turn, Unwanted
from storage.engine.sessions import Sessions
from storage.people import chats, preferences
from storage.people.chats import Caller
from storage.post.letters import Letter
from storage.study import enrolments
from storage.tables import Course
from tests import samples
from tests.student import Student

Write = Callable[[str], Screen | Unwanted]


@pytest.fixture
def me(sessions: Sessions, house: House, now: datetime) -> Student:
    """He has begun a course of two chapters and watched the first."""
    student = Student(sessions, house, now)
    student.given(samples.course())
    student.begins("hypertension")
    student.watches(1)
    return student


def written(me: Student, language: str = "ja") -> Screen | Unwanted:
    """The letter as it would be sent three days later."""
    later = me.now + timedelta(days=3)
    with me.sessions.begin() as session:
        chat = chats.meet(session, me.talk.house.cipher, 7, "ja", later)
        turn = Turn(session, chat, later, speak(language), me.talk.house, 1, member=Caller(me.id, can_earn=True))
        letter = Letter(1, me.id, None, Unfinished(me.listed.id), "first", 1, later, later)
        return reminder.write(turn, letter)


def test_it_names_the_course_and_what_is_left_and_leads_there(me: Student) -> None:
    screen = written(me)
    assert isinstance(screen, Screen)
    assert "「高血圧」は受講の途中です" in screen.text
    assert "未受講：第2章" in screen.text
    assert [[button.press for button in row] for row in screen.rows] == [[OpenCourse(me.listed.id)], [NoMore()]]


def test_where_all_is_watched_the_test_is_left(me: Student) -> None:
    me.watches(2)
    screen = written(me)
    assert isinstance(screen, Screen)
    assert "残りはセルフアセスメントです" in screen.text


def test_it_speaks_the_language_of_the_chat(me: Student) -> None:
    screen = written(me, "en")
    assert isinstance(screen, Screen)
    assert "stop reminding me" in " ".join(button.label for row in screen.rows for button in row).lower()


def test_it_is_not_sent_when_it_is_wanted_no_more(me: Student) -> None:
    me.talk.presses(NoMore())
    assert written(me) == Unwanted("reminders are switched off")


def test_nor_when_the_course_is_finished(me: Student) -> None:
    with me.sessions.begin() as session:
        enrolments.finish(session, me.id, me.listed.id, me.now)
    assert written(me) == Unwanted("the course is finished")


def test_nor_when_the_course_is_withdrawn(me: Student) -> None:
    with me.sessions.begin() as session:
        session.get_one(Course, me.listed.id).edition_id = None
    assert isinstance(written(me), Unwanted)


def test_the_button_stops_all_reminders_and_says_how_to_bring_them_back(me: Student) -> None:
    for _ in range(2):
        assert "/settings" in me.talk.presses(NoMore()).toast
    with me.sessions.begin() as session:
        assert not preferences.get(session, me.id).reminders
