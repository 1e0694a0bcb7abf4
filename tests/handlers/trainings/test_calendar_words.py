"""What is said with the file for the calendar: when the member is reminded of the training too."""

from datetime import datetime

import pytest

from content.keys.calendar_letters import TrainingEntry
from content.values import Reminder
from handlers.presses.trainings.trainings import TrainingToCalendar
from handlers.screens.screen import Screen
from handlers.turn import House
from storage.engine.sessions import Sessions
from storage.people import preferences
from storage.post.letters import Letter
from tests.handlers.trainings.test_awaited import Attending


@pytest.fixture
def me(sessions: Sessions, house: House, now: datetime) -> Attending:
    return Attending(sessions, house, now)


def test_the_words_with_the_calendar_file_say_when_the_member_is_reminded(me: Attending) -> None:
    """And nothing of it if the member has taken the reminders back, or has switched them off, before it comes."""
    said = "12月4日（金）8:00と、受付が始まるときにお知らせします。不要な場合は、研修会の画面で「お知らせを取り消す」を"
    key = TrainingEntry(me.number)

    def words() -> str:
        screen = me.reads(Letter(1, me.id, None, key, "1", 1, me.now, me.now), me.now)
        assert isinstance(screen, Screen)
        return screen.text

    me.talk.presses(TrainingToCalendar(me.number))
    assert said in words()
    me.talk.taps("お知らせを取り消す")
    assert "お知らせします" not in words()
    me.asks()
    assert said in words()
    with me.sessions.begin() as session:
        preferences.set_reminders(session, me.id, wanted=False, kinds=(Reminder.TRAINING,))
    assert "お知らせします" not in words()
    me.talk.language = "en"
    with me.sessions.begin() as session:
        preferences.set_reminders(session, me.id, wanted=True, kinds=(Reminder.TRAINING,))
    assert "We will remind you on Fri 4 Dec, 8:00 (Japan), and when check-in opens. If you don" in words()
