"""Fills the tables that grow with rows as years leave them, made by the database itself.

Letters are sent (one in a hundred waits for a later day), viewings have ended within half an hour (older ones are
removed), most courses that were begun are finished and the others were left long ago, and updates came in within two
days.
"""

import re

from sqlalchemy import text
from sqlalchemy.orm import Session

from bot.clock import RealClock
from storage.engine.sessions import Sessions
from tests.bench.record import fill_members

COURSES = 50
STEP = 500_000
"""So many rows in one transaction."""

_NUMBERS = """
WITH RECURSIVE number(n) AS (
    SELECT CAST(:first AS bigint) UNION ALL SELECT n + 1 FROM number WHERE n < CAST(:last AS bigint)
)
"""
_COURSES = f"INSERT INTO courses (slug) {_NUMBERS} SELECT 'old-' || n FROM number"
_ROWS = {
    "letters": """
        INSERT INTO letters (member_id, kind, subject, slot, written_at, due_at, state, settled_at) {numbers}
        SELECT {member}, 'chapter', 'old-' || n, '', {past}, CASE WHEN n % 100 = 0 THEN {later} ELSE {past} END,
               CASE WHEN n % 100 = 0 THEN 'waiting' ELSE 'sent' END, {past} FROM number""",
    "updates": "INSERT INTO updates (id, at) {numbers} SELECT 1000000000 + n, {today} FROM number",
    "viewings": """
        INSERT INTO viewings (token, member_id, film_id, opened_at, last_at, seq, spare_ms, ended_at) {numbers}
        SELECT 'old-' || n, {member}, (SELECT min(id) FROM films), {just}, {just}, 1, 0, {just} FROM number""",
    "enrolments": """
        INSERT INTO enrolments (member_id, course_id, started_at, touched_at, finished_at) {numbers}
        SELECT :first_member + n / :courses, :first_course + n % :courses, {past}, {past},
               CASE WHEN n % 20 = 0 THEN NULL ELSE {past} END FROM number""",
}
_YEARS_S, _DAY_S, _MONTH_S, _HALF_HOUR_S = 300_000_000, 86_400, 40 * 86_400, 1_800
_BEFORE = {
    "sqlite": "strftime('%Y-%m-%d %H:%M:%S.000000', :at, -({seconds}) || ' seconds')",
    "postgresql": "CAST(:at AS timestamptz) - ({seconds}) * interval '1 second'",
}
_INTEGER = {"sqlite": "{name}", "postgresql": "CAST({name} AS integer)"}


def fill(sessions: Sessions, rows: int) -> int:
    """So many rows, shared evenly by the four tables; returns how many were written. A film must be on the record."""
    each = rows // len(_ROWS)
    if not each:
        return 0
    with sessions.begin() as session:
        given = _members_and_courses(session, each // COURSES + 1)
    for statement in _ROWS.values():
        said = text(_spoken(statement, sessions.kind))
        for first in range(0, each, STEP):
            with sessions.begin() as session:
                session.execute(said, given | {"first": first, "last": min(first + STEP, each) - 1})
    with sessions.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE" if sessions.kind == "sqlite" else "VACUUM ANALYZE"))
    return len(_ROWS) * each


def _members_and_courses(session: Session, members: int) -> dict[str, object]:
    """Writes them, and gives what every statement is told of them."""
    fill_members(session, members)
    session.execute(text(_COURSES), {"first": 1, "last": COURSES})
    last_member = session.execute(text("SELECT max(id) FROM members")).scalar_one()
    last_course = session.execute(text("SELECT max(id) FROM courses")).scalar_one()
    return {
        "first_member": last_member - members + 1,
        "members": members,
        "first_course": last_course - COURSES + 1,
        "courses": COURSES,
        "at": f"{RealClock().now():%F %T}",
    }


def _spoken(statement: str, kind: str) -> str:
    """A statement in a database's own words. PostgreSQL has to be told what a bare parameter is."""
    before, integer = _BEFORE[kind], _INTEGER[kind]
    said = statement.format(
        numbers=_NUMBERS,
        member=":first_member + n % :members",
        past=before.format(seconds=f"n % {_YEARS_S} + {_MONTH_S}"),
        just=before.format(seconds=f"n % {_HALF_HOUR_S}"),
        today=before.format(seconds=f"n % {_DAY_S}"),
        later=before.format(seconds=f"-{_DAY_S} - n % {_MONTH_S}"),
    )
    for name in (":first_member", ":members", ":first_course", ":courses"):
        said = re.sub(rf"{name}\b", integer.format(name=name), said)
    return said
