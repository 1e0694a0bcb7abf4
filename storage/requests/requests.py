"""A member's requests (ご依頼): begun, written, sent, added to, withdrawn. What staff do is in storage.requests.cases.

Every statement selects the member's own rows only, and every change of state names the former state.
"""

from dataclasses import replace
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    Table,
    and_,
    bindparam,
    case,
    delete,
    exists,
    func,
    insert,
    literal_column,
    not_,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Session

from content.refusals import NoSuchRequest
from content.requests.requesting import DECIDED_APART, By, Kind, Message, Request, State, Stopped
from content.staff.rights import RIGHTS, Act
from storage.engine.statements import rows
from storage.requests import messages
from storage.tables import Request as RequestRow
from storage.tables import RequestMessage, Staff

_ROWS = cast(Table, RequestRow.__table__)
_ROW = _ROWS.c
_HELD = exists().where(Staff.person_id == _ROW.taken_by, Staff.role.in_([one.value for one in RIGHTS[Act.SEE_DESK]]))
HOLDER = case((_HELD, _ROW.taken_by))
"""Who has it. Whoever has lost the role or was erased has it no more, without a change of the row."""
FREE = and_(
    or_(HOLDER.is_(None), bindparam("staff") == HOLDER),
    _ROW.member_id != bindparam("staff"),
    _ROW.questioned_at.is_(None),
)
"""This person (`staff`) can go on with it: nobody else has it, it is not of this person, and no answer is awaited."""
COLUMNS = (
    _ROW.id,
    _ROW.member_id,
    _ROW.kind,
    _ROW.state,
    _ROW.begun_at,
    _ROW.sent_at,
    _ROW.due_on,
    HOLDER.label("taken_by"),
    _ROW.taken_at,
    _ROW.settled_at,
    _ROW.questioned_at,
    _ROW.back_at,
    func.coalesce(_ROW.declaration_id, _ROW.claim_id).label("about"),
)
# literals: SQLite uses the index of the requests that wait only if it sees the condition of the index in the statement
_RECEIVED: ColumnElement[str] = literal_column("'received'")
_TAKEN: ColumnElement[str] = literal_column("'taken'")
WAITS = _ROW.state.in_((_RECEIVED, _TAKEN))
_MINE = _ROW.member_id == bindparam("member")
THIS = _ROW.id == bindparam("request")
APART = _ROW.kind.in_([kind.value for kind in DECIDED_APART])
# what belongs to a declaration or a claim is shown to the member once something was asked there
_SEEN = or_(not_(APART), _ROW.questioned_at.is_not(None), _ROW.back_at.is_not(None))
_EVERY = select(*COLUMNS).where(_MINE, _SEEN).order_by(_ROW.id.desc())
_ONE = select(*COLUMNS).where(_MINE, THIS, _SEEN)
# under this lock nobody answers, and nothing is added, between looking at a request and changing it
_ONE_LOCKED = _ONE.with_for_update(of=_ROWS)
_DRAFT = select(*COLUMNS).where(_MINE, _ROW.state == State.DRAFT.value)
_WAITING = select(func.count()).select_from(_ROWS).where(_MINE, WAITS, not_(APART))
_SENT = (
    select(func.count())
    .select_from(RequestMessage)
    .join(RequestRow, RequestRow.id == RequestMessage.request_id)
    .where(
        RequestRow.member_id == bindparam("member"),
        RequestMessage.said_by == By.MEMBER.value,
        RequestMessage.sent_at >= bindparam("since"),
        RequestRow.kind.not_in([kind.value for kind in DECIDED_APART]),
    )
)
_NEW = insert(_ROWS).returning(_ROW.id)
_KIND = update(_ROWS).where(THIS, _MINE, _ROW.state == State.DRAFT.value).values(kind=bindparam("said"))
_OPEN = (
    update(_ROWS)
    .where(THIS, _MINE, _ROW.state == bindparam("former"))
    .values(
        state=State.RECEIVED.value,
        sent_at=bindparam("at"),
        due_on=bindparam("until"),
        taken_by=None,
        taken_at=None,
        settled_at=None,
        told_at=None,
    )
)
_BACK = (
    update(_ROWS)
    .where(THIS, _MINE, WAITS, _ROW.questioned_at.is_not(None))
    .values(questioned_at=None, back_at=bindparam("at"), due_on=bindparam("until"), told_at=None)
)
_WITHDRAW = (
    update(_ROWS).where(THIS, _MINE, WAITS, not_(APART)).values(state=State.WITHDRAWN.value, settled_at=bindparam("at"))
)
_REMOVE = delete(_ROWS).where(THIS, _MINE, _ROW.state == State.DRAFT.value)


def every(session: Session, member_id: int) -> tuple[Request, ...]:
    """All requests that the member may see, without what was said: the draft first; then the latest begun
    first.
    """
    found = [as_request(row) for row in session.execute(_EVERY, {"member": member_id})]
    return tuple(sorted(found, key=lambda one: one.state is not State.DRAFT))


def own(session: Session, member_id: int, request_id: int) -> Request:
    """The member's request with this number, without the notes of staff. Raises NoSuchRequest."""
    return _this(session, _ONE, member_id, request_id)


def held(session: Session, member_id: int, request_id: int) -> Request:
    """The same, locked for a change until the transaction ends."""
    return _this(session, _ONE_LOCKED, member_id, request_id)


def begin(session: Session, member_id: int, kind: Kind, at: datetime) -> Request:
    """The member's draft, of this kind from now on. There is one draft at a time, so a double tap begins only one."""
    row = session.execute(_DRAFT, {"member": member_id}).first()
    if row is not None:
        return change_kind(session, member_id, row.id, kind)
    values = {"member_id": member_id, "kind": kind.value, "state": State.DRAFT.value, "begun_at": at}
    return own(session, member_id, session.execute(_NEW, values).scalar_one())


def change_kind(session: Session, member_id: int, request_id: int, kind: Kind) -> Request:
    """Let a draft be of this kind; one that was sent stays as it is. Raises NoSuchRequest."""
    session.execute(_KIND, {"request": request_id, "member": member_id, "said": kind.value})
    return own(session, member_id, request_id)


def waiting(session: Session, member_id: int) -> int:
    """How many requests of the member wait for staff."""
    return session.execute(_WAITING, {"member": member_id}).scalar_one()


def sent_since(session: Session, member_id: int, since: datetime) -> int:
    """How many messages the member has sent to staff since then, whatever became of them."""
    return session.execute(_SENT, {"member": member_id, "since": since}).scalar_one()


def send(
    session: Session, member_id: int, request_id: int, message_id: int, *, due_on: date, at: datetime
) -> Stopped | None:
    """Send a message to staff; None if it is sent. It opens a draft, and a settled request again, which is then due on
    this day; so is a declaration or a claim of which the member was asked. The caller checks the ceilings. Raises
    NoSuchRequest.
    """
    before = held(session, member_id, request_id)
    found = next((one for one in before.messages if one.id == message_id and one.sent_at is None), None)
    if found is None or found.by is not By.MEMBER:
        return Stopped.BEFORE
    if not found.text:
        return Stopped.EMPTY
    values: dict[str, Any] = {"request": request_id, "member": member_id, "at": at, "until": due_on}
    if before.decided_apart and not rows(session.execute(_BACK, values)):
        return Stopped.NOT_ASKED
    messages.send(session, found, at)
    if not before.waits:
        session.execute(_OPEN, values | {"former": before.state.value})
    return None


def put(session: Session, member_id: int, kind: Kind, text: str, *, due_on: date, at: datetime) -> int:
    """A request that is sent at once, beside the member's draft; returns its number. It is made for the member when the
    record itself has a question that staff decide.
    """
    values = {"member_id": member_id, "kind": kind.value, "state": State.RECEIVED.value, "begun_at": at}
    number = int(session.execute(_NEW, values | {"sent_at": at, "due_on": due_on}).scalar_one())
    messages.put(session, number, By.MEMBER, member_id, text, at)
    return number


def withdraw(session: Session, member_id: int, request_id: int, at: datetime) -> bool:
    """Withdraw a request that waits; False if it does not. Raises NoSuchRequest."""
    held(session, member_id, request_id)
    return rows(session.execute(_WITHDRAW, {"request": request_id, "member": member_id, "at": at})) == 1


def discard(session: Session, member_id: int, request_id: int) -> bool:
    """Remove what the member has written and not sent, with its files; of a draft all. False if there is nothing.

    Raises NoSuchRequest.
    """
    before = held(session, member_id, request_id)
    unsent = messages.unsent(before, member_id)
    if unsent is not None:
        messages.remove(session, unsent)
    gone = rows(session.execute(_REMOVE, {"request": request_id, "member": member_id})) == 1
    return gone or unsent is not None


def as_request(row: Row[*tuple[Any, ...]]) -> Request:
    """A row of COLUMNS as a value, without what was said."""
    get: Any = row._mapping
    holder, state = get["taken_by"], State(get["state"])
    return Request(
        id=get["id"],
        member_id=get["member_id"],
        kind=Kind(get["kind"]),
        state=State.RECEIVED if state is State.TAKEN and holder is None else state,
        begun_at=get["begun_at"],
        sent_at=get["sent_at"],
        due_on=get["due_on"],
        taken_by=holder,
        taken_at=None if holder is None else get["taken_at"],
        settled_at=get["settled_at"],
        about=get["about"],
        questioned_at=get["questioned_at"],
        back_at=get["back_at"],
    )


def _this(session: Session, statement: Select[*tuple[Any, ...]], member_id: int, request_id: int) -> Request:
    row = session.execute(statement, {"member": member_id, "request": request_id}).first()
    if row is None:
        raise NoSuchRequest
    said = messages.of(session, request_id)
    return replace(as_request(row), messages=tuple(one for one in said if _is_for(one, member_id)))


def _is_for(one: Message, member_id: int) -> bool:
    """Whether the member may see it: no note of staff, and no answer that is still being written."""
    return one.by is not By.NOTE and (one.sent_at is not None or one.author == member_id)
