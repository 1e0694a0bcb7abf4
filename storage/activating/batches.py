"""Batches of activation letters: ordered, made in short steps, opened once, and void if nobody opens them.

A step is one transaction: the codes of some members, sealed for the file and hashed for the log-in, and how far the
batch has come. So a process that dies leaves no code that is not in the file.
"""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Table, bindparam, delete, exists, insert, select, update
from sqlalchemy.orm import Session

from content.activating import code as codes
from content.activating.batch import KEPT, Batch, Line, State
from content.refusals import StaleButton
from storage.activating.hashing import hashed
from storage.engine.base import in_row
from storage.engine.statements import rows
from storage.people import persons
from storage.tables import Activation, ActivationCode, Chat, Member, Staff

EACH = 250
"""So many members are looked at in one step."""
_BATCHES, _CODES = cast(Table, Activation.__table__), cast(Table, ActivationCode.__table__)
_B, _C = _BATCHES.c, _CODES.c
_NEW = insert(_BATCHES).returning(_B.id)
_ONE = select(Activation).where(Activation.id == bindparam("batch")).execution_options(populate_existing=True)
_HELD = _ONE.with_for_update()
_LATEST = select(Activation).order_by(Activation.id.desc()).limit(bindparam("most"))
_MAKING = select(_B.id).where(_B.state == State.MAKING.value).order_by(_B.id)
_OLD = select(_B.id).where(_B.state == State.READY.value, _B.ready_at < bindparam("before"))
# who has no password yet, is logged in nowhere, and holds no role; whoever was erased has a password of nobody
UNLINKED = (
    Member.password_hash.is_(None),
    Member.ended_at.is_(None),
    ~exists().where(Chat.member_id == Member.id),
    ~exists().where(Staff.person_id == Member.id),
)
_NEXT = (
    select(Member.id, Member.prefecture)
    .where(Member.id > bindparam("after"), *UNLINKED)
    .order_by(Member.id)
    .limit(bindparam("limit"))
    .with_for_update(key_share=True, of=cast(Table, Member.__table__))
)
_FORMER = delete(_CODES).where(_C.member_id.in_(bindparam("members", expanding=True)))
_WITH_CODES = (
    select(ActivationCode.code, ActivationCode.until, Member.member_no, Member.name, Member.prefecture)
    .join(Member, Member.id == ActivationCode.member_id)
    .where(ActivationCode.activation_id == bindparam("batch"), ActivationCode.code.is_not(None), *UNLINKED)
    .order_by(Member.id)
)
_OVER = select(_B.id).where(_B.state.in_((State.OPENED.value, State.VOID.value))).order_by(_B.id)
_TO_CLEAR = (
    select(_C.member_id)
    .where(_C.activation_id == bindparam("batch"), _C.code.is_not(None))
    .order_by(_C.member_id)
    .limit(bindparam("limit"))
)
_CLEAR = update(_CODES).where(_C.member_id == bindparam("member")).values(code=None)


def order(session: Session, prefecture: str, by: int, at: datetime) -> int:
    """Put a batch down, to be confirmed by a second person; returns its number. `prefecture` is empty for all."""
    values = {"asked_by": by, "prefecture": prefecture, "state": State.ASKED.value, "begun_at": at}
    number: int = session.execute(_NEW, values | {"reached": 0, "made": 0, "pin_failures": 0}).scalar_one()
    return number


def one(session: Session, number: int) -> Batch:
    """A batch. Raises StaleButton if no batch has this number."""
    return _batch(session, session.execute(_ONE, {"batch": number}).scalar_one_or_none())


def latest(session: Session, most: int) -> Sequence[Batch]:
    """The latest batches, the newest first."""
    return [_batch(session, row) for row in session.execute(_LATEST, {"most": most}).scalars()]


def begin(session: Session, number: int, at: datetime) -> bool:
    """Let it be made: a second person has confirmed it. Its codes end by this moment. False if it was begun before."""
    begun = update(_BATCHES).where(_B.id == number, _B.state == State.ASKED.value)
    return rows(session.execute(begun.values(state=State.MAKING.value, begun_at=at))) == 1


def making(session: Session) -> Sequence[int]:
    """The batches that are being made."""
    return session.execute(_MAKING).scalars().all()


def step(session: Session, number: int, at: datetime) -> int:
    """Make the codes of the next members, in place of those that they had; returns how many were looked at."""
    row = session.execute(_HELD, {"batch": number}).scalar_one_or_none()
    if row is None or row.state != State.MAKING.value:
        return 0
    found = session.execute(_NEXT, {"after": row.reached, "limit": EACH}).all()
    chosen = [one.id for one in found if not row.prefecture or one.prefecture == row.prefecture]
    until = _batch(session, row).until
    if chosen:
        session.execute(_FORMER, {"members": chosen})
        session.execute(insert(_CODES), [_made(member, number, until) for member in chosen])
    row.made += len(chosen)
    row.reached = found[-1].id if found else row.reached
    if len(found) < EACH:
        row.state, row.ready_at = State.READY.value, at
    return len(found) or 1


def lines(session: Session, number: int) -> Sequence[Line]:
    """All that is in its file, without those who need no letter any more. Only for a reading transaction: it opens
    every row.
    """
    found = session.execute(_WITH_CODES, {"batch": number})
    return [Line(row.member_no, row.name, row.prefecture, row.code, row.until) for row in found]


def to_clear(session: Session) -> Sequence[int]:
    """Members whose code nobody needs in clear any more: the file with it was opened, or is void."""
    found: list[int] = []
    for batch in session.execute(_OVER).scalars().all():
        found += session.execute(_TO_CLEAR, {"batch": batch, "limit": EACH * 4 - len(found)}).scalars()
    return found


def clear(session: Session, members: Sequence[int]) -> int:
    """Keep only the hashes of their codes."""
    session.execute(_CLEAR, [{"member": one} for one in members])
    return len(members)


def unopened(session: Session, now: datetime) -> Sequence[int]:
    """The batches whose file nobody has opened in time."""
    return session.execute(_OLD, {"before": now - KEPT}).scalars().all()


def void(session: Session, number: int) -> bool:
    """End a batch that nobody has opened: its codes are no good any more. False if it was opened or ended before."""
    ended = update(_BATCHES).where(_B.id == number, _B.state == State.READY.value)
    return rows(session.execute(ended.values(state=State.VOID.value, link_hash=None, pin_hash=None))) == 1


def _made(member: int, batch: int, until: datetime) -> Any:
    code = codes.written(secrets.randbelow(codes.DRAWS))
    values = {"activation_id": batch, "code_hash": hashed(code), "code": code, "until": until}
    return in_row(ActivationCode, member, values)


def _batch(session: Session, row: Any) -> Batch:
    if row is None:
        raise StaleButton
    opened = row.opened_at is not None and row.link_for is not None
    return Batch(
        id=row.id,
        asked_by=row.asked_by,
        prefecture=row.prefecture,
        state=State(row.state),
        made=row.made,
        begun_at=row.begun_at,
        ready_at=row.ready_at,
        opened_at=row.opened_at,
        opened_by=persons.name(session, row.link_for) if opened else "",
    )
