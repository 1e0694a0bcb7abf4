"""Long work in short steps: each is one transaction, which also puts down how far the work has come.

So a process may die at any moment: what was done is on record exactly as far as the job says, and the next one goes on
there. A job is held by one process at a time, for as long as its claim lasts; each step renews the claim, and a process
that lost it to another one finds that out before it writes anything.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from content import job as keys
from content.job import JobKey, NoSuchJob
from storage.engine.job_table import DONE, FAILED, GIVEN_UP, UNDOING, UNDONE, WAITING, Job
from storage.engine.sessions import Sessions, is_passing
from storage.engine.statements import insert_new, run

CLAIM = timedelta(minutes=1)
OPEN = (WAITING, UNDOING)
K = TypeVar("K", bound=JobKey)


class Lost(Exception):
    """Another process holds the job by now, or it is over; this step did nothing."""


@dataclass(frozen=True)
class Held(Generic[K]):
    """A job that this process works on: `done` of `total` so far, and its figures. After an undoing `done` is 0."""

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
    """How a job stands, for whoever looks. `error` is the name of what a failed step raised."""

    state: str
    done: int
    total: int
    tally: Mapping[str, int]
    error: str


@dataclass(frozen=True)
class Stepped:
    """What a step did: so many of the total, figures to add, and whether nothing is left."""

    count: int
    tally: Mapping[str, int] = field(default_factory=dict)
    over: bool = False


@dataclass(frozen=True)
class Way(Generic[K]):
    """How jobs of a key are done, and undone if that is possible. A step is short; `Held.done` says where it begins."""

    step: Callable[[Session, Held[K], datetime], Stepped]
    undo: Callable[[Session, Held[K], datetime], Stepped] | None = None


_NEW = insert_new(Job)


def begin(session: Session, key: JobKey, total: int, at: datetime) -> bool:
    """Put down a job that nobody holds yet. False if one of its kind is open and the kind allows one at a time."""
    values = {"kind": key.kind, "only": key.kind if key.alone else None, "about": key.pack(), "state": WAITING}
    return run(session, _NEW, values | {"total": total, "tally": {}, "begun_at": at}) == 1


def claim(session: Session, kinds: Sequence[type[JobKey]], now: datetime) -> Held[Any] | None:
    """The oldest open job of these kinds that no process holds, now ours; None if there is none."""
    free = Job.claimed_until.is_(None) | (Job.claimed_until < now)
    named = Job.kind.in_([one.kind for one in kinds])
    found = session.execute(
        select(Job).where(Job.state.in_(OPEN), named, free).order_by(Job.id).limit(1).with_for_update(skip_locked=True)
    ).scalar_one_or_none()
    if found is None:
        return None
    try:
        return _claimed(found, now)
    except NoSuchJob as error:  # otherwise it would be claimed again and again, before all others
        _fail(found, error, now)
        return None


def take_up(session: Session, key: K, total: int, now: datetime) -> Held[K] | None:
    """The open job of this key, or a new one, now ours, for a kind of which there is one at a time.

    An open one with another key that nobody holds is given up. None if a process holds the open one, or it is undone.
    """
    found = _only(session, key.kind)
    if found is not None and (found.state == UNDOING or not _is_free(found, now)):
        return None
    if found is not None and found.state == WAITING and found.about == key.pack():
        return _claimed(found, now)
    if found is not None:
        _settle(found, GIVEN_UP, now)
        session.flush()
    if not begin(session, key, total, now):
        return None
    begun = _only(session, key.kind)
    return None if begun is None else _claimed(begun, now)


def step(sessions: Sessions, way: Way[K], held: Held[K], now: datetime) -> Held[K]:
    """One step, forward or of the undoing, with what it changed and how far the job has come in one transaction.

    Raises Lost. What the step raises comes out here: a passing failure of the database leaves the job as it was, and
    anything else has failed it.
    """
    try:
        with sessions.begin() as session:
            row = _mine(session, held)
            act = way.undo if row.state == UNDOING else way.step
            if act is None:
                raise TypeError(f"{row.kind} can't be undone")
            return _advance(row, act(session, held, now), now)
    except Exception as error:
        if not isinstance(error, Lost) and not is_passing(error):
            with sessions.begin() as session:
                _fail(_mine(session, held), error, now)
        raise


def release(session: Session, held: Held[Any]) -> None:
    """Let go of a job, so that another process can go on with it at once. Nothing if it is held no more."""
    row = session.get(Job, held.id, with_for_update=True)
    if row is not None and row.claim == held.claim:
        row.claimed_until = None


def go_on(session: Session, job_id: int) -> bool:
    """Have a failed job go on where it failed; False if it did not fail, or another of its kind is open."""
    return _reopen(session, job_id, WAITING, (FAILED,))


def undo(session: Session, job_id: int) -> bool:
    """Have what a job did undone, step by step; False if a process holds it, or there is nothing to undo."""
    return _reopen(session, job_id, UNDOING, (WAITING, DONE, FAILED, GIVEN_UP))


def progress(session: Session, job_id: int) -> Progress:
    """How the job stands. Raises NoResultFound."""
    return _progress(session.execute(select(Job).where(Job.id == job_id)).scalar_one())


def under_way(session: Session, kind: type[JobKey]) -> Progress | None:
    """How the open job of a kind stands of which there is one at a time."""
    found = session.execute(select(Job).where(Job.only == kind.kind)).scalar_one_or_none()
    return None if found is None else _progress(found)


def _only(session: Session, kind: str) -> Job | None:
    return session.execute(select(Job).where(Job.only == kind).with_for_update()).scalar_one_or_none()


def _is_free(row: Job, now: datetime) -> bool:
    return row.claimed_until is None or row.claimed_until < now


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
    """An undoing counts down; the figures stay, for they say what was undone."""
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
    """The error's name alone: what it says may be a member's words."""
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
