"""Taking an import of members back, row by row, the last one first.

A member whom the import brought is removed, unless something on record leads to the member by now: a log-in, a role, a
line in the log of staff. A member whom it changed gets the former values. Whoever was changed since stays as it is.
What can't be taken back is counted as kept.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import cast

from sqlalchemy import Table, bindparam, delete, select, union
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from content.importing.report import KEPT, TAKEN_BACK, Outcome, Values
from storage.engine.base import cipher_of
from storage.engine.cipher import Cipher
from storage.importing import staged
from storage.importing.staged import Rows
from storage.importing.writing import RecordChanged, write
from storage.tables import Member, MemberKey, Staff

_MEMBERS = cast(Table, Member.__table__)
_HELD = (
    select(Member)
    .where(Member.id.in_(bindparam("ids", expanding=True)))
    .with_for_update(key_share=True)
    .execution_options(populate_existing=True)
)
# These lead to the person, whose row stays, so the database itself does not refuse to remove the member. Whoever has
# logged in has rows that lead to the member, and whoever the log of staff tells of has a key.
_ACTED_ON = union(
    select(Staff.person_id).where(Staff.person_id.in_(bindparam("ids", expanding=True))),
    select(MemberKey.member_id).where(MemberKey.member_id.in_(bindparam("ids", expanding=True))),
)
_REMOVE = delete(_MEMBERS).where(_MEMBERS.c.id.in_(bindparam("ids", expanding=True)))


def take_back(session: Session, _number: int, rows: Rows, at: datetime) -> Counter[str]:
    """Take back what these rows did, and say how many were and how many are kept."""
    ours = [one for one in rows if one[1].outcome in (Outcome.NEW, Outcome.CHANGED)]
    ids = [plan.member for _, plan in ours if plan.member is not None]
    found = {one.id: one for one in session.execute(_HELD, {"ids": ids}).scalars()} if ids else {}
    known = [(plan, found[plan.member]) for _, plan in ours if plan.member in found]
    as_left = [(plan, member) for plan, member in known if _has(member, plan.after)]
    done = _removed(session, _untouched(session, [one.id for plan, one in as_left if plan.outcome is Outcome.NEW]))
    cipher = cipher_of(session.get_bind().dialect)
    for plan, member in as_left:
        if plan.outcome is Outcome.CHANGED:
            done += _former(session, cipher, member, plan.before, at)
    return Counter({TAKEN_BACK: done, KEPT: len(ours) - done})


def _has(member: Member, values: Values) -> bool:
    return all(getattr(member, name) == value for name, value in values.items())


def _former(session: Session, cipher: Cipher, member: Member, before: Values, at: datetime) -> int:
    try:
        write(session, cipher, member, before, at)
    except RecordChanged:  # somebody else has the former MAMIS ID now
        return 0
    return 1


def _untouched(session: Session, members: Sequence[int]) -> list[int]:
    """Those to whom no role and no line in the log of staff leads."""
    acted_on = set(session.execute(_ACTED_ON, {"ids": members}).scalars()) if members else set()
    return [one for one in members if one not in acted_on]


def _removed(session: Session, members: Sequence[int]) -> int:
    """Remove these members; returns how many. If one of them can't be removed, each is tried alone.

    The number of the person stays, so that it is never given to somebody else.
    """
    if not members:
        return 0
    try:
        with session.begin_nested():
            staged.forget(session, members)
            session.execute(_REMOVE, {"ids": members})
    except IntegrityError:
        if len(members) == 1:
            return 0
        return sum(_removed(session, [one]) for one in members)
    return len(members)
