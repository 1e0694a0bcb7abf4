"""A process that works on a job, a number a step, until it is killed. The key of the record comes by standard input."""

import sys
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from storage.engine import jobs
from storage.engine.cipher import Cipher
from storage.engine.jobs import Held, Stepped, Way
from storage.engine.sessions import Sessions
from storage.tables import Update
from tests.storage.working import Numbers

AT = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)


def add(session: Session, job: Held[Numbers], at: datetime) -> Stepped:
    session.add(Update(id=job.key.first + job.done, at=at))
    return Stepped(1)


def work(sessions: Sessions) -> None:
    with sessions.begin() as session:
        held = jobs.claim(session, [Numbers], AT)
    assert held is not None
    while True:
        held = jobs.step(sessions, Way[Numbers](add), held, AT)
        print(held.done, flush=True)


if __name__ == "__main__":
    work(Sessions(sys.argv[1], Cipher([bytes.fromhex(sys.stdin.readline())])))
