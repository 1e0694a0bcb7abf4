"""One message of reminders a day is begun for a member, by any number of processes; all in it share its fate."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime, timedelta
from threading import Barrier, BrokenBarrierError
from typing import Any

import pytest

from content.hours import Hours
from content.keys.letters import CertificatePaper, DraftsOpen, Unfinished
from content.rules import begins, day_of
from content.values import Reminder
from storage.engine.sessions import Sessions
from storage.post import letters, nudges
from storage.post.letters import Letter
from storage.post.nudges import Nudge, Waiting
from tests.samples import member

DAY, SECOND = timedelta(days=1), timedelta(seconds=1)


@pytest.fixture
def me(sessions: Sessions, now: datetime) -> int:
    with sessions.begin() as session:
        return member(session, now)


def claimed(sessions: Sessions, me: int, now: datetime, number: int) -> list[Letter[Any]]:
    """So many reminders of hers, as different processes have claimed them."""
    with sessions.begin() as session:
        for course in range(1, number + 1):
            letters.put(session, member_id=me, key=Unfinished(course), slot="first", at=now)
        return list(letters.claim(session, now))


def test_processes_side_by_side_begin_one(sessions: Sessions, me: int, now: datetime) -> None:
    """Two that look before either has begun would both see a free day: the barrier is where they would meet."""
    every, meeting = claimed(sessions, me, now, 2), Barrier(2, timeout=0.5)

    def begin(letter: Letter[Any]) -> bool:
        with sessions.begin() as session:
            nudges.hold(session, me)
            had = nudges.had_one(session, me, since=begins(day_of(now)))
            with suppress(BrokenBarrierError):
                meeting.wait()
            return not had and nudges.begin_sending(session, letter, [], now) is not None

    with ThreadPoolExecutor(2) as pool:
        assert sum(pool.map(begin, every)) == 1


@pytest.mark.parametrize(
    ("state", "counts"), [("sent", True), ("unknown", True), ("dropped", False), ("failed", False)]
)
def test_what_counts_as_the_message_of_a_day(
    sessions: Sessions, me: int, now: datetime, state: str, counts: bool
) -> None:
    (letter,) = claimed(sessions, me, now, 1)
    with sessions.begin() as session:
        assert not nudges.had_one(session, me, since=now), "one that is claimed"
        begun = nudges.begin_sending(session, letter, [], now)
        assert begun is not None
        assert nudges.had_one(session, me, since=now), "one that is on its way"
        letters.settle(session, begun, state, now)
        assert nudges.had_one(session, me, since=now) is counts
        assert nudges.had_one(session, me, since=now - SECOND) is counts
        assert not nudges.had_one(session, me, since=now + SECOND)


def test_other_letters_do_not_count_nor_go_with_them(sessions: Sessions, me: int, now: datetime) -> None:
    with sessions.begin() as session:
        letters.put(session, member_id=me, key=CertificatePaper(1), slot="1", at=now)
        (paper,) = letters.claim(session, now)
        letters.settle(session, paper, "sent", now)
        letters.put(session, member_id=me, key=CertificatePaper(2), slot="1", at=now)
        letters.put(session, member_id=me, key=Unfinished(1), slot="first", at=now)
        letters.put(session, member_id=me, key=Unfinished(2), slot="first", at=now, due_at=now + DAY)
        letters.put(session, member_id=member(session, now, no="9"), key=Unfinished(3), slot="first", at=now)
        assert not nudges.had_one(session, me, since=now)
        first = next(one for one in letters.claim(session, now) if one.key == Unfinished(1))
        assert nudges.others(session, first, before=now + DAY) == []
        (later,) = nudges.others(session, first, before=now + DAY + SECOND)
        assert later.key == Unfinished(2)


def test_whoever_had_claimed_another_one_has_it_no_longer(sessions: Sessions, me: int, now: datetime) -> None:
    """Even in the very moment in which it was claimed."""
    first, second = claimed(sessions, me, now, 2)
    with sessions.begin() as session:
        begun = nudges.begin_sending(session, first, [second], now)
        assert begun is not None
        assert letters.begin_sending(session, second, now) is None
        assert not letters.postpone(session, second, now + DAY, "one message of reminders a day")
        assert all(letters.settle(session, one, "sent", now) for one in (begun, *begun.others))
        pair = [Nudge(Unfinished(number), Reminder.COURSE, "first") for number in (1, 2)]
        assert nudges.own(session, me, first.id) == nudges.own(session, me, second.id) == pair


def test_while_it_is_on_its_way_its_buttons_know_it(sessions: Sessions, me: int, now: datetime) -> None:
    first, second = claimed(sessions, me, now, 2)
    with sessions.begin() as session:
        nudges.begin_sending(session, first, [second], now)
        assert [one.key for one in nudges.own(session, me, first.id)] == [Unfinished(1), Unfinished(2)]


def test_those_that_wait_come_at_new_hours_each_on_its_day(sessions: Sessions, me: int, now: datetime) -> None:
    today, tomorrow = day_of(now), day_of(now) + DAY
    with sessions.begin() as session:
        letters.put(session, member_id=me, key=Unfinished(1), slot="first", at=now, due_at=begins(today, 8))
        letters.put(session, member_id=me, key=DraftsOpen(2026), slot="1", at=now, due_at=begins(tomorrow, 8))
        letters.put(session, member_id=me, key=CertificatePaper(1), slot="1", at=now)
        nudges.move(session, me, Hours(nudge=12))
        assert nudges.waiting(session, me) == [
            Waiting(Reminder.COURSE, begins(today, 12)),
            Waiting(Reminder.DECLARATION, begins(tomorrow, 12)),
        ]
        assert [one.key for one in letters.claim(session, now)] == [CertificatePaper(1)]


def test_the_last_ones_are_those_of_the_last_message(sessions: Sessions, me: int, now: datetime) -> None:
    with sessions.begin() as session:
        assert nudges.last(session, me) is None
    for number, at in enumerate((now, now + DAY), start=1):
        with sessions.begin() as session:
            letters.put(session, member_id=me, key=Unfinished(number), slot="first", at=at)
            (letter,) = letters.claim(session, at)
            letters.settle(session, letter, "sent", at)
            last = nudges.last(session, me)
            assert last is not None
            assert (last.at, [one.key for one in last.nudges]) == (at, [Unfinished(number)])
