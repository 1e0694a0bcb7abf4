"""Submitted declarations, as staff see them: a page of the waiting ones, and one with others that resemble it.

The decision of staff is in storage.declarations.decisions.
"""

from typing import Any, cast

from sqlalchemy import Table, bindparam, select
from sqlalchemy.orm import Session

from content.credits.credit import StandingCredit
from content.declarations.declaring import Declared, State
from content.requests.requesting import Kind
from content.staff.cases import Backlog, Queue
from content.staff.filing import Alike, Filed, FiledLine
from storage.credits import ledger
from storage.declarations import decisions, evidence
from storage.declarations.declarations import COLUMNS, declared
from storage.people import persons
from storage.requests import threads
from storage.tables import Declaration, Member

_ROW = cast(Table, Declaration.__table__).c
_PEOPLE = select(Member.id, Member.name, Member.member_no).where(Member.id.in_(bindparam("members", expanding=True)))
_WHOSE = (
    select(Member.name, Member.kana, Member.member_no, Member.earns, Declaration.decided_by)
    .select_from(Declaration)
    .join(Member, Member.id == Declaration.member_id)
    .where(Declaration.id == bindparam("declaration"))
)
_HANDED_IN = (State.SUBMITTED.value, State.ACCEPTED.value, State.REFUSED.value)
_OTHERS = (
    select(*COLUMNS)
    .where(_ROW.member_id == bindparam("member"), _ROW.id != bindparam("declaration"), _ROW.state.in_(_HANDED_IN))
    .order_by(_ROW.id.desc())
)


def waiting(session: Session) -> Backlog:
    """How many declarations wait, and since when the oldest one waits."""
    return threads.waiting(session, Kind.DECLARATION)


def queue(session: Session, page: int, most: int) -> Queue[FiledLine]:
    """The page of that number, or the nearest page that exists, in the order of threads.queue."""
    shown: Queue[FiledLine] = Queue.page(waiting(session).number, page, most)
    found = decisions.waiting(session, skip=shown.before, most=most)
    people = {
        row.id: row for row in session.execute(_PEOPLE, {"members": [declaration.member_id for declaration in found]})
    }
    cares = threads.cares(session, Kind.DECLARATION, [one.id for one in found])
    return shown.with_lines(
        FiledLine(one, people[one.member_id].name, people[one.member_id].member_no, cares[one.id]) for one in found
    )


def filed(session: Session, declaration_id: int) -> Filed:
    """A waiting or decided declaration, with everything that staff decide by. Raises NoSuchDeclaration."""
    found = decisions.handed_in(session, declaration_id)
    whose = session.execute(_WHOSE, {"declaration": found.id}).one()
    return Filed(
        found,
        whose.name,
        whose.kana,
        whose.member_no,
        whose.earns,
        "" if whose.decided_by is None else persons.name(session, whose.decided_by),
        _alike(session, found),
        _earned(session, found),
        threads.care(session, Kind.DECLARATION, found.id),
    )


def next_one(session: Session, staff_id: int) -> int | None:
    """The first declaration of the queue with which this person can go on, or None."""
    return threads.next_one(session, Kind.DECLARATION, staff_id)


def _alike(session: Session, found: Declared) -> tuple[Alike, ...]:
    values: dict[str, Any] = {"member": found.member_id, "declaration": found.id}
    others = declared(session, session.execute(_OTHERS, values).all())
    same_file = evidence.same_files(session, found.member_id, found.id)
    compared = (
        Alike(other, other.held_on == found.held_on, other.code == found.code, other.id in same_file)
        for other in others
    )
    return tuple(other for other in compared if other.same_day or other.same_file)


def _earned(session: Session, found: Declared) -> tuple[StandingCredit, ...]:
    if found.held_on is None:
        return ()
    entries = ledger.standing(session, found.member_id, found.held_on, found.held_on)
    return tuple(entry for entry in entries if entry.source != found.source)
