"""What staff do with declarations: the queue of those that wait, and the decision, which is taken once.

Accepting one writes its credit in the same transaction; taking that back is the ledger's business. The caller writes
the log of staff.
"""

from datetime import datetime
from typing import Any, cast

from sqlalchemy import Select, Table, bindparam, func, select, update
from sqlalchemy.orm import Session

from content.declaring import Declared, State
from content.filing import Decided, Held
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
# the lock lets nobody else decide, and the member not withdraw, until the decision is on record
_ONE_LOCKED = _ONE.with_for_update()
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


def waiting(session: Session, *, skip: int = 0, most: int = 8) -> tuple[Declared, ...]:
    """Those that wait for a decision, the longest waiting first."""
    return declared(session, session.execute(_WAITING, {"skip": skip, "most": most}).all())


def count_waiting(session: Session) -> int:
    """How many wait."""
    return session.execute(_COUNT).scalar_one()


def handed_in(session: Session, declaration_id: int) -> Declared:
    """One that waits or is decided. Raises NoSuchDeclaration: drafts and what was withdrawn are not for staff."""
    return _this(session, _ONE, declaration_id)


def hold(session: Session, declaration_id: int) -> Held:
    """The same, with what decides; nobody else decides it until this transaction ends. Raises NoSuchDeclaration."""
    found = _this(session, _ONE_LOCKED, declaration_id)
    return Held(found, chats.caller(session, found.member_id).can_earn)


def barred(held: Held, verdict: State, staff_id: int) -> Decided | None:
    """What is told to stand against this decision before it is made, if anything does."""
    if held.declared.state is not State.SUBMITTED:
        return Decided.BEFORE
    if held.member_id == staff_id:
        return Decided.OWN
    return Decided.CANNOT_EARN if verdict is State.ACCEPTED and not held.can_earn else None


def decide(
    session: Session, held: Held, verdict: State, *, staff_id: int, reason: str, at: datetime, rulebook: Rulebook
) -> Decided:
    """Accept or refuse a declaration that is held, for this reason, which its member reads; whatever stands against
    it changes nothing. The credit of an accepted one is of the declared day, by the rules of that day.
    """
    # not by `barred`: of several things that stand against it, the log names what no later state of the case lifts
    if verdict is State.ACCEPTED and not held.can_earn:
        return Decided.CANNOT_EARN
    if held.member_id == staff_id:
        return Decided.OWN
    values: dict[str, Any] = {"declaration": held.id, "turned": verdict.value, "at": at, "staff": staff_id}
    # held on PostgreSQL by the lock, on SQLite by the one writer; the state it leaves is named all the same
    if not rows(session.execute(_DECIDE, values | {"why": reason})):
        return Decided.BEFORE
    if verdict is State.ACCEPTED:
        _credit(session, held.declared, rulebook, at)
    letters.put(session, member_id=held.member_id, key=DeclarationDecided(held.id), slot="1", at=at)
    return Decided.NEW


def _this(session: Session, statement: Select[*tuple[Any, ...]], declaration_id: int) -> Declared:
    found = declared(session, session.execute(statement, {"declaration": declaration_id}).all())
    if not found:
        raise NoSuchDeclaration
    return found[0]


def _credit(session: Session, found: Declared, rulebook: Rulebook, at: datetime) -> None:
    held_on, code = found.held_on, found.code
    if held_on is None or code is None:
        raise LookupError(f"declaration {found.id} was submitted unfinished")
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
