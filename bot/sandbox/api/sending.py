"""Methods that send: messages, pictures, documents, videos and chat actions."""

from typing import Any

from telegram.constants import ChatAction

from bot.sandbox import keyboard
from bot.sandbox.api.call import Call
from bot.sandbox.api.common import (
    MOST_CAPTION,
    MOST_TEXT,
    caption_fields,
    chat_of,
    markup_of,
    protection_of,
    reply_of,
    text_fields,
    text_of,
)
from bot.sandbox.api.media import media_fields, upload_of
from bot.sandbox.chats import Chat
from bot.sandbox.errors import bad
from bot.sandbox.people import Json
from bot.sandbox.world import World

_ACTIONS = frozenset(str(action) for action in ChatAction) | {"upload_audio", "record_audio"}


def send_message(world: World, call: Call) -> Json:
    if not call.text("text"):
        raise bad("message text is empty")
    words = text_of(call)
    markup = markup_of(world, call)
    chat = chat_of(world, call)
    chat.must_be_open()
    reply = reply_of(call, chat)
    if not words.text:
        raise bad("text must be non-empty")
    if len(words.text) > MOST_TEXT:
        raise bad("message is too long")
    return _post(world, call, chat, markup, {**reply, **text_fields(words), **preview_of(call)})


def preview_of(call: Call) -> Json:
    options = call.object("link_preview_options")
    return {"link_preview_options": options} if options else {}


def send_photo(world: World, call: Call) -> Json:
    return _send_media(world, call, "photo")


def send_document(world: World, call: Call) -> Json:
    return _send_media(world, call, "document")


def send_video(world: World, call: Call) -> Json:
    return _send_media(world, call, "video")


def _send_media(world: World, call: Call, kind: str) -> Json:
    words = text_of(call, "caption", "caption_entities")
    upload = upload_of(world, call, kind, call.text(kind), kind)
    markup = markup_of(world, call)
    chat = chat_of(world, call)
    chat.must_be_open()
    reply = reply_of(call, chat)
    if len(words.text) > MOST_CAPTION:
        raise bad("message caption is too long")
    media = media_fields(world, kind, upload, call.params)
    spoiler = {"has_media_spoiler": True} if call.params.get("has_spoiler") else {}
    return _post(world, call, chat, markup, {**reply, **media, **caption_fields(call, words), **spoiler})


def _post(world: World, call: Call, chat: Chat, markup: Json | None, content: Json) -> Json:
    """Sends. A reply keyboard is not part of the message, but such a message can't be edited any more."""
    inline = {"reply_markup": markup} if keyboard.is_inline(markup) else {}
    message = world.say(chat, {**content, **protection_of(call), **inline})
    if markup is not None and not inline:
        chat.fixed.add(message["message_id"])
    return message


def send_chat_action(world: World, call: Call) -> Any:
    action = call.text("action").strip().lower()
    if action not in _ACTIONS:
        raise bad("wrong parameter action in request")
    chat = chat_of(world, call)
    chat.must_be_open()
    if chat.private:
        world.events.tell(chat.id, "action", action=action)
    return True
