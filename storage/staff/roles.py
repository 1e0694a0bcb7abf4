"""The roles of staff, and the members that hold them."""

from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from storage.tables import Staff

ROLES = ("support", "owner")
_ROLES = select(Staff.role).where(Staff.member_id == bindparam("member_id"))


def roles(session: Session, member_id: int) -> frozenset[str]:
    """The roles that a member holds."""
    return frozenset(session.execute(_ROLES, {"member_id": member_id}).scalars())


def grant(session: Session, member_id: int, role: str, at: datetime) -> bool:
    """Give a member a role; False if the member holds it already. Raises ValueError if the role does not exist."""
    if role not in ROLES:
        raise ValueError(f"no such role: {role} (there are: {', '.join(ROLES)})")
    if role in roles(session, member_id):
        return False
    session.add(Staff(member_id=member_id, role=role, granted_at=at))
    return True
