"""All courses that are shown now, kept in memory with the state that they were read in, so that none is out of date."""

from collections.abc import Callable

from sqlalchemy import String, cast, func, select
from sqlalchemy.orm import Session

from content.study.course import ListedCourse
from storage.engine.documents import Latest
from storage.programme import editions
from storage.tables import Course

Listed = tuple[ListedCourse, ...]
_LATEST = Latest[Listed]()
_EACH = select(Course.id, Course.edition_id).where(Course.edition_id.is_not(None)).order_by(Course.id).subquery()
_STATE = select(func.aggregate_strings(cast(_EACH.c.id, String) + ":" + cast(_EACH.c.edition_id, String), " "))
"""Which edition of each course is shown, in one text: 2,000 rows would take 35 ms to read. No edition ever changes."""


def listed(session: Session, read: Callable[[], Listed]) -> Listed:
    """What `read` reads, or what it read last if that is shown still."""
    if editions.ADDED in session.info:
        return read()
    return _LATEST.take(session, session.execute(_STATE).scalar_one() or "", lambda: _read(read))


def _read(read: Callable[[], Listed]) -> tuple[str, Listed]:
    found = read()
    return " ".join(f"{one.id}:{one.edition_id}" for one in found), found
