"""Long work in short steps. Each step is one transaction, which also records how far the work has come.

So a process may die at any moment: the record says exactly what is done, and another process goes on from there. One
process holds a job at a time, for as long as its claim lasts. Each step renews the claim. A process that has lost its
claim to another one finds that out before it writes anything.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.keys import job as keys
from content.keys.job import JobKey, NoSuchJob
from storage.engine.claims import by, has_run_out, run_out
from storage.engine.job_table import DONE, FAILED, GIVEN_UP, UNDOING, UNDONE, WAITING, Job
from storage.engine.sessions import Sessions, is_passing
from storage.engine.statements import insert_new, run

CLAIM = timedelta(minutes=1)  # a step takes well under a second, so only a dead process lets a claim run out
OPEN = (WAITING, UNDOING)
K = TypeVar("K", bound=JobKey)


class Lost(Exception):
    """Another process holds the job now, or the job is over. This step did nothing."""


@dataclass(frozen=True)
class Held(Generic[K]):
    """A job that this process works on. `done` of `total` is finished; it is 0 again after an undoing."""

    id: int
    key: K
    state: str
    done: int
    total: int
    tally: Mapping[str, int]
    claim: int

    @property
    def over(self) -> bool:
        return self.state not in OPEN


@dataclass(frozen=True)
class Progress:
    """The state of a job, to be shown. `error` is the name of the exception of a failed step, or empty."""

    state: str
    done: int
    total: int
    tally: Mapping[str, int]
    error: str


@dataclass(frozen=True)
class Stepped:
    """What a step from `Held.done` on did: `count` of the total, figures for the tally, and whether that was all."""

    count: int
    tally: Mapping[str, int] = field(default_factory=dict)
    over: bool = False


@dataclass(frozen=True)
class Way(Generic[K]):
    """How jobs of a kind are done, and undone if possible. `committed` is called after each step, `failed` within the
    transaction in which the job fails.
    """

    step: Callable[[Session, Held[K], datetime], Stepped]
    undo: Callable[[Session, Held[K], datetime], Stepped] | None = None
    committed: Callable[[Session], None] = lambda _session: None
    failed: Callable[[Session, Held[K], datetime], object] = lambda _session, _held, _now: None


_NEW = insert_new(Job)
_OPEN_AND_FREE = (
    select(Job)
    .where(
        Job.state.in_(OPEN),
        Job.kind.in_(bindparam("kinds", expanding=True)),
        Job.claimed_until.is_(None) | run_out(Job.claimed_until),
    )
    .order_by(Job.id)
    .limit(1)
)
_FREE = _OPEN_AND_FREE.with_for_update(skip_locked=True)
_IS_FREE = _OPEN_AND_FREE.with_only_columns(Job.id)


def begin(session: Session, key: JobKey, total: int, at: datetime) -> bool:
    """Record a new job, which nobody holds yet. False if its kind allows one open job at a time, and one is open."""
    values = {"kind": key.kind, "only": key.kind if key.alone else None, "about": key.pack(), "state": WAITING}
    return run(session, _NEW, values | {"total": total, "tally": {}, "begun_at": at}) == 1


def is_free(session: Session, kinds: Sequence[type[JobKey]], now: datetime) -> bool:
    """Whether an open job of these kinds is held by no process: a look that writes nothing."""
    return session.execute(_IS_FREE, {"kinds": [one.kind for one in kinds]} | by(now, CLAIM)).first() is not None


def claim(session: Session, kinds: Sequence[type[JobKey]], now: datetime) -> Held[Any] | None:
    """Claim the oldest open job of these kinds that no process holds; None if there is no such job."""
    found = session.execute(_FREE, {"kinds": [one.kind for one in kinds]} | by(now, CLAIM)).scalar_one_or_none()
    if found is None:
        return None
    try:
        return _claimed(found, now)
    except NoSuchJob as error:  # must not stay open: it would be claimed again and again, before all others
        _fail(found, error, now)
        return None


def take_up(session: Session, key: K, total: int, now: datetime) -> Held[K] | None:
    """Claim the open job with this key, or a new one. Only for kinds that allow one open job at a time.

    An open job with another key is given up if nobody holds it. None if a process holds the open job, or it is being
    undone.
    """
    found = _only(session, key.kind)
    until = None if found is None else found.claimed_until
    if found is not None and (found.state == UNDOING or (until and not has_run_out(until, now, CLAIM))):
        return None
    if found is not None and found.state == WAITING and found.about == key.pack():
        return _claimed(found, now)
    if found is not None:
        _settle(found, GIVEN_UP, now)
        session.flush()  # frees `only`, which the new job is about to take
    begun = _only(session, key.kind) if begin(session, key, total, now) else None
    return None if begun is None else _claimed(begun, now)


def step(sessions: Sessions, way: Way[K], held: Held[K], now: datetime) -> Held[K]:
    """Do one step, or undo one. The changes and the job's progress commit together.

    If the connection was lost while a step committed, nobody knows whether it did, and the step is tried again. Then
    `done` on record tells that it did, and it is not done a second time.

    Raises Lost, and what the step raises: after a passing failure of the database the job is as before, after anything
    else it has failed.
    """
    try:
        with sessions.begin() as session:
            row = _mine(session, held)
            if row.done != held.done:
                return _held(row, held.key)
            act = way.undo if row.state == UNDOING else way.step
            if act is None:
                raise TypeError(f"{row.kind} can't be undone")
            after = _advance(row, act(session, held, now), now)
    except Exception as error:
        if not isinstance(error, Lost) and not is_passing(error):
            with sessions.begin() as session:
                _fail(_mine(session, held), error, now)
                session.flush()  # `failed` may read the job anew
                way.failed(session, held, now)
        raise
    way.committed(session)
    return after


def release(session: Session, held: Held[Any]) -> None:
    """Let go of a job, so that another process can go on with it at once. Does nothing if the claim is lost."""
    row = session.get(Job, held.id, with_for_update=True)
    if row is not None and row.claim == held.claim:
        row.claimed_until = None


def go_on(session: Session, job_id: int) -> bool:
    """Reopen a failed job, to go on where it failed. False if it did not fail, or another of its kind is open."""
    return _reopen(session, job_id, WAITING, (FAILED,))


def undo(session: Session, job_id: int) -> bool:
    """Let the work of a job be undone step by step. False if a process holds it, or its state allows no undoing."""
    return _reopen(session, job_id, UNDOING, (WAITING, DONE, FAILED, GIVEN_UP))


def progress(session: Session, job_id: int) -> Progress:
    """The state of the job. Raises NoResultFound."""
    return _progress(session.execute(select(Job).where(Job.id == job_id)).scalar_one())


def under_way(session: Session, kind: type[JobKey]) -> Progress | None:
    """The state of the open job of a kind that allows only one; None if no job is open."""
    found = session.execute(select(Job).where(Job.only == kind.kind)).scalar_one_or_none()
    return None if found is None else _progress(found)


def _only(session: Session, kind: str) -> Job | None:
    return session.execute(select(Job).where(Job.only == kind).with_for_update()).scalar_one_or_none()


def _mine(session: Session, held: Held[Any]) -> Job:
    row = session.get(Job, held.id, with_for_update=True)
    if row is None or row.claim != held.claim or row.state not in OPEN:
        raise Lost(f"job {held.id}")
    return row


def _claimed(row: Job, now: datetime) -> Held[Any]:
    row.claim, row.claimed_until = row.claim + 1, now + CLAIM
    return _held(row, keys.unpack(row.kind, row.about))


def _held(row: Job, key: K) -> Held[K]:
    return Held(row.id, key, row.state, row.done, row.total, dict(row.tally), row.claim)


def _advance(row: Job, stepped: Stepped, now: datetime) -> Held[Any]:
    """Add a step to the job. An undoing counts `done` down but adds to the tally, which then says what was undone."""
    undoing = row.state == UNDOING
    row.done = max(0, row.done - stepped.count) if undoing else row.done + stepped.count
    row.tally = {name: row.tally.get(name, 0) + stepped.tally.get(name, 0) for name in {*row.tally, *stepped.tally}}
    row.claimed_until = now + CLAIM
    if stepped.over:
        _settle(row, UNDONE if undoing else DONE, now)
    return _held(row, keys.unpack(row.kind, row.about))


def _settle(row: Job, state: str, now: datetime) -> None:
    row.state, row.settled_at, row.claimed_until, row.only = state, now, None, None


def _fail(row: Job, error: Exception, now: datetime) -> None:
    """Only the error's name is kept: its text may contain a member's words."""
    row.error = type(error).__name__
    _settle(row, FAILED, now)


def _reopen(session: Session, job_id: int, state: str, former: Sequence[str]) -> bool:
    row = session.get(Job, job_id, with_for_update=True)
    if row is None or row.state not in former or row.claimed_until is not None:
        return False
    alone = keys.unpack(row.kind, row.about).alone
    other = _only(session, row.kind) if alone else None
    if other is not None and other.id != row.id:
        return False
    row.state, row.settled_at, row.error, row.only = state, None, None, row.kind if alone else None
    return True


def _progress(row: Job) -> Progress:
    return Progress(row.state, row.done, row.total, dict(row.tally), row.error or "")
