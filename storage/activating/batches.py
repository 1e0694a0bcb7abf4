"""Batches of activation letters: ordered, made in short steps, and what their file holds. How they end is in `ending`.

A step is one transaction: the codes of some members, sealed for the file and hashed for the log-in, and how far the
batch has come. So a process that dies leaves no code that is not in the file.
"""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Table, bindparam, delete, exists, func, insert, or_, select, update
from sqlalchemy.orm import Session

from content.activating import code as codes
from content.activating.batch import TENTHS, Batch, Line, Listed, State
from content.keys.activation_letters import LettersTold
from content.refusals import StaleButton
from storage.activating.hashing import hashed
from storage.engine.base import in_row
from storage.engine.statements import rows
from storage.people import persons
from storage.post import letters
from storage.tables import Activation, ActivationCode, ActivationRow, Chat, Member, Staff

EACH = 250
"""So many members are looked at in one step."""
_BATCHES, _CODES = cast(Table, Activation.__table__), cast(Table, ActivationCode.__table__)
_B, _C = _BATCHES.c, _CODES.c
_NEW = insert(_BATCHES).returning(_B.id)
_ONE = select(Activation).where(Activation.id == bindparam("batch")).execution_options(populate_existing=True)
_HELD = _ONE.with_for_update()
_LATEST = (
    select(Activation)
    .where(or_(Activation.ended_at.is_(None), Activation.ended_at > bindparam("since")))
    .order_by(Activation.id.desc())
    .limit(bindparam("most"))
)
_MAKING = select(_B.id).where(_B.state == State.MAKING.value).order_by(_B.id)
# who has no password yet, is logged in nowhere, and holds no role; whoever was erased has a password of nobody
UNLINKED = (
    Member.password_hash.is_(None),
    Member.ended_at.is_(None),
    ~exists().where(Chat.member_id == Member.id),
    ~exists().where(Staff.person_id == Member.id),
)
_MEMBERS = cast(Table, Member.__table__)
_NEXT = (
    select(Member.id, Member.id.label("place"), Member.prefecture)
    .where(Member.id > bindparam("after"), *UNLINKED)
    .order_by(Member.id)
    .limit(bindparam("limit"))
    .with_for_update(key_share=True, of=_MEMBERS)
)
_NEXT_LISTED = (
    select(Member.id, ActivationRow.line.label("place"))
    .join(ActivationRow, ActivationRow.member_id == Member.id)
    .where(ActivationRow.activation_id == bindparam("batch"), ActivationRow.line > bindparam("after"))
    .where(ActivationRow.why == "", *UNLINKED)
    .order_by(ActivationRow.line)
    .limit(bindparam("limit"))
    .with_for_update(key_share=True, of=_MEMBERS)
)
_LAST = select(func.max(Member.id))
_LAST_LINE = select(func.max(ActivationRow.line)).where(ActivationRow.activation_id == bindparam("batch"))
_FORMER = delete(_CODES).where(_C.member_id.in_(bindparam("members", expanding=True)))
_IN_FILE = (ActivationCode.activation_id == bindparam("batch"), ActivationCode.code.is_not(None), *UNLINKED)
_WITH_CODES = (
    select(ActivationCode.code, ActivationCode.until, Member.member_no, Member.name, Member.prefecture)
    .join(Member, Member.id == ActivationCode.member_id)
    .where(*_IN_FILE)
    .order_by(Member.id)
)
_ANY = select(Member.id).join(ActivationCode, Member.id == ActivationCode.member_id).where(*_IN_FILE).limit(1)


def order(session: Session, prefecture: str, by: int, at: datetime) -> int:
    """Put a batch down, to be confirmed by a second person; returns its number. `prefecture` is empty for all."""
    return _new(session, {"asked_by": by, "prefecture": prefecture, "state": State.ASKED.value, "begun_at": at})


def order_for_list(session: Session, digest: str, file: int, by: int, at: datetime) -> int:
    """Put down a batch for the members of a file that is on record; the clock reads it."""
    about = {"digest": digest, "file_id": file, "prefecture": "", "state": State.READING.value}
    return _new(session, {"asked_by": by, "begun_at": at, **about})


def ask(session: Session, number: int, by: int, at: datetime) -> bool:
    """Let a second person confirm a batch whose list was read. False if it is another's, or was asked before."""
    listed = update(_BATCHES).where(_B.id == number, _B.asked_by == by, _B.state == State.LISTED.value, _B.people > 0)
    return rows(session.execute(listed.values(state=State.ASKED.value, begun_at=at))) == 1


def one(session: Session, number: int) -> Batch:
    """A batch. Raises StaleButton if no batch has this number."""
    return _batch(session, session.execute(_ONE, {"batch": number}).scalar_one_or_none())


def hold(session: Session, number: int) -> None:
    """Lock it for the transaction: it may end at this moment."""
    session.execute(_HELD, {"batch": number}).scalar_one_or_none()


def latest(session: Session, most: int, since: datetime) -> Sequence[Batch]:
    """The latest batches, the newest first, without those that ended before `since`."""
    found = session.execute(_LATEST, {"most": most, "since": since}).scalars()
    return [_batch(session, row) for row in found]


def begin(session: Session, number: int, at: datetime) -> bool:
    """Let it be made: a second person has confirmed it. Its codes end by this moment. False if it was begun before."""
    row = session.execute(_HELD, {"batch": number}).scalar_one_or_none()
    if row is None or row.state != State.ASKED.value:
        return False
    row.total = session.execute(_LAST_LINE if row.digest else _LAST, {"batch": number}).scalar_one() or 0
    row.state, row.begun_at, row.reached = State.MAKING.value, at, 0
    return True


def making(session: Session) -> Sequence[int]:
    """The batches that are being made."""
    return session.execute(_MAKING).scalars().all()


def step(session: Session, number: int, at: datetime) -> int:
    """Make the codes of the next members, in place of those that they had; returns how many were looked at. At each
    tenth, and in the end, who asked is told.
    """
    row = session.execute(_HELD, {"batch": number}).scalar_one_or_none()
    if row is None or row.state != State.MAKING.value:
        return 0
    asked = {"batch": number, "after": row.reached, "limit": EACH}
    found = session.execute(_NEXT_LISTED if row.digest else _NEXT, asked).all()
    chosen = [one.id for one in found if not row.prefecture or one.prefecture == row.prefecture]
    until = _batch(session, row).until
    if chosen:
        session.execute(_FORMER, {"members": chosen})
        session.execute(insert(_CODES), [_made(member, number, until) for member in chosen])
    row.made += len(chosen)
    row.reached = found[-1].place if found else row.reached
    if len(found) < EACH:
        row.state, row.ready_at, row.reached = State.READY.value, at, max(row.total, row.reached)
        tell(session, row, at)
    elif row.total and (tenths := TENTHS * row.reached // row.total) > row.told:
        row.told = tenths
        tell(session, row, at, tenths)
    return len(found) or 1


def lines(session: Session, number: int) -> Sequence[Line]:
    """All that is in its file, without those who need no letter any more. Only for a reading transaction: it opens
    every row.
    """
    found = session.execute(_WITH_CODES, {"batch": number})
    return [Line(row.member_no, row.name, row.prefecture, row.code, row.until) for row in found]


def holds_any(session: Session, number: int) -> bool:
    """Whether anything is in its file."""
    return session.execute(_ANY, {"batch": number}).first() is not None


def tell(session: Session, row: Activation, at: datetime, tenths: int = 0) -> None:
    """Let who asked for this batch hear how far it is."""
    key = LettersTold(row.id, row.state, tenths)
    letters.put(session, member_id=row.asked_by, key=key, slot="1", at=at)


def _new(session: Session, values: dict[str, object]) -> int:
    number: int = session.execute(_NEW, values | {"reached": 0, "made": 0, "pin_failures": 0}).scalar_one()
    return number


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
        asker=persons.name(session, row.asked_by),
        listed=Listed(row.digest, row.people, row.refused) if row.digest else None,
        done=row.reached,
        total=row.total,
        fault=row.fault,
        ended_at=row.ended_at,
    )
