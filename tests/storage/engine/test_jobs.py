"""Long work in short steps: whatever happens between two of them, the record is as far as the job says."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy.exc import OperationalError

from content.keys import job as keys
from content.keys.job import JobKey, NoSuchJob
from storage.engine import jobs
from storage.engine.jobs import CLAIM, Held, Lost
from storage.engine.sessions import Sessions
from tests.conftest import KEY
from tests.storage.working import SECOND, TOTAL, WAY, Broken, Numbers, Works, raising


@pytest.fixture
def works(sessions: Sessions, now: datetime) -> Works:
    return Works(sessions, now)


def test_steps_lead_to_the_end_and_each_says_how_far(works: Works) -> None:
    held = works.claim()
    assert (held.key, held.done, held.total, works.stands) == (Numbers(), 0, TOTAL, ("waiting", 0, ""))
    seen = []
    while not held.over:
        held = works.steps(held, 1)
        seen.append((held.done, works.stands[1], dict(held.tally)))
    assert seen == [(3, 3, {"added": 3}), (6, 6, {"added": 6}), (7, 7, {"added": 7})]
    assert works.stands == ("done", 7, "")
    with works.sessions.begin() as session:
        assert jobs.claim(session, [Numbers], works.now + 2 * CLAIM) is None


@pytest.mark.parametrize(("after", "free"), [(CLAIM, False), (CLAIM + SECOND, True)])
def test_left_between_two_steps_it_goes_on_there_when_the_claim_has_run_out(
    works: Works, after: timedelta, free: bool
) -> None:
    works.steps(works.claim(), 1)
    with works.sessions.begin() as session:
        found = jobs.claim(session, [Numbers], works.now + after)
    assert (found is not None) is free
    if found is not None:
        assert works.steps(found).state == "done"


def test_a_process_that_is_killed_leaves_what_its_job_says(works: Works) -> None:
    """kill -9 somewhere between or in the middle of steps that never end."""
    address = works.sessions.url.render_as_string(hide_password=False)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.storage.engine.killed", address],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as worker:
        assert worker.stdin is not None
        assert worker.stdout is not None
        worker.stdin.write(KEY.hex() + "\n")
        worker.stdin.flush()
        for _ in range(5):
            assert worker.stdout.readline()
        worker.kill()
    state, done, _ = works.stands
    assert state == "waiting"
    assert works.numbers == done >= 5
    held = works.claim(works.now + 10 * CLAIM)
    assert held.done == done


def test_let_go_of_it_is_free_at_once(works: Works) -> None:
    works.releases(works.steps(works.claim(), 1))
    assert works.claim().done == 3


def test_two_workers_do_not_take_one(works: Works) -> None:
    barrier = Barrier(4)

    def take(_number: int) -> Held[Numbers] | None:
        barrier.wait()
        with works.sessions.begin() as session:
            return jobs.claim(session, [Numbers], works.now)

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(take, range(4)))
    assert len([one for one in found if one is not None]) == 1


def test_who_lost_a_job_writes_nothing_of_it(works: Works) -> None:
    """Also in the middle of a step: it commits before the other claims, or does nothing."""
    late = works.claim()
    other = works.claim(works.now + CLAIM + SECOND)
    with pytest.raises(Lost):
        jobs.step(works.sessions, WAY, late, works.now)
    assert (works.numbers, works.stands) == (0, ("waiting", 0, ""))
    works.releases(late)  # it is not his any more
    with works.sessions.begin() as session:
        assert jobs.claim(session, [Numbers], works.now + CLAIM + SECOND) is None
    assert works.steps(other).state == "done"


def test_a_step_that_raises_leaves_nothing_and_the_job_failed_until_it_is_to_go_on(works: Works) -> None:
    held = works.steps(works.claim(), 1)
    with pytest.raises(Broken):
        jobs.step(works.sessions, raising(Broken("見本 葵")), held, works.now)
    assert (works.numbers, works.stands) == (3, ("failed", 3, "Broken"))
    with pytest.raises(Lost):
        jobs.step(works.sessions, WAY, held, works.now)
    with works.sessions.begin() as session:
        assert jobs.claim(session, [Numbers], works.now + 2 * CLAIM) is None
    assert works.does(jobs.go_on)
    assert not works.does(jobs.go_on)
    assert works.stands == ("waiting", 3, "")
    assert works.steps(works.claim()).state == "done"


@pytest.mark.parametrize("error", [OperationalError("x", {}, Exception()), KeyboardInterrupt()])
def test_a_failure_that_passes_leaves_the_job_as_it_was(works: Works, error: BaseException) -> None:
    held = works.steps(works.claim(), 1)
    if isinstance(error, OperationalError):
        error.connection_invalidated = True
    with pytest.raises(type(error)):
        jobs.step(works.sessions, raising(error), held, works.now)
    assert (works.numbers, works.stands) == (3, ("waiting", 3, ""))
    assert works.steps(held).state == "done"


@pytest.mark.parametrize("undoing", [False, True])
def test_a_step_whose_answer_got_lost_is_done_once(works: Works, undoing: bool) -> None:
    """The connection was lost while it committed, so the process takes the same step again."""
    held = works.claim()
    if undoing:
        works.steps(held)
        with works.sessions.begin() as session:
            assert jobs.undo(session, held.id)
        held = works.claim()
    first = jobs.step(works.sessions, WAY, held, works.now)
    assert jobs.step(works.sessions, WAY, held, works.now) == first
    assert works.numbers == works.stands[1] == first.done


def test_what_follows_a_commit_is_done_after_each_step_and_not_after_one_that_failed(works: Works) -> None:
    followed: list[str] = []
    way = replace(WAY, committed=lambda session: followed.append("open" if session.in_transaction() else "committed"))
    held = jobs.step(works.sessions, way, works.claim(), works.now)
    with pytest.raises(Broken):
        jobs.step(works.sessions, replace(way, step=raising(Broken()).step), held, works.now)
    assert followed == ["committed"]


def test_what_becomes_of_failed_work_is_put_down_in_the_transaction_that_fails_it(works: Works) -> None:
    """Between the two a process could die."""
    held = works.steps(works.claim(), 1)
    way = replace(raising(Broken()), failed=lambda session, job, _now: jobs.undo(session, job.id))
    with pytest.raises(Broken):
        jobs.step(works.sessions, way, held, works.now)
    assert works.stands == ("undoing", 3, "")


def test_a_key_that_was_never_packed_so_is_told() -> None:
    assert keys.unpack("test_numbers", {}) == Numbers()
    for kind, texts in (
        ("given_up", {}),
        ("test_alone", {}),
        ("test_alone", {"first": "x"}),
        ("test_alone", {"a": "1"}),
    ):
        with pytest.raises(NoSuchJob):
            keys.unpack(kind, texts)
    with pytest.raises(TypeError, match="taken"):

        class Other(JobKey, kind="test_alone", alone=True):
            """A second one."""
