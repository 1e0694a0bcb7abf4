"""Doing what the rows of a members' file say: a member is added or changed."""

from collections import Counter
from datetime import datetime
from typing import cast

from sqlalchemy import Table, bindparam, insert, select
from sqlalchemy.orm import Session

from content.importing.report import Outcome
from content.rules import Rulebook
from storage.engine.base import cipher_of, in_row
from storage.engine.cipher import Cipher
from storage.engine.keyed import reserve
from storage.importing import staged
from storage.importing.staged import Rows
from storage.importing.writing import RecordChanged, mamis_keys, normal, write
from storage.people import persons
from storage.people.ids import MEMBER_NO
from storage.tables import Member

_MEMBERS = cast(Table, Member.__table__)
_NEW = insert(_MEMBERS)
_TAKEN = select(Member.id).where(
    Member.member_no_key.in_(bindparam("numbers", expanding=True))
    | Member.mamis_key.in_(bindparam("mamis", expanding=True))
)
_HELD = select(Member).where(Member.id.in_(bindparam("ids", expanding=True))).with_for_update(key_share=True)


def apply(session: Session, _number: int, rows: Rows, at: datetime, _rulebook: Rulebook) -> Counter[str]:
    """Add and change these members. Raises RecordChanged if the record is not as the report found it."""
    cipher = cipher_of(session.get_bind().dialect)
    new = [one for one in rows if one[1].outcome is Outcome.NEW]
    changed = [one for one in rows if one[1].outcome is Outcome.CHANGED]
    _add(session, cipher, new, at)
    _change(session, cipher, changed, at)
    return Counter({Outcome.NEW.value: len(new), Outcome.CHANGED.value: len(changed)})


def _add(session: Session, cipher: Cipher, rows: Rows, at: datetime) -> None:
    if not rows:
        return
    numbers = [cipher.finds(normal(plan.after["member_no"]), MEMBER_NO) for _, plan in rows]
    mamis = [mamis_keys(cipher, plan.after) for _, plan in rows]
    asked = {"numbers": [key for keys in numbers for key in keys], "mamis": [key for keys in mamis for key in keys]}
    reserve(session, cipher, [*asked["numbers"], *asked["mamis"]])
    if session.execute(_TAKEN, asked).first() is not None:
        raise RecordChanged("a member with one of these IDs is there now")
    ids = persons.several(session, len(rows))
    every = []
    for member, (_, plan), own, other in zip(ids, rows, numbers, mamis, strict=True):
        keys = {"member_no_key": own[0], "mamis_key": other[0] if other else None}
        every.append(in_row(Member, member, {**plan.after, **keys, "imported_at": at}))
    session.execute(_NEW, every)
    staged.brought(session, dict(zip((row for row, _ in rows), ids, strict=True)))


def _change(session: Session, cipher: Cipher, rows: Rows, at: datetime) -> None:
    if not rows:
        return
    found = {one.id: one for one in session.execute(_HELD, {"ids": [plan.member for _, plan in rows]}).scalars()}
    for _, plan in rows:
        member = found.get(plan.member or 0)
        if member is None or any(getattr(member, name) != value for name, value in plan.before.items()):
            raise RecordChanged("a member is not as the report says")
        write(session, cipher, member, plan.after, at)
