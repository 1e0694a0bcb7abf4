"""Members as those who speak, found without their chat."""

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from storage.people.chat import Caller
from storage.tables import Member

_CALLER = select(Member.id, Member.earns, Member.logins).where(Member.id == bindparam("member_id"))
_HOLD_MEMBER = select(Member.id).where(Member.id == bindparam("member_id")).with_for_update(key_share=True)


def caller(session: Session, member_id: int) -> Caller:
    """The caller for this member. Raises NoResultFound."""
    return Caller(*session.execute(_CALLER, {"member_id": member_id}).one())


def member_of(session: Session, person_id: int) -> Caller | None:
    """The caller for this person; None for a staff account."""
    found = session.execute(_CALLER, {"member_id": person_id}).one_or_none()
    return None if found is None else Caller(*found)


def hold_member(session: Session, member_id: int) -> None:
    """Keep the member from logging in elsewhere until the transaction ends."""
    session.execute(_HOLD_MEMBER, {"member_id": member_id})
