"""Reads a telegram.Update into a value of ours. Nothing above this module knows Telegram's types."""

import re
from dataclasses import dataclass, replace

import orjson
from telegram import CallbackQuery, ChatMemberUpdated, Message, Update, User
from telegram.constants import ChatMemberStatus, ChatType

from content.text.composing import composed
from handlers.incoming import Edited, Incoming, Pressed, Said, Sender, Sent, command

# NUL, which PostgreSQL can't hold in a text, and single surrogates, which UTF-8 can't hold
_UNKEEPABLE = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True)
class Elsewhere:
    """Something that is not a turn: said in a group or a channel, or the news that somebody blocked the bot or came
    back.
    """

    chat_id: int = 0
    telegram_id: int = 0
    language: str = ""
    speaks_to_us: bool = False  # a command in a group
    query_id: str = ""
    left_us: bool = False


def read(update: Update) -> Incoming | Elsewhere:
    """The turn of a person in a private chat, or what else the update is."""
    if update.callback_query is not None:
        return _press(update.update_id, update.callback_query)
    if update.message is not None:
        return _message(update.update_id, update.message)
    if update.edited_message is not None:
        return _edited(update.update_id, update.edited_message)
    if update.my_chat_member is not None:
        return _membership(update.my_chat_member)
    return Elsewhere()


def read_kept(body: bytes) -> tuple[Incoming, Update]:
    """The turn of an update that was put on record. Raises ValueError if it is no turn, and what python-telegram-bot
    raises.
    """
    update = Update.de_json(orjson.loads(body), None)
    found = read(update)
    if not isinstance(found, Incoming):
        raise ValueError(f"update {update.update_id} is no turn")
    return found, update


def _press(update_id: int, query: CallbackQuery) -> Incoming | Elsewhere:
    person = query.from_user
    language = person.language_code or ""
    message = query.message
    if message is None or query.data is None or message.chat.id != person.id:
        return Elsewhere(chat_id=person.id, telegram_id=person.id, language=language, query_id=query.id)
    pressed = Pressed(_kept(query.data), message.message_id)
    return Incoming(update_id, person.id, language, message.message_id, pressed, query.id, _sender(person))


def _message(update_id: int, message: Message) -> Incoming | Elsewhere:
    person = message.from_user
    if person is None or person.is_bot:
        return Elsewhere()
    language = person.language_code or ""
    if message.chat.type != ChatType.PRIVATE:
        to_us = bool(message.text and command(message.text))
        return Elsewhere(message.chat.id, person.id, language, speaks_to_us=to_us)
    if not message.text and _is_service(message):
        return Elsewhere()
    what = Said(_kept(message.text)) if message.text else _sent(message)
    return Incoming(update_id, person.id, language, message.message_id, what, sender=_sender(person))


def _edited(update_id: int, message: Message) -> Incoming | Elsewhere:
    """That somebody changed what was said before. A place that moves (a live location) is edited by itself."""
    found = _message(update_id, message)
    is_said = bool(message.text or message.photo or message.document)
    return (
        replace(found, what=Edited(_kept(message.text or "")))
        if isinstance(found, Incoming) and is_said
        else Elsewhere()
    )


def _sender(person: User) -> Sender:
    return Sender(_kept(person.full_name), person.username or "")


def _kept(text: str) -> str:
    """In NFC, with spaces for what can't be kept. Telegram sends none of it; a fault over it would be told to the
    operator.
    """
    return composed(_UNKEEPABLE.sub(" ", text))


def _sent(message: Message) -> Sent:
    """The file of a message: the document, or the largest size of the photo. A message without one has an empty
    `file_id`.
    """
    if message.document is not None:
        sent = message.document
        name, album = _kept(sent.file_name or ""), bool(message.media_group_id)
        return Sent(sent.file_id, name, sent.mime_type or "", sent.file_size or 0, album)
    if message.photo:
        largest = max(message.photo, key=lambda size: size.width * size.height)
        album = bool(message.media_group_id)
        return Sent(largest.file_id, "photo.jpg", "image/jpeg", largest.file_size or 0, album)
    return Sent()


def _is_service(message: Message) -> bool:
    """Whether Telegram itself says something, such as "pinned a message" or "allowed this bot to write"."""
    said = (message.pinned_message, message.message_auto_delete_timer_changed, message.write_access_allowed)
    return any(one is not None for one in said)


def _membership(change: ChatMemberUpdated) -> Elsewhere:
    private = change.chat.type == ChatType.PRIVATE
    gone = change.new_chat_member.status == ChatMemberStatus.BANNED
    return Elsewhere(telegram_id=change.from_user.id, left_us=private and gone)
