"""What staff do with declarations: the queue of the waiting ones, and the decision, which is made once.

Accepting a declaration writes its credit in the same transaction; only the ledger can reverse that credit. The caller
writes the log of staff.
"""

from datetime import datetime
from typing import Any, cast

from sqlalchemy import Select, Table, bindparam, select, update
from sqlalchemy.orm import Session

from content.declarations.declaring import Declared, State
from content.keys.letters import DeclarationDecided
from content.refusals import NoSuchDeclaration
from content.requests import requesting
from content.rules import Rulebook, begins
from content.staff.filing import Decided, Held
from content.values import CreditKind
from content.words import JA
from storage.credits import ledger
from storage.declarations.declarations import COLUMNS, declared
from storage.engine.base import InRow
from storage.engine.statements import rows
from storage.people import callers
from storage.post import letters
from storage.requests import threads
from storage.tables import Declaration

_ROWS = cast(Table, Declaration.__table__)
_ROW = _ROWS.c
_SEEN = (State.SUBMITTED.value, State.ACCEPTED.value, State.REFUSED.value)
_WAITS = _ROW.state == State.SUBMITTED.value
_THESE = select(*COLUMNS).where(_ROW.id.in_(bindparam("these", expanding=True)))
_ONE = select(*COLUMNS).where(_ROW.id == bindparam("declaration"), _ROW.state.in_(_SEEN))
# under this lock nobody else can decide, and the member can't withdraw, until the decision is on record
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
    """The declarations that wait for a decision: what is due first comes first (threads.queue)."""
    numbers = threads.queue(session, requesting.Kind.DECLARATION, skip, most)
    found = (
        {one.id: one for one in declared(session, session.execute(_THESE, {"these": numbers}).all())} if numbers else {}
    )
    return tuple(found[number] for number in numbers)


def handed_in(session: Session, declaration_id: int) -> Declared:
    """A waiting or decided declaration. Raises NoSuchDeclaration also for drafts and withdrawn ones: staff see none."""
    return _this(session, _ONE, declaration_id)


def hold(session: Session, declaration_id: int) -> Held:
    """The declaration, locked: nobody else can decide it until this transaction ends. Raises NoSuchDeclaration."""
    found = _this(session, _ONE_LOCKED, declaration_id)
    can_earn = callers.caller(session, found.member_id).can_earn
    return Held(found, can_earn, threads.hold(session, requesting.Kind.DECLARATION, found.id))


def barred(held: Held, verdict: State, staff_id: int) -> Decided | None:
    """What to tell the member of staff if this decision can't be made; None if it can."""
    if held.declared.state is not State.SUBMITTED:
        return Decided.BEFORE
    if held.member_id == staff_id:
        return Decided.OWN
    if held.care.is_others(staff_id):
        return Decided.TAKEN
    return Decided.CANNOT_EARN if verdict is State.ACCEPTED and not held.can_earn else None


def decide(
    session: Session, held: Held, verdict: State, *, staff_id: int, reason: str, at: datetime, rulebook: Rulebook
) -> Decided:
    """Accept or refuse a declaration that is held (`hold`); the member reads the reason. If something forbids the
    decision, nothing changes. The credit of an accepted declaration has the declared day and the rules of that day.
    """
    # not by `barred`: if several things forbid the decision, the log must name the one that no later state removes
    if verdict is State.ACCEPTED and not held.can_earn:
        return Decided.CANNOT_EARN
    if held.member_id == staff_id:
        return Decided.OWN
    if held.care.is_others(staff_id):
        return Decided.BEFORE if held.declared.state is not State.SUBMITTED else Decided.TAKEN
    values: dict[str, Any] = {"declaration": held.id, "turned": verdict.value, "at": at, "staff": staff_id}
    # the lock (PostgreSQL) or the single writer (SQLite) makes this safe; the statement still names the former state
    if not rows(session.execute(_DECIDE, values | {"why": InRow(held.id, reason)})):
        return Decided.BEFORE
    if verdict is State.ACCEPTED:
        _credit(session, held.declared, rulebook, at)
    threads.settle(session, requesting.Kind.DECLARATION, held.id, requesting.State.DECIDED, at)
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
        # the name of the kind, in the words of a certificate: the member's own words never go into the ledger, which is
        # not sealed
        title=JA.declare_steps.kind(found.kind),
        organiser="",
        earned_at=begins(held_on),
        rules=rulebook.at(held_on),
        written_at=at,
    )
