"""The roles of staff: who holds which, since when, and given by whom."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from enum import Enum
from typing import Any

from sqlalchemy import bindparam, delete, select
from sqlalchemy.orm import Session, aliased

from content.staff.rights import Holder, Holding, Role
from storage.engine.statements import insert_new, run
from storage.tables import Member, Staff

ROLES = tuple(role.value for role in Role)
_ROLES = select(Staff.role).where(Staff.member_id == bindparam("member_id"))
_HOLDERS = select(Staff.member_id).where(Staff.role == bindparam("role")).order_by(Staff.member_id)
# locked, so that of two owners who take each other's role at the same moment the second one sees what the first did
_HELD = select(Staff.member_id).where(Staff.role == bindparam("role")).order_by(Staff.member_id).with_for_update()
_NEW = insert_new(Staff)
_TAKE = delete(Staff).where(Staff.member_id == bindparam("member"), Staff.role == bindparam("name"))
_GIVER = aliased(Member)
_EVERYBODY = (
    select(Member.id, Member.name, Member.member_no, Staff.role, Staff.granted_at, _GIVER.name.label("giver"))
    .join(Staff, Member.id == Staff.member_id)
    .outerjoin(_GIVER, _GIVER.id == Staff.granted_by)
    .order_by(Staff.granted_at, Staff.member_id, Staff.role)
)
_MEMBER = select(Member.name, Member.member_no).where(Member.id == bindparam("member"))


class Taken(Enum):
    """What came of taking a role."""

    DONE = "done"
    NOT_HELD = "not held"
    LAST_OWNER = "the last owner"


def roles(session: Session, member_id: int) -> frozenset[str]:
    """The roles that a member holds."""
    return frozenset(session.execute(_ROLES, {"member_id": member_id}).scalars())


def holders(session: Session, role: str) -> Sequence[int]:
    """The members who hold a role."""
    return session.execute(_HOLDERS, {"role": role}).scalars().all()


def everybody(session: Session) -> tuple[Holder, ...]:
    """All who hold a role, the one who has held a role for the longest time first."""
    people: dict[int, Holder] = {}
    for row in session.execute(_EVERYBODY):
        known = people.get(row.id, Holder(row.id, row.name, row.member_no, ()))
        people[row.id] = replace(known, holdings=(*known.holdings, _holding(row)))
    return tuple(people.values())


def holder(session: Session, member_id: int) -> Holder:
    """A member with the roles held, which may be none; raises NoResultFound."""
    name, member_no = session.execute(_MEMBER, {"member": member_id}).one()
    rows = session.execute(_EVERYBODY.where(Staff.member_id == member_id))
    return Holder(member_id, name, member_no, tuple(map(_holding, rows)))


def grant(session: Session, member_id: int, role: str, at: datetime, by: int | None = None) -> bool:
    """Give a role; False if it is held already. Raises ValueError for a role that does not exist."""
    if role not in ROLES:
        raise ValueError(f"no such role: {role} (there are: {', '.join(ROLES)})")
    return run(session, _NEW, {"member_id": member_id, "role": role, "granted_at": at, "granted_by": by}) == 1


def take(session: Session, member_id: int, role: str, *, last_too: bool = False) -> Taken:
    """Take a role away. The role owner of the last owner stays, for nobody could give it again in the chat;
    `last_too`: it does not.
    """
    held = session.execute(_HELD, {"role": role}).scalars().all()
    if member_id not in held:
        return Taken.NOT_HELD
    if role == Role.OWNER.value and len(held) == 1 and not last_too:
        return Taken.LAST_OWNER
    session.execute(_TAKE, {"member": member_id, "name": role})
    return Taken.DONE


def _holding(row: Any) -> Holding:
    """A row of _EVERYBODY."""
    return Holding(Role(row.role), row.granted_at, row.giver or "")
