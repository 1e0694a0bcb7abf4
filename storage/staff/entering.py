"""Letting somebody into a staff account: the opener of an invitation that was confirmed."""

from datetime import datetime
from enum import Enum

from sqlalchemy.orm import Session

from content.keys.letters import AccountReady, SessionEnded
from content.staff.inviting import Invitation
from storage.people import chats, persons
from storage.post import letters
from storage.staff import invitations, roles


class Void(Enum):
    """Why an invitation can't be confirmed although nobody has decided it: the record changed since."""

    BUSY = "somebody logged in in the opener's chat"
    ROLES = "the account does not hold the roles that it held when the invitation was made"


def held(session: Session, person: int) -> str:
    """The roles of an account, as an invitation back into it names them."""
    return ",".join(sorted(roles.roles(session, person)))


def void(session: Session, shown: Invitation, chat: int) -> Void | None:
    """What stands against it; None if nothing does. The chat stays locked until the transaction ends."""
    if chats.hold(session, chat).person_id is not None:
        return Void.BUSY
    if shown.again and shown.person is not None and shown.role != held(session, shown.person):
        return Void.ROLES
    return None


def let_in(session: Session, shown: Invitation, chat: int, at: datetime, *, gives: bool, slot: str) -> int:
    """Make the account, or take the one that is there, and log it in in this chat; returns its person.

    `gives`: the role of the invitation is given at once. A chat that the account had before is told by letter (`slot`).
    """
    person = shown.person or persons.new_account(session, shown.name, at)
    invitations.belongs(session, shown.id, person)
    former = chats.bind_staff(session, chat, person)
    if former is not None:
        letters.put(session, member_id=person, key=SessionEnded(at), slot=slot, at=at, chat_id=former)
    if gives:
        roles.grant(session, person, shown.role, at, by=shown.by)
    letters.put(session, member_id=person, key=AccountReady(at), slot="", at=at)
    return person
