"""Before a fiscal year ends: who hears what is missing and what leaves the window, when, and who does not."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from content.keys.letters import CreditsFall, YearEnds
from content.rules import Rulebook, begins
from content.values import Reminder
from content.words import speak
from handlers.post import year_end
from handlers.presses.credits.goal import OpenWay, ShowPicture
from handlers.screens.screen import Screen
from handlers.turn import House, Turn, Unwanted
from storage.credits import reminders
from storage.engine.sessions import Sessions
from storage.people import chats, preferences
from storage.people.chat import Caller
from storage.post.letters import Letter
from storage.tables import Letter as Row
from tests import samples
from tests.queued import queue
from tests.student import Student

SECOND = timedelta(seconds=1)
BOOK = Rulebook()
FEBRUARY, MARCH, APRIL = (datetime(2027, month, 1, tzinfo=UTC) for month in (2, 3, 4))


@pytest.fixture
def me(sessions: Sessions, house: House, now: datetime) -> Student:
    """A member who is logged in, with a credit of the oldest year of the window and one of this year."""
    student = Student(sessions, house, now)
    student.earns("old", 8, begins(date(2024, 5, 1)))
    student.earns("new", 74, begins(date(2026, 5, 1)))
    with sessions.begin() as session:
        chats.bind(session, chats.meet(session, sessions.cipher, 7, "ja", now), student.id, now)
    return student


def due(me: Student, at: datetime) -> list[str]:
    """The kinds of the letters that are queued by then."""
    rules = BOOK.now(at)
    with me.sessions.begin() as session:
        for found in (reminders.year_ends(at, rules), reminders.credits_fall(at, rules)):
            queue(session, found, at)
        return list(session.execute(select(Row.kind).order_by(Row.id)).scalars())


def written(me: Student, at: datetime, language: str = "ja", *, can_earn: bool = True) -> Sequence[Screen | Unwanted]:
    """Both letters as they would be sent at this moment."""
    with me.sessions.begin() as session:
        chat = chats.meet(session, me.sessions.cipher, 7, "ja", at)
        turn = Turn(session, chat, at, speak(language), me.talk.house, 1, member=Caller(me.id, can_earn=can_earn))
        first = Letter(1, me.id, None, YearEnds(2026), "1", 1, at, at)
        second = Letter(2, me.id, None, CreditsFall(2026), "1", 1, at, at)
        return year_end.write_missing(turn, first), year_end.write_falling(turn, second)


@pytest.mark.parametrize(
    ("at", "kinds"),
    [
        (begins(date(2027, 2, 1), 5) - SECOND, []),
        (begins(date(2027, 2, 1), 5), ["year_ends"]),
        (begins(date(2027, 3, 1), 5) - SECOND, ["year_ends"]),
        (begins(date(2027, 3, 1), 5), ["year_ends", "credits_fall"]),
        (begins(date(2027, 4, 1)) - SECOND, ["year_ends", "credits_fall"]),
        (begins(date(2027, 4, 1)), []),
    ],
)
def test_when(me: Student, at: datetime, kinds: list[str]) -> None:
    assert due(me, at) == kinds
    assert due(me, at) == kinds, "once a year"


@pytest.mark.parametrize("why", ["switched off", "logged out", "nothing earned"])
def test_to_whom_not(me: Student, sessions: Sessions, now: datetime, why: str) -> None:
    with sessions.begin() as session:
        if why == "switched off":
            preferences.set_reminders(session, me.id, wanted=False, kinds=(Reminder.YEAR_END, Reminder.FALLING))
        else:
            chats.unbind(session, chats.meet(session, sessions.cipher, 7, "ja", now).id)
        if why == "nothing earned":
            chats.bind(
                session, chats.meet(session, sessions.cipher, 9, "ja", now), samples.member(session, now, no="9"), now
            )
    assert due(me, begins(date(2027, 3, 1), 5)) == []


def test_what_is_missing_and_what_leaves_with_the_way_on(me: Student) -> None:
    missing, falling = written(me, MARCH)
    assert isinstance(missing, Screen)
    assert missing.text.startswith("<b>認定証（60）まで、あと56です</b>\n今年度の単位は、2027年3月31日（水）までに")
    assert isinstance(falling, Screen)
    assert "2027年4月1日（木）に2（1単位 ＋ 1コード）が期間から外れ、2になります。" in falling.text
    for screen in (missing, falling):
        assert [[button.press for button in row] for row in screen.rows] == [[OpenWay(1)], [ShowPicture()]]
    said = written(me, MARCH, "en")[0]
    assert isinstance(said, Screen)
    assert said.text.startswith("<b>56 to go to 60</b>")


def test_none_of_what_is_reached_or_does_not_leave(me: Student) -> None:
    me.loses("old")
    assert written(me, MARCH)[1] == Unwanted("nothing leaves the window")
    me.earns("much", 20, begins(date(2026, 6, 1)), half_units=120)
    assert written(me, MARCH)[0] == Unwanted("the goal is reached")


def test_none_after_the_year_nor_to_who_earns_none(me: Student) -> None:
    assert set(written(me, APRIL)) == {Unwanted("the fiscal year is over")}
    assert set(written(me, FEBRUARY, can_earn=False)) == {Unwanted("the member earns no credits")}
