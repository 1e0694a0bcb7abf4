"""Members whose credits rest on what they did: one earns them by the product's own acts, the others are copies.

What is sealed in a copy is sealed for the first one. The proof opens nothing of it.
"""

from collections.abc import Sequence

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from storage import tables
from storage.engine.base import Base
from storage.engine.sessions import Sessions
from tests import samples
from tests.bench.record import fill_members
from tests.conftest import NOW
from tests.storage.proofs import earned

STEP = 2_000
"""So many members are copied in one transaction."""
NUMBERED = ("credits", "common_credits", "attempts", "journal_sheets", "declarations", "evidence")
"""Tables whose rows have numbers of their own: a copy's is counted on from the member's."""
ROOM = 1_000
"""More than the rows of one member in any of them."""
OF_SHEETS = {"answers": ("attempt_id", "attempts"), "journal_answers": ("sheet_id", "journal_sheets")}
OF_DECLARATIONS = {"evidence": ("declaration_id", "declarations")}


def earn(sessions: Sessions, members: int, each: int) -> int:
    """So many members with `each` credits: two of five by courses, three of ten by the journal, one of twenty declared,
    the others by trainings. Returns how many rows there are in all. The record must be empty.
    """
    with sessions.begin() as session:
        first = _first(session, each)
        fill_members(session, members, like=first)
    with sessions.reading() as session:
        numbers = [
            number
            for number in session.execute(select(tables.Member.id).order_by(tables.Member.id)).scalars()
            if number > first
        ]
    for start in range(0, len(numbers), STEP):
        with sessions.begin() as session:
            _copy(session, first, numbers[start : start + STEP])
    with sessions.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE" if sessions.kind == "sqlite" else "VACUUM ANALYZE"))
    with sessions.reading() as session:
        return sum(session.execute(select(func.count()).select_from(table)).scalar_one() for table in _tables())


def _first(session: Session, each: int) -> int:
    staff = samples.member(session, NOW, no="1000000003")
    me = samples.member(session, NOW, no=earned.NO)  # the last one, since those that come after it are copies
    courses, issues, declared = 2 * each // 5, 3 * each // 10, each // 20
    for number in range(courses):
        earned.study(session, me, f"course-{number}", NOW)
    for number in range(issues):
        earned.answer_issue(session, me, NOW, f"{2027 + number // 12}-{1 + number % 12:02}")
    for _ in range(declared):
        earned.declare(session, me, staff, NOW)
    for number in range(each - courses - issues - declared):
        earned.attend(session, NOW, f"talk-{number}")
    return me


def _tables() -> Sequence[type[Base]]:
    return (
        *(tables.Credit, tables.CommonCredit, tables.Progress, tables.Enrolment, tables.Attempt, tables.Answer),
        *(tables.JournalSheet, tables.JournalAnswer, tables.Attendance, tables.Declaration, tables.Evidence),
    )


def _copy(session: Session, first: int, numbers: Sequence[int]) -> None:
    """A row's number in a copy is that of the first member and ROOM times the member's own, so nothing clashes."""
    span = {"first": first, "low": numbers[0], "high": numbers[-1], "room": ROOM}
    for entity in _tables():
        names = [column.name for column in entity.__table__.columns]
        session.execute(text(_copied(entity.__tablename__, names)), span)


def _copied(table: str, names: Sequence[str]) -> str:
    owner, of = {**OF_SHEETS, **OF_DECLARATIONS}.get(table, ("", ""))
    own = {name: f"old.{name}" for name in names}
    if table in NUMBERED:
        own["id"] = "old.id + CAST(:room AS integer) * members.id"
    if "member_id" in names:
        own["member_id"] = "members.id"
    if table == "credits":
        own["source"] = _declared("old.source")
    if owner:
        own[owner] = f"old.{owner} + CAST(:room AS integer) * members.id"
    where = "old.member_id = :first" if "member_id" in names else f"old.{owner} IN (SELECT id FROM {of} WHERE {_MINE})"
    return (
        f"INSERT INTO {table} ({', '.join(names)}) SELECT {', '.join(own.values())} FROM {table} AS old, members "
        f"WHERE {where} AND members.id BETWEEN :low AND :high"
    )


_MINE = "member_id = :first"


def _declared(source: str) -> str:
    """The ledger names a declaration by its number, so a copy's credit names the copy's declaration."""
    number = f"CAST(substr({source}, 13) AS integer) + CAST(:room AS integer) * members.id"
    return f"CASE WHEN {source} LIKE 'declaration:%' THEN 'declaration:' || ({number}) ELSE {source} END"
