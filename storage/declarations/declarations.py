"""A member's declarations (申告書): begun, filled in field by field, submitted once, withdrawn until staff decide.

Every statement selects the member's own rows only, and every change of state names the former state. What staff do is
in storage.declarations.decisions; the files are in storage.declarations.evidence.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Row, Select, Table, bindparam, delete, func, select, update
from sqlalchemy.orm import Session

from content.declarations.declaring import Declared, Evidence, Kind, State, Step
from content.refusals import NoSuchDeclaration, StaleButton, TooManyDrafts
from content.requests import requesting
from content.rules import Rulebook
from storage.engine.base import InRow, is_sealed
from storage.engine.statements import insert_row, rows
from storage.files import parts
from storage.requests import threads
from storage.tables import Declaration
from storage.tables import Evidence as EvidenceRow

BOOK = Rulebook()
_ROWS = cast(Table, Declaration.__table__)
_ROW = _ROWS.c
COLUMNS = (
    _ROW.id,
    _ROW.member_id,
    _ROW.kind,
    _ROW.what,
    _ROW.held_on,
    _ROW.half_units,
    _ROW.code,
    _ROW.note,
    _ROW.state,
    _ROW.begun_at,
    _ROW.submitted_at,
    _ROW.decided_at,
    _ROW.reason,
)
_MINE = _ROW.member_id == bindparam("member")
_THIS = _ROW.id == bindparam("declaration")
_OWN = select(*COLUMNS).where(_MINE)
_EVERY = _OWN.order_by(_ROW.id.desc())
_ONE = _OWN.where(_THIS)
# under this lock nothing can be added or decided between looking at a declaration and changing it
_ONE_LOCKED = _ONE.with_for_update()
_FILES = (
    select(EvidenceRow.id, EvidenceRow.declaration_id, EvidenceRow.name, EvidenceRow.mime, EvidenceRow.size)
    .where(EvidenceRow.declaration_id.in_(bindparam("declarations", expanding=True)))
    .order_by(EvidenceRow.id)
)
_FIELDS = {
    Step.KIND: _ROW.kind,
    Step.WHAT: _ROW.what,
    Step.DAY: _ROW.held_on,
    Step.UNITS: _ROW.half_units,
    Step.CODE: _ROW.code,
    Step.NOTE: _ROW.note,
}


def _leaves(state: State) -> Any:
    return update(_ROWS).where(_THIS, _MINE, _ROW.state == state.value)


_CHANGES = {
    step: _leaves(State.DRAFT).values({column: bindparam("said", type_=column.type)})
    for step, column in _FIELDS.items()
}
_SUBMIT = _leaves(State.DRAFT).values(state=State.SUBMITTED.value, submitted_at=bindparam("at"))
_SUBMITTED = select(func.count()).where(_MINE, _ROW.submitted_at >= bindparam("since"))
_WITHDRAW = _leaves(State.SUBMITTED).values(state=State.WITHDRAWN.value)
_DISCARD = delete(_ROWS).where(_THIS, _MINE, _ROW.state == State.DRAFT.value)
_ITS_FILES = EvidenceRow.declaration_id == bindparam("declaration")
_DISCARD_FILES = delete(EvidenceRow).where(_ITS_FILES).returning(EvidenceRow.file_id)
_MOVE_FILES = update(EvidenceRow).where(_ITS_FILES).values(declaration_id=bindparam("other"))


def every(session: Session, member_id: int) -> tuple[Declared, ...]:
    """All declarations of a member: drafts first, then the others; within both, the latest begun first."""
    found = declared(session, session.execute(_EVERY, {"member": member_id}).all())
    return tuple(sorted(found, key=lambda one: one.state is not State.DRAFT))


def drafts(session: Session, member_id: int) -> tuple[Declared, ...]:
    """The member's declarations that are not submitted yet, the latest begun first."""
    return tuple(declaration for declaration in every(session, member_id) if declaration.state is State.DRAFT)


def own(session: Session, member_id: int, declaration_id: int) -> Declared:
    """The member's declaration with this number. Raises NoSuchDeclaration."""
    return _this(session, _ONE, member_id, declaration_id)


def draft(session: Session, member_id: int, declaration_id: int) -> Declared:
    """The same, locked for a change. Raises StaleButton if it is no longer a draft."""
    found = _this(session, _ONE_LOCKED, member_id, declaration_id)
    if found.state is not State.DRAFT:
        raise StaleButton
    return found


def begin(session: Session, member_id: int, kind: Kind, most: int, at: datetime) -> Declared:
    """A new draft, or an existing one of this kind that is still empty: so a double tap begins only one.

    Raises TooManyDrafts if the member has `most` drafts already.
    """
    untouched = [
        declaration for declaration in drafts(session, member_id) if declaration.untouched and declaration.kind is kind
    ]
    return untouched[0] if untouched else _new(session, Declared(0, member_id, kind, State.DRAFT, at), most)


def again(session: Session, member_id: int, declaration_id: int, most: int, at: datetime) -> Declared:
    """A new draft with the content of a withdrawn or refused declaration. If a draft has that content already, it is
    returned: so a double tap makes only one. The files of a withdrawn declaration move to the draft; those of a refused
    one stay, since staff decided by them. Raises NoSuchDeclaration, StaleButton for another state, TooManyDrafts.
    """
    former = _this(session, _ONE_LOCKED, member_id, declaration_id)
    if former.state not in (State.WITHDRAWN, State.REFUSED):
        raise StaleButton
    for made in drafts(session, member_id):
        if _said(made) == _said(former):
            return made
    fresh = _new(session, replace(former, state=State.DRAFT, begun_at=at), most)
    if former.state is State.WITHDRAWN:
        session.execute(_MOVE_FILES, {"declaration": former.id, "other": fresh.id})
    return own(session, member_id, fresh.id)


def change(session: Session, member_id: int, declaration_id: int, step: Step, said: object) -> Declared:
    """Write a field of a draft; `said` has the column's type. Raises NoSuchDeclaration, or StaleButton if no draft."""
    written = InRow(declaration_id, said) if is_sealed(_FIELDS[step].type) else said
    values = {"declaration": declaration_id, "member": member_id, "said": written}
    if not rows(session.execute(_CHANGES[step], values)):
        own(session, member_id, declaration_id)  # raises NoSuchDeclaration if the member has no such declaration
        raise StaleButton
    return own(session, member_id, declaration_id)


def submitted(session: Session, member_id: int, since: datetime) -> int:
    """How many declarations the member has submitted since then, whatever became of them."""
    return session.execute(_SUBMITTED, {"member": member_id, "since": since}).scalar_one()


def submit(session: Session, member_id: int, declaration_id: int, at: datetime, book: Rulebook = BOOK) -> bool:
    """Submit a draft to staff; False if it is no longer a draft, or something is still missing. `book` says in how many
    days staff are to decide. The caller checks whether the day can be declared now. Raises NoSuchDeclaration.
    """
    found = _this(session, _ONE_LOCKED, member_id, declaration_id)
    if found.missing:
        return False
    values = {"declaration": declaration_id, "member": member_id, "at": at}
    first = rows(session.execute(_SUBMIT, values)) == 1
    if first:
        threads.open(session, requesting.Kind.DECLARATION, declaration_id, member_id, at, book)
    return first


def withdraw(session: Session, member_id: int, declaration_id: int, at: datetime) -> bool:
    """Withdraw a submitted declaration; False if it has another state. Raises NoSuchDeclaration."""
    gone = _turned(session, _WITHDRAW, member_id, declaration_id)
    if gone:
        threads.settle(session, requesting.Kind.DECLARATION, declaration_id, requesting.State.WITHDRAWN, at)
    return gone


def discard(session: Session, member_id: int, declaration_id: int) -> bool:
    """Remove a draft and its files; False if it has another state. Raises NoSuchDeclaration."""
    found = _this(session, _ONE_LOCKED, member_id, declaration_id)
    if found.state is not State.DRAFT:
        return False
    parts.let_go(session, session.execute(_DISCARD_FILES, {"declaration": declaration_id}).scalars().all())
    return _turned(session, _DISCARD, member_id, declaration_id)


def declared(session: Session, found: Iterable[Row[*tuple[Any, ...]]]) -> tuple[Declared, ...]:
    """Rows of COLUMNS as values with their files, in the order of the rows."""
    every = list(found)
    files: dict[int, list[Evidence]] = {row.id: [] for row in every}
    found_files = session.execute(_FILES, {"declarations": list(files)}).all() if files else []
    for row in found_files:
        files[row.declaration_id].append(Evidence(row.id, row.name, row.mime, row.size))
    return tuple(_declared(row, tuple(files[row.id])) for row in every)


def _turned(session: Session, statement: Any, member_id: int, declaration_id: int) -> bool:
    values = {"declaration": declaration_id, "member": member_id}
    if rows(session.execute(statement, values)) == 1:
        return True
    own(session, member_id, declaration_id)
    return False


def _this(session: Session, statement: Select[*tuple[Any, ...]], member_id: int, declaration_id: int) -> Declared:
    values = {"member": member_id, "declaration": declaration_id}
    found = declared(session, session.execute(statement, values).all())
    if not found:
        raise NoSuchDeclaration
    return found[0]


def _new(session: Session, like: Declared, most: int) -> Declared:
    if len(drafts(session, like.member_id)) >= most:
        raise TooManyDrafts(most)
    return own(session, like.member_id, insert_row(session, Declaration, _fields(like)))


def _fields(like: Declared) -> Mapping[str, object]:
    return {
        "member_id": like.member_id,
        "kind": like.kind.value,
        "what": like.what,
        "held_on": like.held_on,
        "half_units": like.half_units or None,
        "code": like.code,
        "note": like.note,
        "state": like.state.value,
        "begun_at": like.begun_at,
    }


def _said(one: Declared) -> tuple[object, ...]:
    return one.kind, one.what, one.held_on, one.half_units, one.code, one.note


def _declared(row: Row[*tuple[Any, ...]], files: tuple[Evidence, ...]) -> Declared:
    return Declared(
        id=row.id,
        member_id=row.member_id,
        kind=Kind(row.kind),
        state=State(row.state),
        begun_at=row.begun_at,
        what=row.what,
        held_on=row.held_on,
        half_units=row.half_units or 0,
        code=row.code,
        note=row.note,
        evidence=files,
        submitted_at=row.submitted_at,
        decided_at=row.decided_at,
        reason=row.reason or "",
    )
