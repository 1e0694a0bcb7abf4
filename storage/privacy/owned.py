"""Which rows of a table are one member's, by the registry of personal data."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Table, and_, bindparam, or_, select
from sqlalchemy.orm import Session

from content.access import login_id
from storage import tables  # noqa: F401  # the tables are in the metadata once they are imported
from storage.engine.base import Base
from storage.engine.cipher import Cipher
from storage.people import guards
from storage.privacy.registry import HOLDINGS
from storage.tables import Chat, Guard, Member

PERSONS = frozenset({"members", "people"})
_ME: BindParameter[int] = bindparam("member")
_WHO = select(Member.member_no, Member.one_time_key).where(Member.id == _ME)
_TELEGRAM = select(Chat.telegram_id).where(Chat.member_id == _ME)


def owned_tables() -> Iterator[Table]:
    """The tables that have rows of members, in the order of their keys: what leads to a row comes after it."""
    return (table for table in Base.metadata.sorted_tables if HOLDINGS[table.name].owner)


def theirs(table: Table, gates: Sequence[guards.Gate] = ()) -> ColumnElement[bool]:
    """That a row of this table is of the member with the number `member`, a parameter of the statement.

    The counters of failures are found by the keyed hashes of `gates`, all other rows by keys that lead to the member.
    """
    if table.name == Guard.__tablename__:
        return or_(*(and_(Guard.scope == one.scope, Guard.key.in_(one.keys)) for one in gates))
    owner = table.c[HOLDINGS[table.name].owner]
    if table.name in PERSONS:
        return owner == _ME
    (reference,) = owner.foreign_keys
    if reference.column.table.name in PERSONS:
        return owner == _ME
    return owner.in_(select(reference.column).where(theirs(reference.column.table)))


def gates_of(session: Session, cipher: Cipher, member_id: int) -> Sequence[guards.Gate]:
    """Every counter of failures of this member: for the ID, for the Telegram user of the chat, for both together, for a
    one-time code, and for the codes of trainings. Raises NoResultFound.
    """
    who = session.execute(_WHO, {"member": member_id}).one()
    guarded = login_id.read(who.member_no).text
    telegram = session.execute(_TELEGRAM, {"member": member_id}).scalar_one_or_none()
    by_member = (guards.of_id(cipher, guarded), guards.Gate("checkin", cipher.finds(str(member_id), "guards.checkin")))
    if telegram is None:
        return by_member
    tried = guards.attempt(cipher, int(telegram), guarded, code_key=who.one_time_key or "")
    looks = guards.Gate("verify", cipher.finds(telegram, "guards.person"))
    return (*by_member, tried.person, tried.pair, looks, *([tried.code] if tried.code else []))


def me(member_id: int) -> Mapping[str, Any]:
    """The parameters of a statement with `theirs`."""
    return {"member": member_id}
