"""Ending and resuming a membership. After the end the member keeps the record and its papers, and earns nothing."""

from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from storage.engine.statements import rows
from storage.tables import Member

_THIS = Member.id == bindparam("member")
_ENDED = select(Member.ended_at).where(_THIS)
_END = update(Member).where(_THIS, Member.ended_at.is_(None)).values(ended_at=bindparam("at"))
_RESUME = update(Member).where(_THIS, Member.ended_at.is_not(None)).values(ended_at=None, resumed_at=bindparam("at"))


def ended_at(session: Session, member_id: int) -> datetime | None:
    """Since when it has ended; None if it goes on. Raises NoResultFound."""
    return session.execute(_ENDED, {"member": member_id}).scalar_one()


def end(session: Session, member_id: int, at: datetime) -> bool:
    """False if it has ended before."""
    return rows(session.execute(_END, {"member": member_id, "at": at})) == 1


def resume(session: Session, member_id: int, at: datetime) -> bool:
    """False if it goes on already."""
    return rows(session.execute(_RESUME, {"member": member_id, "at": at})) == 1
