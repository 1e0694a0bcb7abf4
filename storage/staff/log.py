"""The log of what staff do: who, when, on whom, why, before and after. Rows are only ever added.

A body is sealed under a key of the member concerned, so that erasing the member's key makes it unreadable. A keyed hash
over the ciphertext chains the rows, so the chain survives an erasure. The erasure is an act of the log itself: a body
that can't be read, and that no erasure explains, shows that somebody touched the keys. Heads of the chain (see Head)
are also kept outside the database.
"""

import hashlib
import hmac
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, func, insert, select
from sqlalchemy.orm import Session

from storage.engine.base import in_row
from storage.engine.cipher import KEY_BYTES, Cipher, OneKey, Unreadable
from storage.engine.statements import insert_new, rows, run
from storage.tables import MemberKey, StaffAct

HEAD = "staff_log_head"
"""The key of Session.info under which the head is left after an act was written."""

PURPOSE = "staff log"
ERASE_KEY = "erase_key"
"""The act that tells that a member's key was erased: it explains why no body before it can be read."""

# the number of the lock is "tani" in ASCII: any number that no other lock of the database uses would do
_TURN = select(func.pg_advisory_xact_lock(0x7461_6E69))
# numbers begin at 1; the condition makes sure that the planners go by the key, from its end
_LAST = select(StaffAct.number, StaffAct.mac).where(StaffAct.number > 0).order_by(StaffAct.number.desc()).limit(1)
_ERASE = delete(MemberKey).where(MemberKey.member_id == bindparam("member"))
_KEY = select(MemberKey.key).where(MemberKey.member_id == bindparam("member"))
_NEW_KEY = insert_new(MemberKey)
_WRITE = insert(StaffAct)
_READ = (
    select(StaffAct, MemberKey.key)
    .outerjoin(MemberKey, MemberKey.member_id == func.coalesce(StaffAct.member_id, StaffAct.staff_id))
    .order_by(StaffAct.number.desc())
)


class Head(NamedTuple):
    """The end of the log at some moment: the number of the last act (so also how many there are), and its mac."""

    number: int
    mac: str


@dataclass(frozen=True)
class LogLine:
    """An act. Without `staff_id` the operator did it. Not `readable`: the member's key was erased, so `why`, `before`
    and `after` are lost.
    """

    number: int
    at: datetime
    staff_id: int | None
    member_id: int | None
    act: str
    readable: bool
    why: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]


def write(
    session: Session,
    cipher: Cipher,
    *,
    staff_id: int | None,
    member_id: int | None,
    act: str,
    why: str,
    before: Mapping[str, object],
    after: Mapping[str, object],
    at: datetime,
) -> Head:
    """Add an act at the end, in the transaction of the act itself. The new head is left in session.info[HEAD].

    Call it last: on PostgreSQL, writers take turns from here to the end of their transactions. `before` and `after`
    hold JSON values. Raises ValueError for an act without staff and member.
    """
    owner = member_id if member_id is not None else staff_id
    if owner is None:
        raise ValueError("an act without staff and member has no key to be sealed under")
    _wait_for_turn(session)
    last = head(session)
    number, previous = last.number + 1, last.mac
    body = _seal(_key(session, owner), number, {"why": why, "before": dict(before), "after": dict(after)})
    sealed = seal_of(cipher.derive(PURPOSE), previous, number, at, staff_id, member_id, act, body)
    row = {"number": number, "at": at, "staff_id": staff_id, "member_id": member_id, "act": act}
    session.execute(_WRITE, row | {"body": body, "mac": sealed})
    session.info[HEAD] = Head(number, sealed)
    return Head(number, sealed)


def head(session: Session) -> Head:
    """The end of the log as it stands; number 0 and an empty mac if nothing was ever written."""
    last = session.execute(_LAST).one_or_none()
    return Head(0, "") if last is None else Head(last.number, last.mac)


def read(session: Session, *, member_id: int | None = None, below: int | None = None, limit: int = 50) -> list[LogLine]:
    """The acts, the latest first. `member_id`: only those on this member. `below`: only those with a lower number."""
    statement = _READ if member_id is None else _READ.where(StaffAct.member_id == member_id)
    if below is not None:
        statement = statement.where(StaffAct.number < below)
    return [_entry(act, key) for act, key in session.execute(statement.limit(limit))]


def one(session: Session, member_id: int, number: int) -> LogLine | None:
    """The act on this member with this number; None if the log has none."""
    found = read(session, member_id=member_id, below=number + 1, limit=1)
    return found[0] if found and found[0].number == number else None


def erase_key(
    session: Session, cipher: Cipher, *, staff_id: int | None, member_id: int, why: str, at: datetime
) -> Head:
    """Make what the log has said of a member unreadable for ever, and put this down as an act. The chain stays whole.

    The act itself, and every later one on this member, is sealed under a new key. Whoever destroys a key calls this.
    """
    # before the key is touched: a writer that has its turn may be waiting for this key's row
    _wait_for_turn(session)
    held = rows(session.execute(_ERASE, {"member": member_id})) == 1
    return write(
        session,
        cipher,
        staff_id=staff_id,
        member_id=member_id,
        act=ERASE_KEY,
        why=why,
        before={"key": held},
        after={"key": False},
        at=at,
    )


def seal_of(
    key: bytes,
    previous: str,
    number: int,
    at: datetime,
    staff_id: int | None,
    member_id: int | None,
    act: str,
    body: bytes,
) -> str:
    """The mac (64 hex digits) of a row. `previous` is the mac of the row before it."""
    said = [previous, number, at.astimezone(UTC).isoformat(), staff_id, member_id, act, body.hex()]
    return hmac.new(key, json.dumps(said).encode(), hashlib.sha256).hexdigest()


def _wait_for_turn(session: Session) -> None:
    if session.get_bind().dialect.name == "postgresql":
        session.execute(_TURN)


def _key(session: Session, member_id: int) -> bytes:
    # a member that has a key keeps it: the insert then writes nothing
    run(session, _NEW_KEY, in_row(MemberKey, member_id, {"key": os.urandom(KEY_BYTES)}))
    return session.execute(_KEY, {"member": member_id}).scalar_one()


def _seal(key: bytes, number: int, body: object) -> bytes:
    return OneKey(key).seal(json.dumps(body, ensure_ascii=False).encode(), _about(number))


def body_of(key: bytes, number: int, body: bytes) -> dict[str, Any] | None:
    """What stands in the body of this act: why, before and after. None if the key, which may be empty, does not open
    it: after an erasure, a new act makes a new key.
    """
    if not key:
        return None
    try:
        plain = OneKey(key).open(body, _about(number))
    except Unreadable:
        return None
    found: dict[str, Any] = json.loads(plain)
    return found


def _entry(row: StaffAct, key: bytes | None) -> LogLine:
    body = body_of(key or b"", row.number, row.body)
    said = body or {"why": "", "before": {}, "after": {}}
    return LogLine(row.number, row.at, row.staff_id, row.member_id, row.act, body is not None, **said)


def _about(number: int) -> str:
    return f"staff_acts.body:{number}"
