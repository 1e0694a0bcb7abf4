"""Jobs that are undone, and kinds of which there is one at a time."""

from datetime import datetime

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from storage.engine import jobs
from storage.engine.jobs import CLAIM, Held, Way
from storage.engine.sessions import Sessions
from storage.tables import Job
from tests.storage.racing import meanwhile
from tests.storage.working import SECOND, Alone, Broken, Numbers, Works, add, raising


@pytest.fixture
def works(sessions: Sessions, now: datetime) -> Works:
    return Works(sessions, now)


@pytest.mark.parametrize("before", ["begun", "done", "failed"])
def test_what_was_done_is_undone_also_after_a_stop_half_way(works: Works, before: str) -> None:
    held = works.steps(works.claim(), 99 if before == "done" else 2)
    if before == "failed":
        with pytest.raises(Broken):
            jobs.step(works.sessions, raising(Broken()), held, works.now)
    works.releases(held)
    assert works.does(jobs.undo)
    assert not works.does(jobs.undo)
    held = works.steps(works.claim(), 1)
    assert (held.state, held.done) == ("undoing", 4 if before == "done" else 3)
    with pytest.raises(Broken):
        jobs.step(works.sessions, raising(Broken()), held, works.now)
    assert works.stands == ("failed", held.done, "Broken")
    assert works.does(jobs.undo)
    held = works.steps(works.claim())
    assert (held.state, held.tally["added"]) == ("undone", held.tally["taken"])
    assert (works.numbers, works.stands) == (0, ("undone", 0, ""))
    assert not works.does(jobs.undo)


def test_what_a_process_works_on_is_not_undone(works: Works) -> None:
    works.steps(works.claim(), 1)
    assert not works.does(jobs.undo)


def test_a_kind_that_cannot_be_undone_says_so(works: Works) -> None:
    held = works.steps(works.claim(), 1)
    works.releases(held)
    works.does(jobs.undo)
    with pytest.raises(TypeError, match="undone"):
        jobs.step(works.sessions, Way[Numbers](add), works.claim(), works.now)
    assert (works.numbers, works.stands) == (3, ("failed", 3, "TypeError"))


def test_of_some_kinds_there_is_one_at_a_time(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        assert jobs.begin(session, Alone(1), 1, now)
        assert not jobs.begin(session, Alone(2), 1, now)
        assert jobs.begin(session, Numbers(), 1, now)
        assert jobs.begin(session, Numbers(), 1, now)
        found = jobs.under_way(session, Alone)
        assert found is not None
        assert (found.state, found.total) == ("waiting", 1)
        assert jobs.under_way(session, Numbers) is None


def test_a_job_that_is_taken_up_is_the_open_one_of_the_key_or_a_new_one(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        first = jobs.take_up(session, Alone(1), 5, now)
        assert first is not None
        assert jobs.take_up(session, Alone(1), 5, now + CLAIM) is None
        again = jobs.take_up(session, Alone(1), 5, now + CLAIM + SECOND)
        assert again is not None
        assert (again.id, again.claim) == (first.id, first.claim + 1)
        other = jobs.take_up(session, Alone(2), 5, now + 3 * CLAIM)
        assert other is not None
        assert other.id != first.id
        assert jobs.progress(session, first.id).state == "given up"
        jobs.release(session, other)
        assert not jobs.undo(session, first.id)  # another of its kind is open


def test_two_that_take_one_up_at_once_get_one(sessions: Sessions, now: datetime) -> None:
    def take(session: Session) -> Held[Alone] | None:
        return jobs.take_up(session, Alone(1), 5, now)

    one, two = meanwhile(sessions, take, take)
    assert one is not None
    assert two.result() is None


def test_what_is_being_undone_is_not_given_up(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        first = jobs.take_up(session, Alone(1), 5, now)
        assert first is not None
        jobs.release(session, first)
        assert jobs.undo(session, first.id)
        assert jobs.take_up(session, Alone(1), 5, now) is None
        assert jobs.take_up(session, Alone(2), 5, now) is None
        assert jobs.progress(session, first.id).state == "undoing"


def test_a_job_whose_key_can_not_be_read_fails_and_stops_no_other(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        for _ in range(2):
            jobs.begin(session, Numbers(), 1, now)
        ids = session.execute(select(Job.id).order_by(Job.id)).scalars().all()
        session.execute(update(Job).where(Job.id == ids[0]).values(about={"given_up": "1"}))
    with sessions.begin() as session:
        assert jobs.claim(session, [Numbers], now) is None
        found = jobs.claim(session, [Numbers], now)
        assert found is not None
        assert found.id == ids[1]
        assert jobs.progress(session, ids[0]).error == "NoSuchJob"
