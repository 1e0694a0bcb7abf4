"""Declarations that members handed in, as staff see them: a page of those that wait, and one with what may be the same.

What staff then decide is in storage.declarations.decisions.
"""

from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Table, bindparam, select
from sqlalchemy.orm import Session, aliased

from content.declaring import Declared, State
from storage.credits import ledger
from storage.credits.ledger import Entry
from storage.declarations import decisions
from storage.declarations.declarations import COLUMNS, declared
from storage.engine.queue import Queue, Waiting
from storage.tables import Declaration, Evidence, Member

_ROW = cast(Table, Declaration.__table__).c
_BY = aliased(Member)
_PEOPLE = select(Member.id, Member.name, Member.member_no).where(Member.id.in_(bindparam("members", expanding=True)))
_WHOSE = (
    select(Member.name, Member.kana, Member.member_no, Member.can_earn, _BY.name.label("decided_by"))
    .select_from(Declaration)
    .join(Member, Member.id == Declaration.member_id)
    .outerjoin(_BY, _BY.id == Declaration.decided_by)
    .where(Declaration.id == bindparam("declaration"))
)
_HANDED_IN = (State.SUBMITTED.value, State.ACCEPTED.value, State.REFUSED.value)
_OTHERS = (
    select(*COLUMNS)
    .where(_ROW.member_id == bindparam("member"), _ROW.id != bindparam("declaration"), _ROW.state.in_(_HANDED_IN))
    .order_by(_ROW.id.desc())
)
_KEYS = select(Evidence.content_key).where(Evidence.declaration_id == bindparam("declaration"))
_SAME_FILE = (
    select(Evidence.declaration_id)
    .join(Declaration, Declaration.id == Evidence.declaration_id)
    .where(Declaration.member_id == bindparam("member"), Evidence.content_key.in_(_KEYS))
)


@dataclass(frozen=True)
class Line:
    """A declaration that waits, as the queue names it."""

    declared: Declared
    name: str
    member_no: str


@dataclass(frozen=True)
class Alike:
    """Another declaration of the same member that may be of the same: of the same day, or with the same file."""

    declared: Declared
    same_day: bool
    same_code: bool
    same_file: bool


@dataclass(frozen=True)
class Filed:
    """A declaration with what there is to decide by. `decided_by` is what the member of staff is called, or empty.

    `alike`: what he declared else, the latest first; `earned`: what stands in the ledger for that day otherwise.
    """

    declared: Declared
    name: str
    kana: str
    member_no: str
    can_earn: bool
    decided_by: str
    alike: tuple[Alike, ...]
    earned: tuple[Entry, ...]


def waiting(session: Session) -> Waiting:
    """How many wait, and since when the first does."""
    oldest = tuple(at for first in decisions.waiting(session, most=1) for at in first.submitted_at)
    return Waiting(decisions.count_waiting(session), oldest)


def queue(session: Session, page: int, most: int) -> Queue[Line]:
    """A page of those that wait, the longest waiting first; of a number that there is none of, the nearest."""
    shown: Queue[Line] = Queue.page(decisions.count_waiting(session), page, most)
    found = decisions.waiting(session, skip=shown.before, most=most)
    people = {row.id: row for row in session.execute(_PEOPLE, {"members": [one.member_id for one in found]})}
    return shown.with_lines(Line(one, people[one.member_id].name, people[one.member_id].member_no) for one in found)


def one(session: Session, declaration_id: int) -> Filed:
    """A declaration that waits or is decided, with all that is known of it; raises NoSuchDeclaration."""
    found = decisions.one(session, declaration_id)
    whose = session.execute(_WHOSE, {"declaration": found.id}).one()
    return Filed(
        found,
        whose.name,
        whose.kana,
        whose.member_no,
        whose.can_earn,
        whose.decided_by or "",
        _alike(session, found),
        _earned(session, found),
    )


def next_one(session: Session) -> tuple[int, ...]:
    """The declaration that waits longest, or nothing."""
    return tuple(first.id for first in decisions.waiting(session, most=1))


def _alike(session: Session, found: Declared) -> tuple[Alike, ...]:
    values: dict[str, Any] = {"member": found.member_id, "declaration": found.id}
    others = declared(session, session.execute(_OTHERS, values).all())
    same_file = frozenset(session.execute(_SAME_FILE, values).scalars())
    compared = (
        Alike(other, other.held_on == found.held_on, other.code == found.code, other.id in same_file)
        for other in others
    )
    return tuple(one for one in compared if one.same_day or one.same_file)


def _earned(session: Session, found: Declared) -> tuple[Entry, ...]:
    entries = (entry for day in found.held_on for entry in ledger.entries(session, found.member_id, day, day))
    return tuple(entry for entry in entries if entry.source != found.source)
