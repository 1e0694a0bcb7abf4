"""What staff do with declarations: the queue of those that wait, and the decision, which is taken once.

Accepting one writes its credit in the same transaction; taking that back is the ledger's business. The caller writes
the log of staff.
"""

from datetime import datetime
from enum import Enum
from typing import Any, cast

from sqlalchemy import Table, bindparam, func, select, update
from sqlalchemy.orm import Session

from content.declaring import Declared, State
from content.letters import DeclarationDecided
from content.refusals import NoSuchDeclaration
from content.rules import Rulebook, begins
from content.values import CreditKind
from content.words import JA
from storage.credits import ledger
from storage.declarations.declarations import COLUMNS, declared
from storage.engine.statements import rows
from storage.people import chats
from storage.post import letters
from storage.tables import Declaration

_ROWS = cast(Table, Declaration.__table__)
_ROW = _ROWS.c
_SEEN = (State.SUBMITTED.value, State.ACCEPTED.value, State.REFUSED.value)
_WAITS = _ROW.state == State.SUBMITTED.value
_WAITING = (
    select(*COLUMNS)
    .where(_WAITS)
    .order_by(_ROW.submitted_at, _ROW.id)
    .offset(bindparam("skip", type_=_ROW.id.type))
    .limit(bindparam("most", type_=_ROW.id.type))
)
_COUNT = select(func.count()).select_from(_ROWS).where(_WAITS)
_ONE = select(*COLUMNS).where(_ROW.id == bindparam("declaration"), _ROW.state.in_(_SEEN))
_DECIDE = (
    update(_ROWS)
    .where(_ROW.id == bindparam("declaration"), _WAITS)
    .values(
        state=bindparam("turned"),
        decided_at=bindparam("at"),
        decided_by=bindparam("staff"),
        reason=bindparam("why", type_=_ROW.reason.type),
    )
)


class Decided(Enum):
    """What became of a decision."""

    NEW = "it holds"
    BEFORE = "it was decided before, or withdrawn"
    OWN = "nobody decides upon his own"
    CANNOT_EARN = "the account earns no credits"


def waiting(session: Session, *, skip: int = 0, most: int = 8) -> tuple[Declared, ...]:
    """Those that wait for a decision, the longest waiting first."""
    return declared(session, session.execute(_WAITING, {"skip": skip, "most": most}).all())


def count_waiting(session: Session) -> int:
    """How many wait."""
    return session.execute(_COUNT).scalar_one()


def one(session: Session, declaration_id: int) -> Declared:
    """One that waits or is decided. Raises NoSuchDeclaration: drafts and what was withdrawn are not for staff."""
    found = declared(session, session.execute(_ONE, {"declaration": declaration_id}).all())
    if not found:
        raise NoSuchDeclaration
    return found[0]


def accept(
    session: Session, declaration_id: int, *, staff_id: int, reason: str, at: datetime, rulebook: Rulebook
) -> Decided:
    """Accept a declaration: its credit is of the declared day, by the rules of that day. Raises NoSuchDeclaration."""
    found = one(session, declaration_id)
    if not chats.caller(session, found.member_id).can_earn:
        return Decided.CANNOT_EARN
    outcome = _decide(session, found, State.ACCEPTED, staff_id=staff_id, reason=reason, at=at)
    if outcome is Decided.NEW:
        _credit(session, found, rulebook, at)
    return outcome


def refuse(session: Session, declaration_id: int, *, staff_id: int, reason: str, at: datetime) -> Decided:
    """Refuse a declaration for this reason, which its member reads. Raises NoSuchDeclaration."""
    return _decide(session, one(session, declaration_id), State.REFUSED, staff_id=staff_id, reason=reason, at=at)


def _decide(session: Session, found: Declared, turned: State, *, staff_id: int, reason: str, at: datetime) -> Decided:
    if found.member_id == staff_id:
        return Decided.OWN
    values: dict[str, Any] = {"declaration": found.id, "turned": turned.value, "at": at, "staff": staff_id}
    if not rows(session.execute(_DECIDE, values | {"why": reason})):
        return Decided.BEFORE
    letters.put(session, member_id=found.member_id, key=DeclarationDecided(found.id), slot="1", at=at)
    return Decided.NEW


def _credit(session: Session, found: Declared, rulebook: Rulebook, at: datetime) -> None:
    (held_on,), (code,) = found.held_on, found.code
    ledger.award(
        session,
        member_id=found.member_id,
        kind=CreditKind.DECLARATION,
        source=found.source,
        half_units=found.half_units,
        code=code,
        # the kind's name as the paper would say it: what a member writes is his own, and stands in no ledger
        title=JA.declare_steps.kind(found.kind),
        organiser="",
        earned_at=begins(held_on),
        rules=rulebook.at(held_on),
        written_at=at,
    )
