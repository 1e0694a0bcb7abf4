"""Methods that change, remove or pin messages."""

from typing import Any

from bot.sandbox.api.call import Call
from bot.sandbox.api.common import (
    MOST_CAPTION,
    MOST_TEXT,
    caption_fields,
    chat_of,
    markup_of,
    text_fields,
    text_of,
)
from bot.sandbox.api.media import media_fields, upload_of
from bot.sandbox.api.sending import preview_of
from bot.sandbox.chats import Chat
from bot.sandbox.errors import bad, not_modelled
from bot.sandbox.people import Json
from bot.sandbox.text import Formatted, formatted
from bot.sandbox.world import World

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
_TEXT_FIELDS = ("text", "entities", "link_preview_options")
_CAPTION_FIELDS = ("caption", "caption_entities", "show_caption_above_media")
_MEDIA_FIELDS = ("photo", "document", "video", "has_media_spoiler")
_MEDIA = frozenset({"photo", "document", "video", "voice", "audio", "animation"})
_MODELLED_MEDIA = frozenset({"photo", "document", "video"})
_DAYS_2 = 48 * 3600


def edit_message_text(world: World, call: Call) -> Json:
    if not call.text("text"):
        raise bad("message text is empty")
    words = text_of(call)
    markup = markup_of(world, call, inline_only=True)
    chat, message = _target(world, call)
    if not words.text:
        raise bad("text must be non-empty")
    if "text" not in message:
        raise bad("there is no text in the message to edit")
    if len(words.text) > MOST_TEXT:
        raise bad("MESSAGE_TOO_LONG")
    return _edit(world, chat, message, _TEXT_FIELDS, {**text_fields(words), **preview_of(call)}, markup)


def edit_message_caption(world: World, call: Call) -> Json:
    words = text_of(call, "caption", "caption_entities")
    markup = markup_of(world, call, inline_only=True)
    chat, message = _target(world, call)
    if not _MEDIA & message.keys():
        raise bad("there is no caption in the message to edit")
    if len(words.text) > MOST_CAPTION:
        raise bad("MEDIA_CAPTION_TOO_LONG")
    return _edit(world, chat, message, _CAPTION_FIELDS, caption_fields(call, words), markup)


def edit_message_reply_markup(world: World, call: Call) -> Json:
    markup = markup_of(world, call, inline_only=True)
    chat, message = _target(world, call)
    return _edit(world, chat, message, (), {}, markup)


def edit_message_media(world: World, call: Call) -> Json:
    media = call.object("media")
    if media is None:
        raise bad("can't parse InputMedia: there is no media in the request")
    kind = media.get("type", "")
    if kind not in _MODELLED_MEDIA:
        raise not_modelled(f"InputMedia of type {kind}")
    words = _media_caption(media)
    upload = upload_of(world, call, kind, media.get("media", ""))
    markup = markup_of(world, call, inline_only=True)
    chat, message = _target(world, call)
    if not (_MEDIA | {"text"}) & message.keys():
        raise bad("message can't be edited")
    if len(words.text) > MOST_CAPTION:
        raise bad("message caption is too long")
    fields = {**media_fields(world, kind, upload, media), **text_fields(words, "caption", "caption_entities")}
    return _edit(world, chat, message, (*_TEXT_FIELDS, *_CAPTION_FIELDS, *_MEDIA_FIELDS), fields, markup)


def _media_caption(media: Json) -> Formatted:
    return formatted(media.get("caption", ""), media.get("parse_mode", ""), media.get("caption_entities"))


def _target(world: World, call: Call) -> tuple[Chat, Json]:
    """The bot's own message that a call edits. Raises ApiError if there is none, or if it can't be edited."""
    if not call.params.get("chat_id") or call.integer("message_id") <= 0:
        raise bad("message identifier is not specified")
    chat = chat_of(world, call)
    chat.must_be_open()
    message = chat.messages.get(call.integer("message_id"))
    if message is None:
        raise bad("message to edit not found")
    if not _own(world, chat, message) or message["message_id"] in chat.fixed:
        raise bad("message can't be edited")
    return chat, message


def _own(world: World, chat: Chat, message: Json) -> bool:
    author = message.get("from", {}).get("id")
    return bool(author == world.bot["id"] or (author is None and chat.card["type"] == "channel"))


def _edit(
    world: World, chat: Chat, message: Json, replaced: tuple[str, ...], fields: Json, markup: Json | None
) -> Json:
    """Replaces the fields `replaced` by the new ones. The same message again is refused, as Telegram does."""
    wanted = {**dict.fromkeys(replaced), **fields, "reply_markup": markup}
    if all(message.get(name) == value for name, value in wanted.items()):
        raise bad(_NOT_MODIFIED)
    return world.change(chat, message, wanted)


def delete_message(world: World, call: Call) -> bool:
    if call.params.get("chat_id", "") == "":
        raise bad("chat identifier is not specified")
    if call.integer("message_id") <= 0:
        raise bad("message identifier is not specified")
    chat = chat_of(world, call)
    message = chat.messages.get(call.integer("message_id"))
    if message is None:
        raise bad("message to delete not found")
    _must_be_deletable(world, chat, message)
    world.remove(chat, message["message_id"])
    return True


def delete_messages(world: World, call: Call) -> bool:
    """Deletes several messages. Unknown ids are passed over."""
    if call.params.get("chat_id", "") == "":
        raise bad("chat identifier is not specified")
    numbers = call.array("message_ids") or []
    if not numbers:
        raise bad("message identifiers are not specified")
    if len(numbers) > 100:
        raise bad("too many message identifiers specified")
    chat = chat_of(world, call)
    messages = [chat.messages[number] for number in dict.fromkeys(numbers) if number in chat.messages]
    for message in messages:
        _must_be_deletable(world, chat, message)
    for message in messages:
        world.remove(chat, message["message_id"])
    return True


def _must_be_deletable(world: World, chat: Chat, message: Json) -> None:
    """Raises ApiError for a message that can't be deleted: one older than 48 hours, or in a group one that is not the
    bot's.
    """
    if not chat.heard or not (chat.private or _own(world, chat, message)):
        raise bad("message can't be deleted")
    if world.unix() - message["date"] > _DAYS_2:
        raise bad("message can't be deleted for everyone")


def pin_chat_message(world: World, call: Call) -> bool:
    chat = chat_of(world, call)
    chat.must_be_open()
    number = call.integer("message_id")
    if number not in chat.messages:
        raise bad("message to pin not found")
    chat.pinned = [*(pinned for pinned in chat.pinned if pinned != number), number]
    return True


def unpin_chat_message(world: World, call: Call) -> Any:
    """Unpins a message; without a number, the one that was pinned last."""
    chat = chat_of(world, call)
    number = call.integer("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if number not in chat.pinned:
        raise bad("message to unpin not found")
    chat.pinned.remove(number)
    return True


def unpin_all_chat_messages(world: World, call: Call) -> bool:
    chat_of(world, call).pinned = []
    return True
