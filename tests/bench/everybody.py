"""A record of many members who are logged in, each with a course that falls due for a reminder at one moment."""

import os
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice
from typing import Any, cast

from sqlalchemy import Table, insert, select, text

from content.rules import Rulebook, begins, day_of
from storage.engine.base import in_row
from storage.engine.sessions import Sessions
from storage.people.chats import PERSON
from storage.tables import Chat, Course, Enrolment, Member
from tests.bench.record import fill_members
from tests.bench.taps import FIRST_PERSON

FIRST_READER = FIRST_PERSON + 1_000_000
STEP = 10_000
DAY_S = 80_000
"""They left their courses within so many seconds of one day."""
EARLY = 30
"""So many of them are due a reminder the day before."""


def fill(sessions: Sessions, members: int, due_at: datetime) -> None:
    """So many members, and EARLY more. Who is seated already (tests.bench.taps) is not among them; their course is."""
    with sessions.begin() as session:
        first = (session.execute(select(Member.id).order_by(Member.id.desc()).limit(1)).scalar() or 0) + 1
        fill_members(session, members + EARLY)
        numbers: Sequence[int] = session.execute(select(Member.id).where(Member.id >= first)).scalars().all()
        course: int = session.execute(select(Course.id).limit(1)).scalar_one()
    left = begins(day_of(due_at) - timedelta(days=Rulebook().now(due_at).reminder_after_days))
    for rows in _parts(_chats(sessions, numbers, left)):
        with sessions.begin() as session:
            session.execute(insert(cast(Table, Chat.__table__)), rows)
    for rows in _parts(_enrolments(numbers, course, left)):
        with sessions.begin() as session:
            session.execute(insert(cast(Table, Enrolment.__table__)), rows)
    with sessions.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE" if sessions.kind == "sqlite" else "VACUUM ANALYZE"))
        if sessions.kind == "postgresql":
            connection.execute(text("CHECKPOINT"))
    os.sync()  # or the disk would be busy with it, and with the database before, while taps are timed


def _chats(sessions: Sessions, numbers: Sequence[int], at: datetime) -> Iterator[dict[str, Any]]:
    """Their rows are numbered from far above those of the seated."""
    for place, number in enumerate(numbers):
        person = str(FIRST_READER + place)
        about = {"telegram_key": sessions.cipher.finds(person, PERSON)[0], "telegram_id": person, "language": "ja"}
        more = {"note": {}, "member_id": number, "created_at": at}
        yield in_row(Chat, STEP * 1_000 + place, about | more)


def _enrolments(numbers: Sequence[int], course: int, at: datetime) -> Iterator[dict[str, Any]]:
    for place, number in enumerate(numbers):
        touched = at + timedelta(seconds=place % DAY_S, days=-1 if place < EARLY else 0)
        yield {"member_id": number, "course_id": course, "started_at": touched, "touched_at": touched}


def _parts(rows: Iterator[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    while part := list(islice(rows, STEP)):
        yield part
