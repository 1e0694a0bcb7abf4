"""The members of whom an export told, and the random texts by which their credits are known."""

import secrets
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, cast

from sqlalchemy import Table, bindparam, delete, func, select
from sqlalchemy.orm import Session

from storage.engine.statements import insert_new, run
from storage.tables import ExportKey, ExportMember

SPAN = 4_000_000
"""The most members of a record: an export's number times this, and the member's number, is the number of the row."""
_MEMBERS = cast(Table, ExportMember.__table__)
_NEW_MEMBER, _NEW_KEY = insert_new(ExportMember), insert_new(ExportKey)
_AMONG = select(_MEMBERS.c.member_id).where(
    _MEMBERS.c.id.between(bindparam("first"), bindparam("last")), _MEMBERS.c.stands
)
_OF_MEMBER = select(_MEMBERS.c.id).where(_MEMBERS.c.member_id == bindparam("member")).order_by(_MEMBERS.c.id)
_TOKENS = select(ExportKey.member_id, ExportKey.token).where(
    ExportKey.member_id.between(bindparam("first"), bindparam("last"))
)
_LAST = select(func.max(_MEMBERS.c.id)).where(_MEMBERS.c.id.between(bindparam("first"), bindparam("last")))
_REMOVE = delete(_MEMBERS).where(_MEMBERS.c.id.between(bindparam("first"), bindparam("last")))


def among(session: Session, number: int, first: int, last: int) -> frozenset[int]:
    """The members who had credits in the scope of this export, of those with these row numbers (both included)."""
    values = {"first": number * SPAN + first, "last": number * SPAN + last}
    return frozenset(session.execute(_AMONG, values).scalars())


def add(session: Session, number: int, standing: Collection[int], told: Iterable[int]) -> None:
    """These members have credits in the scope of this export, and it tells of those."""
    every: list[Mapping[str, Any]] = [
        {"id": number * SPAN + one, "member_id": one, "stands": one in standing} for one in sorted({*standing, *told})
    ]
    if every:
        run(session, _NEW_MEMBER, every)


def tokens(session: Session, first: int, last: int) -> dict[int, str]:
    """The random texts of the members with these row numbers, as far as they have one."""
    return {row.member_id: row.token for row in session.execute(_TOKENS, {"first": first, "last": last})}


def new_token() -> str:
    """A text that nobody can guess, of 128 bits."""
    return secrets.token_hex(16)


def keep_tokens(session: Session, members: Mapping[int, str]) -> None:
    every: list[Mapping[str, Any]] = [{"member_id": one, "token": token} for one, token in members.items()]
    if every:
        run(session, _NEW_KEY, every)


def exports_of(session: Session, member_id: int) -> Sequence[int]:
    """The exports that told of this member, as far as that is kept."""
    return [row // SPAN for row in session.execute(_OF_MEMBER, {"member": member_id}).scalars()]


def remove(session: Session, number: int, count: int) -> bool:
    """Forget some of the last members of an export: those in a range of `count` row numbers. False if none is left."""
    first = number * SPAN
    last = session.execute(_LAST, {"first": first, "last": first + SPAN - 1}).scalar_one_or_none()
    if last is None:
        return False
    session.execute(_REMOVE, {"first": max(first, last - count + 1), "last": last})
    return True
