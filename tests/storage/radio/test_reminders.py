"""A reminder that was asked for is taken back and asked for again, and comes once."""

from datetime import datetime

from storage.engine.sessions import Sessions
from storage.post import letters
from storage.post.waiting import CLAIM
from storage.radio import reminders
from tests.samples import member
from tests.storage.post.test_letters import claim, states


def test_a_reminder_that_is_being_sent_is_not_asked_for_again(sessions: Sessions, now: datetime) -> None:
    """Telegram has it already: taken back and asked for again, it would come twice."""
    with sessions.begin() as session:
        me = member(session, now)
        assert reminders.ask(session, me, 5, now, now)
    (letter,) = claim(sessions, now)
    with sessions.begin() as session:
        begun = letters.begin_sending(session, letter, now)
        assert begun is not None
        assert not reminders.take_back(session, me, 5, now)
        assert not reminders.ask(session, me, 5, now, now)
    assert claim(sessions, now) == []
    with sessions.begin() as session:
        assert letters.settle(session, begun, "sent", now)
        assert reminders.ask(session, me, 5, now, now), "another one, in a row of its own"
    assert sorted(states(sessions)) == ["sent", "waiting"]


def test_what_was_taken_back_while_it_was_claimed_does_not_come_again(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        me = member(session, now)
        assert reminders.ask(session, me, 5, now, now)
    (letter,) = claim(sessions, now)
    with sessions.begin() as session:
        assert reminders.take_back(session, me, 5, now)
    with sessions.begin() as session:
        letters.postpone(session, letter, now, "asked to wait")
    assert claim(sessions, now + CLAIM) == []
    assert states(sessions) == ["dropped"]
