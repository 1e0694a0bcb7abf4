"""Reminders: queued on the third day in Japan, once for ever, not for the finished nor for those who said no."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from content.keys.letters import StillUnfinished, Unfinished
from content.rules import Rulebook
from content.values import Reminder
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.people import chats, preferences
from storage.study import enrolments, reminders
from storage.tables import Course, Letter
from tests.queued import queue
from tests.samples import course, member, publish

SECOND = timedelta(seconds=1)
RULES = Rulebook().at(date(2026, 11, 22))


def started(session: Session, cipher: Cipher, at: datetime, *, no: str = "1000000001") -> tuple[int, int]:
    """A member with a chat who touched a course at this moment: his id and the course's."""
    me = member(session, at, no=no)
    chat = chats.meet(session, cipher, int(no), "ja", at)
    chats.bind(session, chat, me, at)
    listed = publish(session, course(), at)
    enrolments.touch(session, me, listed.id, at)
    return me, listed.id


def due(sessions: Sessions, at: datetime, keys: Sequence[reminders.Key] = (Unfinished, StillUnfinished)) -> int:
    with sessions.begin() as session:
        return queue(session, [one for key in keys for one in reminders.due(key, at, RULES)], at)


@pytest.mark.parametrize(
    ("touched", "reminded"),
    [
        # 22 November 00:00 and 23:59:59 in Japan: both on the 25th at 05:00 (20:00Z of the 24th)
        (datetime(2026, 11, 21, 15, 0, 0, tzinfo=UTC), datetime(2026, 11, 24, 20, 0, tzinfo=UTC)),
        (datetime(2026, 11, 22, 14, 59, 59, tzinfo=UTC), datetime(2026, 11, 24, 20, 0, tzinfo=UTC)),
        (datetime(2026, 11, 22, 15, 0, 0, tzinfo=UTC), datetime(2026, 11, 25, 20, 0, tzinfo=UTC)),
        (datetime(2026, 12, 31, 3, 0, tzinfo=UTC), datetime(2027, 1, 2, 20, 0, tzinfo=UTC)),
    ],
)
def test_the_morning_of_the_third_day(
    sessions: Sessions, cipher: Cipher, touched: datetime, reminded: datetime
) -> None:
    with sessions.begin() as session:
        started(session, cipher, touched)
    assert due(sessions, reminded - timedelta(seconds=1)) == 0
    assert due(sessions, reminded) == 1


def test_once_for_ever(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    with sessions.begin() as session:
        me, course_id = started(session, cipher, now)
    for days in (3, 4, 5, 30):
        due(sessions, now + timedelta(days=days))
    with sessions.begin() as session:
        enrolments.touch(session, me, course_id, now + timedelta(days=31))
    assert due(sessions, now + timedelta(days=60)) == 0
    with sessions.reading() as session:
        assert session.execute(select(Letter.subject)).scalars().all() == [f"course:{course_id}"]


def test_after_three_days_and_after_ten_then_never_again(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    with sessions.begin() as session:
        started(session, cipher, now)
    assert [due(sessions, now + timedelta(days=days)) for days in range(1, 31)] == [
        int(days in (3, 10)) for days in range(1, 31)
    ]


@pytest.mark.parametrize(("late", "reminded"), [(timedelta(days=7) - SECOND, 1), (timedelta(days=7), 0)])
def test_a_missed_morning_is_made_up_for_within_a_week(
    sessions: Sessions, cipher: Cipher, late: timedelta, reminded: int
) -> None:
    with sessions.begin() as session:
        started(session, cipher, datetime(2026, 11, 22, 3, 0, tzinfo=UTC))
    assert due(sessions, datetime(2026, 11, 24, 20, 0, tzinfo=UTC) + late, (Unfinished,)) == reminded


def test_who_switches_them_on_is_sent_nothing_that_has_passed(
    sessions: Sessions, cipher: Cipher, now: datetime
) -> None:
    with sessions.begin() as session:
        me, course_id = started(session, cipher, now)
        preferences.set_reminders(session, me, wanted=False, kinds=(Reminder.COURSE,))
    assert due(sessions, now + timedelta(days=3)) == 0
    with sessions.begin() as session:
        preferences.set_reminders(session, me, wanted=True, kinds=(Reminder.COURSE,))
    assert due(sessions, now + timedelta(days=4)) == 0
    with sessions.begin() as session:
        enrolments.touch(session, me, course_id, now + timedelta(days=4))
    assert due(sessions, now + timedelta(days=7)) == 1


def test_not_for_the_finished_the_withdrawn_the_logged_out_or_who_said_no(
    sessions: Sessions, cipher: Cipher, now: datetime
) -> None:
    with sessions.begin() as session:
        finished, course_id = started(session, cipher, now, no="1")
        enrolments.finish(session, finished, course_id, now)
        no_more, _ = started(session, cipher, now, no="2")
        preferences.set_reminders(session, no_more, wanted=False, kinds=(Reminder.COURSE,))
        gone, _ = started(session, cipher, now, no="3")
        chats.unbind(session, chats.meet(session, cipher, 3, "ja", now).id)
    assert due(sessions, now + timedelta(days=3)) == 0
    with sessions.begin() as session:
        started(session, cipher, now, no="4")
        session.get_one(Course, course_id).edition_id = None
    assert due(sessions, now + timedelta(days=3)) == 0
    assert gone
