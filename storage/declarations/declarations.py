"""A member's declarations (申告書): begun, written field by field, submitted once, taken back while nobody has decided.

Every statement asks for the member's own alone, and a change of state names the state that it leaves. What staff do
with them is in storage.declarations.decisions, their files are in storage.declarations.evidence.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Row, Select, Table, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from content.declaring import Declared, Evidence, Kind, State, Step
from content.refusals import NoSuchDeclaration, StaleButton, TooManyDrafts
from storage.engine.statements import rows
from storage.tables import Declaration
from storage.tables import Evidence as EvidenceRow

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
# the lock lets nothing be added or decided between looking at a declaration and changing it
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
_WITHDRAW = _leaves(State.SUBMITTED).values(state=State.WITHDRAWN.value)
_DISCARD = delete(_ROWS).where(_THIS, _MINE, _ROW.state == State.DRAFT.value)
_DISCARD_FILES = delete(EvidenceRow).where(EvidenceRow.declaration_id == bindparam("declaration"))
_MOVE_FILES = (
    update(EvidenceRow)
    .where(EvidenceRow.declaration_id == bindparam("declaration"))
    .values(declaration_id=bindparam("other"))
)


def every(session: Session, member_id: int) -> tuple[Declared, ...]:
    """All of a member's: drafts first, then the others, the latest begun before the earlier."""
    found = declared(session, session.execute(_EVERY, {"member": member_id}).all())
    return tuple(sorted(found, key=lambda one: one.state is not State.DRAFT))


def drafts(session: Session, member_id: int) -> tuple[Declared, ...]:
    """Those that are begun and not submitted, the latest begun first."""
    return tuple(declaration for declaration in every(session, member_id) if declaration.state is State.DRAFT)


def own(session: Session, member_id: int, declaration_id: int) -> Declared:
    """The member's declaration of that number; raises NoSuchDeclaration."""
    return _this(session, _ONE, member_id, declaration_id)


def draft(session: Session, member_id: int, declaration_id: int) -> Declared:
    """The same, locked for a change; raises StaleButton for one that is no draft any more."""
    found = _this(session, _ONE_LOCKED, member_id, declaration_id)
    if found.state is not State.DRAFT:
        raise StaleButton
    return found


def begin(session: Session, member_id: int, kind: Kind, most: int, at: datetime) -> Declared:
    """A new draft; one of this kind in which nothing was said yet is gone on with, so that a double tap begins one.

    Raises TooManyDrafts where `most` are open.
    """
    untouched = [
        declaration for declaration in drafts(session, member_id) if declaration.untouched and declaration.kind is kind
    ]
    return untouched[0] if untouched else _new(session, Declared(0, member_id, kind, State.DRAFT, at), most)


def again(session: Session, member_id: int, declaration_id: int, most: int, at: datetime) -> Declared:
    """A new draft that says what a withdrawn or refused one said, or the one that says it already, so that a double tap
    makes one. The files of a withdrawn one, which nobody decided upon, go over to it. Raises NoSuchDeclaration,
    StaleButton for another state, TooManyDrafts.
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
    """Put a field of a draft, in the column's type. Raises NoSuchDeclaration, StaleButton for what is no draft."""
    values = {"declaration": declaration_id, "member": member_id, "said": said}
    if not rows(session.execute(_CHANGES[step], values)):
        own(session, member_id, declaration_id)
        raise StaleButton
    return own(session, member_id, declaration_id)


def submit(session: Session, member_id: int, declaration_id: int, at: datetime) -> bool:
    """Give a draft to staff; False where it is none any more, or where something is missing still.

    Whether the day can be declared now is the caller's to look at. Raises NoSuchDeclaration.
    """
    found = _this(session, _ONE_LOCKED, member_id, declaration_id)
    if found.missing:
        return False
    values = {"declaration": declaration_id, "member": member_id, "at": at}
    return rows(session.execute(_SUBMIT, values)) == 1


def withdraw(session: Session, member_id: int, declaration_id: int) -> bool:
    """Take back what was submitted and is not decided; False for anything else of the member's."""
    return _turned(session, _WITHDRAW, member_id, declaration_id)


def discard(session: Session, member_id: int, declaration_id: int) -> bool:
    """Remove a draft with its files; False for anything else of the member's. Raises NoSuchDeclaration."""
    found = _this(session, _ONE_LOCKED, member_id, declaration_id)
    if found.state is not State.DRAFT:
        return False
    session.execute(_DISCARD_FILES, {"declaration": declaration_id})
    return _turned(session, _DISCARD, member_id, declaration_id)


def declared(session: Session, found: Iterable[Row[*tuple[Any, ...]]]) -> tuple[Declared, ...]:
    """Rows of COLUMNS as values, with their files, in the order in which they came."""
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
    made = session.execute(insert(Declaration).values(_fields(like)).returning(Declaration.id)).scalar_one()
    return own(session, like.member_id, made)


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
