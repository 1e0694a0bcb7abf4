"""Trainings that members asked to hear of, on both databases: the round, the open doors, and what is over."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from content.attendance.checkin import Door
from content.hours import USUAL
from content.rules import Rulebook, begins
from storage.engine.sessions import Sessions
from storage.people import chats
from storage.tables import Letter
from storage.trainings import attendances, awaited
from tests.queued import queue
from tests.samples import member
from tests.storage.training import MINUTE, SECOND, publish, training

STARTS = datetime(2026, 12, 5, 5, 0, tzinfo=UTC)  # 14:00 in Japan
DAY = timedelta(days=1)
EVE = begins(STARTS.date() - DAY, 5)
DOORS = STARTS - 60 * MINUTE
RULES = Rulebook().now(STARTS)


def test_who_hears_and_when(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        listed = publish(session, training(STARTS), now)
        short = publish(session, training(STARTS, "short", ends_at=STARTS + 20 * MINUTE), now)
        one, there, silent = (member(session, now, no=str(number)) for number in (1, 2, 3))
        for place, person in enumerate((one, there, silent), start=1):
            chats.bind(session, chats.meet(session, sessions.cipher, place, "ja", now), person, now)
        for person in (one, there):
            awaited.ask(session, person, listed, USUAL, now)
        awaited.ask(session, one, short, USUAL, now)
        assert queue(session, awaited.due(session, EVE), EVE) == 3
        rows = session.execute(select(Letter).where(Letter.kind == "training_tomorrow")).scalars().all()
        found = sorted((row.member_id, row.subject, row.slot, row.due_at) for row in rows)
        at, slot = begins(STARTS.date() - DAY, 8), "2026-12-05"
        assert found == sorted(
            [(one, str(listed.id), slot, at), (there, str(listed.id), slot, at), (one, str(short.id), slot, at)]
        )
        attendances.pass_door(session, there, listed.id, Door.ENTRY, DOORS)
        assert awaited.find_opened(session, DOORS - SECOND, RULES) == ()
        opened = awaited.find_opened(session, STARTS + 10 * MINUTE, RULES)
        assert opened == [(one, listed.id, STARTS)], "the short one takes no entries after half of it"
        assert awaited.tell_opened(session, opened, DOORS) == 1
        assert awaited.find_opened(session, STARTS + 10 * MINUTE, RULES) == []
        assert awaited.tell_opened(session, opened, DOORS) == 0, "another process was first"


def test_what_is_over_goes(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        listed = publish(session, training(STARTS), now)
        one = member(session, now)
        awaited.ask(session, one, listed, USUAL, now)
        ends = listed.training.ends_at
        assert awaited.find_over(session, ends) == []
        found = awaited.find_over(session, ends + SECOND)
        assert found == [(one, listed.id)]
        assert (awaited.drop_over(session, found), awaited.drop_over(session, found)) == (1, 0)
        assert not awaited.is_asked(session, one, listed.id)
