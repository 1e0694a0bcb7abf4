"""Updates: a number is known for 48 hours, and a deferred update is worked on by one process at a time."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from storage.engine.sessions import Sessions
from storage.post import updates

WEEK = timedelta(days=7)
LAST = timedelta(hours=48)
TWO_MINUTES = timedelta(minutes=2)
MOMENT = timedelta(microseconds=1)


@pytest.mark.parametrize(("after", "new"), [(LAST - timedelta(seconds=1), False), (LAST, False), (LAST + MOMENT, True)])
def test_a_number_is_known_for_48_hours(sessions: Sessions, now: datetime, after: timedelta, new: bool) -> None:
    with sessions.begin() as session:
        assert updates.is_new(session, 7, now)
        assert not updates.is_new(session, 7, now)
    with sessions.begin() as session:
        assert updates.is_new(session, 7, now + after) is new
    with sessions.begin() as session:
        assert not updates.is_new(session, 7, now + after)


@pytest.mark.parametrize(
    ("after", "old"), [(LAST, []), (LAST + MOMENT, [7]), (LAST + timedelta(seconds=1), [7]), (WEEK, [7, 8])]
)
def test_a_number_that_can_not_come_again_is_dropped(
    sessions: Sessions, now: datetime, after: timedelta, old: list[int]
) -> None:
    with sessions.begin() as session:
        assert updates.is_new(session, 7, now)
        assert updates.is_new(session, 8, now + timedelta(minutes=1))
        found = updates.find_old(session, now + after)
        assert found == old
        assert updates.forget(session, found) == len(old)
        assert updates.forget(session, found) == 0
        assert [updates.is_new(session, number, now + LAST) for number in (7, 8)] == [7 in old, 8 in old]


def taken_up(sessions: Sessions, at: datetime, *, alone: bool = False) -> Sequence[bytes]:
    with sessions.begin() as session:
        return updates.claim_deferred(session, at, alone=alone)


@pytest.mark.parametrize(("after", "free"), [(TWO_MINUTES, []), (TWO_MINUTES + MOMENT, [b"slow"])])
def test_a_deferred_update_is_claimed_for_two_minutes(
    sessions: Sessions, now: datetime, after: timedelta, free: list[bytes]
) -> None:
    with sessions.begin() as session:
        updates.defer(session, 900, b"slow", now)
    assert taken_up(sessions, now + after) == free


@pytest.mark.parametrize(("after", "free"), [(TWO_MINUTES, []), (TWO_MINUTES + MOMENT, [b"slow"])])
def test_who_takes_it_up_claims_it_anew(sessions: Sessions, now: datetime, after: timedelta, free: list[bytes]) -> None:
    later = now + WEEK
    with sessions.begin() as session:
        updates.defer(session, 900, b"slow", now)
    assert taken_up(sessions, later) == [b"slow"]
    assert taken_up(sessions, later + after) == free


def test_a_claim_is_no_hindrance_if_it_is_given_up_or_if_no_other_process_runs(
    sessions: Sessions, now: datetime
) -> None:
    with sessions.begin() as session:
        updates.defer(session, 900, b"slow", now)
    assert taken_up(sessions, now) == []
    assert taken_up(sessions, now, alone=True) == [b"slow"]
    assert taken_up(sessions, now) == []
    with sessions.begin() as session:
        updates.release(session, [900])
    assert taken_up(sessions, now) == [b"slow"]


def test_of_many_that_are_kept_at_once_those_that_came_before_are_left_out(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        assert updates.is_new(session, 8, now)
        assert updates.defer_new(session, {9: b"nine", 8: b"eight", 7: b"seven"}, now) == [7, 9]
        assert updates.defer_new(session, {9: b"nine", 7: b"seven"}, now) == []
    assert taken_up(sessions, now) == []  # this process has them
    assert taken_up(sessions, now, alone=True) == [b"seven", b"nine"]
    with sessions.begin() as session:
        assert [updates.undefer(session, number) for number in (7, 8, 7)] == [True, False, False]


def test_what_waits_is_taken_up_in_the_order_in_which_it_came(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        updates.defer(session, 900, b"first", now)
        updates.defer(session, 5, b"second", now + WEEK)
        updates.set_aside(session, 901, b'{"number": 1}', "error", now)
        updates.set_aside(session, 6, b'{"number": 2}', "error", now + WEEK)
    assert taken_up(sessions, now + WEEK, alone=True) == [b"first", b"second"]
    with sessions.reading() as session:
        assert [number for number, _, _ in updates.all_set_aside(session)] == [901, 6]
