"""The log of what staff do: who, when, on whom, why, before and after. Rows are only ever added.

A body is sealed under a key of the member concerned, so that erasing him erases what it says. A keyed hash chains the
rows over that ciphertext, and so outlives the erasing. Heads of the chain are kept outside too: see Head.
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

from storage.engine.cipher import KEY_BYTES, Cipher, OneKey, Unreadable
from storage.engine.statements import insert_new, run
from storage.tables import MemberKey, StaffAct

HEAD = "staff_log_head"
"""Where in Session.info the head stands after an act was written."""

PURPOSE = "staff log"
_TURN = select(func.pg_advisory_xact_lock(0x7461_6E69))
_LAST = select(StaffAct.number, StaffAct.mac).order_by(StaffAct.number.desc()).limit(1)
_KEY = select(MemberKey.key).where(MemberKey.member_id == bindparam("member"))
_NEW_KEY = insert_new(MemberKey)
_WRITE = insert(StaffAct)
_READ = (
    select(StaffAct, MemberKey.key)
    .outerjoin(MemberKey, MemberKey.member_id == func.coalesce(StaffAct.member_id, StaffAct.staff_id))
    .order_by(StaffAct.number.desc())
)


class Head(NamedTuple):
    """The end of the log at some moment: the last act's number, which is how many there were, and its mac."""

    number: int
    mac: str


@dataclass(frozen=True)
class LogLine:
    """An act. No `staff_id`: the operator's. Not `readable`: the member's key was erased, and why, before and after
    with it.
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
    """Add an act at the end, in the transaction of the act itself; its head is left in session.info[HEAD].

    On PostgreSQL writers take turns from here to the end of their transactions: write it last. `before` and `after`
    are made of what JSON knows. Raises ValueError for an act of nobody on nobody.
    """
    owner = member_id if member_id is not None else staff_id
    if owner is None:
        raise ValueError("an act without staff and member has no key to be sealed under")
    if session.get_bind().dialect.name == "postgresql":
        session.execute(_TURN)
    last = session.execute(_LAST).one_or_none()
    number, previous = (1, "") if last is None else (last.number + 1, last.mac)
    body = _seal(_key(session, owner), number, {"why": why, "before": dict(before), "after": dict(after)})
    sealed = seal_of(cipher.derive(PURPOSE), previous, number, at, staff_id, member_id, act, body)
    row = {"number": number, "at": at, "staff_id": staff_id, "member_id": member_id, "act": act}
    session.execute(_WRITE, row | {"body": body, "mac": sealed})
    head = Head(number, sealed)
    session.info[HEAD] = head
    return head


def read(session: Session, *, member_id: int | None = None, below: int | None = None, limit: int = 50) -> list[LogLine]:
    """The latest acts first: of all, or those that concern one member; those numbered `below` one seen before."""
    statement = _READ if member_id is None else _READ.where(StaffAct.member_id == member_id)
    if below is not None:
        statement = statement.where(StaffAct.number < below)
    return [_entry(act, key) for act, key in session.execute(statement.limit(limit))]


def erase_key(session: Session, member_id: int) -> None:
    """Make unreadable for ever what the log says of a member; the chain stands."""
    session.execute(delete(MemberKey).where(MemberKey.member_id == member_id))


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
    """The mac of a row that follows one with the mac `previous`: 64 hex digits."""
    said = [previous, number, at.astimezone(UTC).isoformat(), staff_id, member_id, act, body.hex()]
    return hmac.new(key, json.dumps(said).encode(), hashlib.sha256).hexdigest()


def _key(session: Session, member_id: int) -> bytes:
    run(session, _NEW_KEY, {"member_id": member_id, "key": os.urandom(KEY_BYTES)})
    return session.execute(_KEY, {"member": member_id}).scalar_one()


def _seal(key: bytes, number: int, body: object) -> bytes:
    return OneKey(key).seal(json.dumps(body, ensure_ascii=False).encode(), _about(number))


def _entry(row: StaffAct, key: bytes | None) -> LogLine:
    body = _open(key, row) if key is not None else {}
    why, before, after = body.get("why", ""), body.get("before", {}), body.get("after", {})
    return LogLine(row.number, row.at, row.staff_id, row.member_id, row.act, bool(body), why, before, after)


def _open(key: bytes, row: StaffAct) -> dict[str, Any]:
    """The body, or nothing: an act after the erasing makes a new key, which does not open what stood before it."""
    try:
        plain = OneKey(key).open(row.body, _about(row.number))
    except Unreadable:
        return {}
    body: dict[str, Any] = json.loads(plain)
    return body


def _about(number: int) -> str:
    return f"staff_acts.body:{number}"
