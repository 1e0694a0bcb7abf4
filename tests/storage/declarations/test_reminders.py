"""April's reminder: to who has a draft of the fiscal year that ended, from 10 April 05:00 to 30 April, once a year."""

from datetime import UTC, date, datetime, timedelta

import pytest

from content.declarations.declaring import Kind, Step
from content.rules import Rulebook, begins
from content.values import Reminder
from storage.declarations import declarations, reminders
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.people import chats, preferences
from tests import samples
from tests.queued import queue

RULES = Rulebook().at(date(2027, 4, 10))
IN_TIME = begins(date(2027, 4, 10), 5)
AT = datetime(2027, 2, 1, tzinfo=UTC)


class Drafting:
    """A member who is logged in, with drafts."""

    def __init__(self, sessions: Sessions, cipher: Cipher) -> None:
        self.sessions = sessions
        with sessions.begin() as session:
            self.id = samples.member(session, AT)
            chats.bind(session, chats.meet(session, cipher, 7, "ja", AT), self.id, AT)

    def drafts(self, day: date | None) -> int:
        with self.sessions.begin() as session:
            number = declarations.begin(session, self.id, Kind.CONGRESS, 10, AT).id
            declarations.change(session, self.id, number, Step.WHAT, "学会")
            if day:
                declarations.change(session, self.id, number, Step.DAY, day)
        return number

    def due(self, at: datetime = IN_TIME) -> int:
        with self.sessions.begin() as session:
            return queue(session, reminders.due(at, RULES), at)


@pytest.fixture
def me(sessions: Sessions, cipher: Cipher) -> Drafting:
    return Drafting(sessions, cipher)


@pytest.mark.parametrize(
    ("at", "due"),
    [
        (IN_TIME - timedelta(seconds=1), 0),
        (IN_TIME, 1),
        (begins(date(2027, 5, 1)) - timedelta(seconds=1), 1),
        (begins(date(2027, 5, 1)), 0),
        (begins(date(2027, 3, 31), 8), 0),
    ],
)
def test_when(me: Drafting, at: datetime, due: int) -> None:
    me.drafts(date(2026, 11, 3))
    assert me.due(at) == due


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2026, 3, 31), 0),  # the year before: too late for it
        (date(2026, 4, 1), 1),
        (date(2027, 3, 31), 1),
        (date(2027, 4, 1), 0),  # has a year's time
        (None, 1),  # may be of the year that ended
    ],
)
def test_of_which_drafts(me: Drafting, day: date | None, due: int) -> None:
    me.drafts(day)
    assert me.due() == due


def test_once_a_year_however_many_drafts(me: Drafting) -> None:
    me.drafts(date(2026, 11, 3))
    me.drafts(date(2026, 12, 3))
    assert [me.due(), me.due(), me.due(IN_TIME + timedelta(days=5))] == [1, 0, 0]
    assert me.due(begins(date(2028, 4, 10), 8)) == 0, "of another year"


def test_not_to_who_has_no_draft_or_said_no(me: Drafting) -> None:
    assert me.due() == 0
    number = me.drafts(date(2026, 11, 3))
    with me.sessions.begin() as session:
        preferences.set_reminders(session, me.id, wanted=False, kinds=(Reminder.DECLARATION,))
    assert me.due() == 0
    with me.sessions.begin() as session:
        preferences.set_reminders(session, me.id, wanted=True)
        assert declarations.discard(session, me.id, number)
    assert me.due() == 0
