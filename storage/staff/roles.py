"""The roles of staff: who holds which, since when, and given by whom."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import Enum
from typing import Any

from sqlalchemy import bindparam, delete, select
from sqlalchemy.orm import Session

from content.staff.rights import Holder, Holding, Role
from storage.engine.statements import insert_new, run
from storage.people import persons
from storage.tables import Member, Staff, StaffAccount

ROLES = tuple(role.value for role in Role)
_ROLES = select(Staff.role).where(Staff.person_id == bindparam("person"))
_HOLDERS = select(Staff.person_id).where(Staff.role == bindparam("role")).order_by(Staff.person_id)
# locked, so that of two owners who take each other's role at the same moment the second one sees what the first did
_HELD = select(Staff.person_id).where(Staff.role == bindparam("role")).order_by(Staff.person_id).with_for_update()
_NEW = insert_new(Staff)
_TAKE = delete(Staff).where(Staff.person_id == bindparam("person"), Staff.role == bindparam("name"))
_EVERYBODY = select(Staff.person_id, Staff.role, Staff.granted_at, Staff.granted_by).order_by(
    Staff.granted_at, Staff.person_id, Staff.role
)
_ACCOUNTS = select(StaffAccount.id).order_by(StaffAccount.id)
_MEMBER_NO = select(Member.member_no).where(Member.id == bindparam("person"))


class Taken(Enum):
    """What came of taking a role."""

    DONE = "done"
    NOT_HELD = "not held"
    LAST_OWNER = "the last owner"


def roles(session: Session, person_id: int) -> frozenset[str]:
    """The roles that a person holds."""
    return frozenset(session.execute(_ROLES, {"person": person_id}).scalars())


def holders(session: Session, role: str) -> Sequence[int]:
    """The people who hold a role."""
    return session.execute(_HOLDERS, {"role": role}).scalars().all()


def everybody(session: Session) -> tuple[Holder, ...]:
    """All who hold a role, the one who has held a role for the longest time first; then the staff accounts without."""
    held: dict[int, list[Any]] = {}
    for row in session.execute(_EVERYBODY):
        held.setdefault(row.person_id, []).append(row)
    for (person,) in session.execute(_ACCOUNTS):
        held.setdefault(person, [])
    return tuple(_holder(session, person, rows) for person, rows in held.items())


def holder(session: Session, person_id: int) -> Holder:
    """A member or a staff account with the roles held, which may be none; raises NoResultFound."""
    return _holder(session, person_id, session.execute(_EVERYBODY.where(Staff.person_id == person_id)).all())


def grant(session: Session, person_id: int, role: str, at: datetime, by: int | None = None) -> bool:
    """Give a role; False if it is held already. Raises ValueError for a role that does not exist."""
    if role not in ROLES:
        raise ValueError(f"no such role: {role} (there are: {', '.join(ROLES)})")
    return run(session, _NEW, {"person_id": person_id, "role": role, "granted_at": at, "granted_by": by}) == 1


def take(session: Session, person_id: int, role: str, *, last_too: bool = False) -> Taken:
    """Take a role away. The role owner of the last owner stays, for nobody could give it again in the chat;
    `last_too`: it does not.
    """
    held = session.execute(_HELD, {"role": role}).scalars().all()
    if person_id not in held:
        return Taken.NOT_HELD
    if role == Role.OWNER.value and len(held) == 1 and not last_too:
        return Taken.LAST_OWNER
    session.execute(_TAKE, {"person": person_id, "name": role})
    return Taken.DONE


def _holder(session: Session, person_id: int, rows: Iterable[Any]) -> Holder:
    """Makes the holders from the rows of _EVERYBODY. Few people hold a role, so each name is read by itself."""
    member_no = session.execute(_MEMBER_NO, {"person": person_id}).scalar_one_or_none()
    holdings = tuple(_holding(session, row) for row in rows)
    return Holder(person_id, persons.name(session, person_id), member_no or "", holdings)


def _holding(session: Session, row: Any) -> Holding:
    giver = "" if row.granted_by is None else persons.name(session, row.granted_by)
    return Holding(Role(row.role), row.granted_at, giver)
