"""What several methods share: how they read a call's chat, text, keyboard and reply."""

from typing import Any

from bot.sandbox import keyboard
from bot.sandbox.api.call import Call
from bot.sandbox.chats import Chat
from bot.sandbox.errors import bad
from bot.sandbox.people import Json
from bot.sandbox.text import Formatted, formatted
from bot.sandbox.world import World

MOST_TEXT = 4096
MOST_CAPTION = 1024


def chat_of(world: World, call: Call) -> Chat:
    """The chat that the call names. Raises ApiError 400 if there is no such chat."""
    chat_id = call.params.get("chat_id", "")
    if chat_id == "":
        raise bad("chat_id is empty")
    return world.chats.find(chat_id)


def text_of(call: Call, name: str = "text", entities: str = "entities") -> Formatted:
    """A text or caption after its markup is read. The caller checks its length."""
    mode = call.text("parse_mode")
    return formatted(call.text(name), mode, None if mode else call.array(entities))


def text_fields(words: Formatted, name: str = "text", entities: str = "entities") -> Json:
    """The message's fields for a text. An empty text has no fields."""
    if not words.text:
        return {}
    return {name: words.text, **({entities: words.entities} if words.entities else {})}


def caption_fields(call: Call, words: Formatted) -> Json:
    """The message's fields for a caption and its place."""
    above = {"show_caption_above_media": True} if words.text and call.flag("show_caption_above_media") else {}
    return {**text_fields(words, "caption", "caption_entities"), **above}


def markup_of(world: World, call: Call, *, inline_only: bool = False) -> Json | None:
    """The keyboard of a call, after its syntax and its fields were checked."""
    raw = call.raw("reply_markup")
    chat_id = call.params.get("chat_id", "")
    chat = world.chats.get(chat_id) if isinstance(chat_id, int) else None
    markup = keyboard.read(raw, inline_only=inline_only, private=chat is None or chat.private)
    if raw:
        call.checked("reply_markup", raw)
    return markup


def reply_of(call: Call, chat: Chat) -> Json:
    """The field with the message that is answered, if there is one. It does not hold in turn the message that that one
    answers.
    """
    wanted = call.object("reply_parameters")
    if wanted is None:
        return {}
    target: Any = chat.messages.get(wanted.get("message_id", 0))
    if target is not None:
        return {"reply_to_message": {name: value for name, value in target.items() if name != "reply_to_message"}}
    if wanted.get("allow_sending_without_reply"):
        return {}
    raise bad("message to be replied not found")


def protection_of(call: Call) -> Json:
    return {"has_protected_content": True} if call.flag("protect_content") else {}
