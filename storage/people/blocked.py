"""Chats in which the person blocked the bot: nothing is sent there until the person writes again."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from storage.engine.cipher import Cipher
from storage.engine.statements import update_row
from storage.people.chats import PERSON
from storage.tables import Chat


def lost(session: Session, chat_id: int) -> None:
    """Record that the person blocked the bot."""
    update_row(session, Chat, chat_id, {"reachable": False})


def lost_by(session: Session, cipher: Cipher, telegram_id: int) -> None:
    """The same, for the chat of the person with this Telegram id."""
    keys = cipher.finds(str(telegram_id), PERSON)
    session.execute(update(Chat).where(Chat.telegram_key.in_(keys)).values(reachable=False))
