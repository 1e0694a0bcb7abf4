"""A request for the erasure of the record: the bot writes it, once the member has given the password."""

from datetime import date, datetime

from sqlalchemy import bindparam, insert, select
from sqlalchemy.orm import Session

from content.requests.requesting import By, Kind, State
from storage.requests import messages
from storage.tables import Request

_WAITS = select(Request.id).where(
    Request.member_id == bindparam("member"),
    Request.kind == Kind.ERASURE.value,
    Request.state.in_((State.RECEIVED.value, State.TAKEN.value)),
)
_NEW = insert(Request).returning(Request.id)


def waits(session: Session, member_id: int) -> bool:
    """Whether the member asked for it and staff have not answered."""
    return session.execute(_WAITS, {"member": member_id}).first() is not None


def ask(session: Session, member_id: int, text: str, *, due_on: date, at: datetime) -> bool:
    """Put the request down as received, in these words. False if one waits already."""
    if waits(session, member_id):
        return False
    values = {"member_id": member_id, "kind": Kind.ERASURE.value, "state": State.RECEIVED.value}
    values |= {"begun_at": at, "sent_at": at, "due_on": due_on}
    number = session.execute(_NEW, values).scalar_one()
    messages.put(session, number, By.MEMBER, member_id, text, at)
    return True
