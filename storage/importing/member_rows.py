"""Doing what the rows of a members' file say: a member is added or changed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, union_all
from sqlalchemy.orm import Session

from content.importing.report import Outcome, Planned
from content.rules import Rulebook
from storage.engine.base import cipher_of
from storage.engine.cipher import Cipher
from storage.engine.keyed import reserve
from storage.engine.shut import shut_row, shut_table
from storage.importing import staged
from storage.importing.staged import Rows
from storage.importing.writing import RecordChanged, mamis_keys, normal, write
from storage.people import persons
from storage.people.ids import MEMBER_NO
from storage.tables import Member

_NEW = insert(shut_table(Member))
_TAKEN = union_all(  # an OR of both may go through all members
    select(Member.id).where(Member.member_no_key.in_(bindparam("numbers", expanding=True))),
    select(Member.id).where(Member.mamis_key.in_(bindparam("mamis", expanding=True))),
)
_HELD = select(Member).where(Member.id.in_(bindparam("ids", expanding=True))).with_for_update(key_share=True)


@dataclass(frozen=True)
class New:
    """A member to be added: the row of the report, the keyed hashes of both IDs, and the columns."""

    row: int
    numbers: Sequence[str]
    mamis: Sequence[str]
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Ready:
    """What rows do. `sealed`: the columns of the new members if the first gets the number that was `expected`, and each
    following one the next. To seal them takes longer than to write them.
    """

    new: Sequence[New]
    changed: Rows
    expected: int | None
    sealed: Sequence[dict[str, Any]]


def ready(session: Session, rows: Rows) -> Ready:
    """Work out what can be told before these members are added and changed."""
    cipher, expected = cipher_of(session.get_bind().dialect), persons.expected(session)
    new = [_new(cipher, row, plan) for row, plan in rows if plan.outcome is Outcome.NEW]
    sealed = [] if expected is None else _sealed(cipher, new, range(expected, expected + len(new)))
    return Ready(new, [one for one in rows if one[1].outcome is Outcome.CHANGED], expected, sealed)


def apply(session: Session, _number: int, ready: Ready, at: datetime, _rulebook: Rulebook) -> Counter[str]:
    """Add and change these members. Raises RecordChanged if the record is not as the report found it."""
    cipher = cipher_of(session.get_bind().dialect)
    _add(session, cipher, ready, at)
    _change(session, cipher, ready.changed, at)
    return Counter({Outcome.NEW.value: len(ready.new), Outcome.CHANGED.value: len(ready.changed)})


def _new(cipher: Cipher, row: int, plan: Planned) -> New:
    numbers, mamis = cipher.finds(normal(plan.after["member_no"]), MEMBER_NO), mamis_keys(cipher, plan.after)
    keys = {"member_no_key": numbers[0], "mamis_key": mamis[0] if mamis else None}
    return New(row, numbers, mamis, {**plan.after, **keys})


def _sealed(cipher: Cipher, new: Sequence[New], ids: Sequence[int]) -> list[dict[str, Any]]:
    return [shut_row(cipher, Member, id_, one.values) for id_, one in zip(ids, new, strict=True)]


def _add(session: Session, cipher: Cipher, ready: Ready, at: datetime) -> None:
    new = ready.new
    if not new:
        return
    asked = {"numbers": [key for one in new for key in one.numbers], "mamis": [key for one in new for key in one.mamis]}
    reserve(session, cipher, [*asked["numbers"], *asked["mamis"]])
    if session.execute(_TAKEN, asked).first() is not None:
        raise RecordChanged("a member with one of these IDs is there now")
    ids = persons.several(session, len(new))
    sealed = ready.sealed if ids[0] == ready.expected else _sealed(cipher, new, ids)
    session.execute(_NEW, [{**one, "imported_at": at} for one in sealed])
    staged.brought(session, dict(zip((one.row for one in new), ids, strict=True)))


def _change(session: Session, cipher: Cipher, rows: Rows, at: datetime) -> None:
    if not rows:
        return
    found = {one.id: one for one in session.execute(_HELD, {"ids": [plan.member for _, plan in rows]}).scalars()}
    for _, plan in rows:
        member = found.get(plan.member or 0)
        if member is None or any(getattr(member, name) != value for name, value in plan.before.items()):
            raise RecordChanged("a member is not as the report says")
        write(session, cipher, member, plan.after, at)
