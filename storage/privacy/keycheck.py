"""Checks at the start whether the given data key is the one with which this record was written."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.engine.cipher import Cipher, Unreadable
from storage.tables import Chat, Member

_NAME = select(Member.name).order_by(Member.id).limit(1)
_PERSON = select(Chat.telegram_id, Chat.telegram_key).order_by(Chat.id).limit(1)


def is_right(session: Session, cipher: Cipher) -> bool:
    """Whether the key opens a name and finds a chat by its keyed hash. Any key is right for an empty record.

    With a wrong key nobody would be recognised, and new rows would be written that the right key can't open.
    """
    try:
        session.execute(_NAME).scalar()
        person = session.execute(_PERSON).one_or_none()
    except Unreadable:
        return False
    return person is None or person.telegram_key == cipher.find(person.telegram_id, "chats.telegram_id")
