"""What a process claimed whose clock was fast, and that has died, is free for others by the right clock.

A claim that ends when another clock may have said so is respected: those of two machines differ.
"""

from datetime import UTC, datetime, timedelta

import pytest

from content.keys.letters import CertificatePaper
from storage.engine import jobs
from storage.engine.sessions import Sessions
from storage.post import letters, updates, waiting
from storage.staff import heads
from tests.samples import member
from tests.storage.working import TOTAL, Alone, Numbers

DAY, MOMENT = timedelta(days=1), timedelta(microseconds=1)
MORNING = datetime(2026, 11, 22, 23, 0, tzinfo=UTC)  # 08:00 in Japan


def by(lasts: timedelta) -> pytest.MarkDecorator:
    """How fast the clock was, on both sides of what is respected, for claims that last so long."""
    return pytest.mark.parametrize(("fast", "free"), [(lasts, False), (lasts + MOMENT, True), (DAY / 2, True)])


@by(waiting.CLAIM)
@pytest.mark.parametrize("sending", [False, True])
def test_a_letter(sessions: Sessions, now: datetime, fast: timedelta, sending: bool, free: bool) -> None:
    with sessions.begin() as session:
        letters.put(session, member_id=member(session, now), key=CertificatePaper(1), slot="1", at=now)
    with sessions.begin() as session:
        (claimed,) = letters.claim(session, now + fast)
        if sending:
            assert letters.begin_sending(session, claimed, now + fast) is not None
    with sessions.begin() as session:
        assert waiting.any_due(session, now) is free
        assert bool(letters.claim(session, now)) is free


@by(timedelta(minutes=2))
def test_a_deferred_update(sessions: Sessions, now: datetime, fast: timedelta, free: bool) -> None:
    with sessions.begin() as session:
        updates.defer(session, 900, b"slow", now + fast)
        assert bool(updates.claim_deferred(session, now)) is free


@by(jobs.CLAIM)
def test_a_job(sessions: Sessions, now: datetime, fast: timedelta, free: bool) -> None:
    with sessions.begin() as session:
        assert jobs.begin(session, Numbers(), TOTAL, now)
        assert jobs.claim(session, [Numbers], now + fast) is not None
        assert (jobs.claim(session, [Numbers], now) is not None) is free


@by(jobs.CLAIM)
def test_a_job_of_which_only_one_may_be_open(sessions: Sessions, now: datetime, fast: timedelta, free: bool) -> None:
    with sessions.begin() as session:
        assert jobs.take_up(session, Alone(1), TOTAL, now + fast) is not None
        assert (jobs.take_up(session, Alone(1), TOTAL, now) is not None) is free


@by(heads.CLAIMED)
def test_the_head_of_a_day(sessions: Sessions, fast: timedelta, free: bool) -> None:
    with sessions.begin() as session:
        heads.put_down(session, heads.find_day(session, MORNING))
        one = heads.waiting(session, MORNING)
        assert one is not None
        assert heads.claim(session, one, MORNING + fast)
        assert (heads.waiting(session, MORNING) is not None) is free
