"""Jobs for tests: numbers that go into the record, some a step, and come out of it again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from content.keys.job import JobKey
from storage.engine import jobs
from storage.engine.jobs import Held, Stepped, Way
from storage.engine.sessions import Sessions
from storage.tables import Job, Update

SECOND = timedelta(seconds=1)
TOTAL, EACH = 7, 3


@dataclass(frozen=True)
class Numbers(JobKey, kind="test_numbers", alone=False):
    """Numbers from this one on go into the record."""

    first: int = 1


@dataclass(frozen=True)
class Alone(JobKey, kind="test_alone", alone=True):
    """The same, one at a time."""

    first: int


class Broken(Exception):
    """A step's own fault."""


def add(session: Session, job: Held[Numbers], at: datetime) -> Stepped:
    """The next numbers."""
    some = range(job.done, min(job.done + EACH, job.total))
    session.add_all(Update(id=job.key.first + number, at=at) for number in some)
    return Stepped(len(some), {"added": len(some)}, over=some.stop == job.total)


def take_away(session: Session, job: Held[Numbers], _at: datetime) -> Stepped:
    """The last of those that are there."""
    some = range(max(0, job.done - EACH), job.done)
    session.execute(delete(Update).where(Update.id.in_([job.key.first + number for number in some])))
    return Stepped(len(some), {"taken": len(some)}, over=some.start == 0)


WAY = Way[Numbers](add, take_away)


def raising(error: BaseException) -> Way[Numbers]:
    """Both ways write, and then fail."""

    def forward(session: Session, job: Held[Numbers], at: datetime) -> Stepped:
        add(session, job, at)
        session.flush()
        raise error

    def back(session: Session, job: Held[Numbers], at: datetime) -> Stepped:
        take_away(session, job, at)
        raise error

    return Way[Numbers](forward, back)


class Works:
    """A job, and what is on record of it."""

    def __init__(self, sessions: Sessions, now: datetime) -> None:
        self.sessions, self.now = sessions, now
        with sessions.begin() as session:
            assert jobs.begin(session, Numbers(), TOTAL, now)
        with sessions.reading() as session:
            self.id = session.execute(select(Job.id)).scalar_one()

    def claim(self, at: datetime | None = None) -> Held[Numbers]:
        with self.sessions.begin() as session:
            held = jobs.claim(session, [Numbers], at or self.now)
        assert held is not None
        return held

    def steps(self, held: Held[Numbers], count: int = 99) -> Held[Numbers]:
        while count and not held.over:
            held, count = jobs.step(self.sessions, WAY, held, self.now), count - 1
            assert self.numbers == held.done
        return held

    def releases(self, held: Held[Numbers]) -> None:
        with self.sessions.begin() as session:
            jobs.release(session, held)

    def does(self, act: Callable[[Session, int], bool]) -> bool:
        with self.sessions.begin() as session:
            return act(session, self.id)

    @property
    def numbers(self) -> int:
        with self.sessions.reading() as session:
            return session.execute(select(func.count()).select_from(Update)).scalar_one()

    @property
    def stands(self) -> tuple[str, int, str]:
        with self.sessions.reading() as session:
            found = jobs.progress(session, self.id)
        return found.state, found.done, found.error
