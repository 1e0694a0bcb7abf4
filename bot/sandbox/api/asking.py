"""Methods about the bot, its chats, its files and the presses it answers."""

from typing import Any

from telegram.constants import CallbackQueryLimit

from bot.sandbox.api.call import Call
from bot.sandbox.api.common import chat_of
from bot.sandbox.errors import bad
from bot.sandbox.files import MOST_DOWNLOAD
from bot.sandbox.people import Json
from bot.sandbox.presses import TOO_OLD
from bot.sandbox.world import World

MOST_ANSWER = int(CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH)
_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def get_me(world: World, call: Call) -> Json:
    return {
        **world.bot,
        "first_name": world.profile.text("name", "") or world.bot["first_name"],
        "can_join_groups": True,
        "can_read_all_group_messages": True,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def get_chat(world: World, call: Call) -> Json:
    chat = chat_of(world, call)
    pinned = {"pinned_message": chat.messages[chat.pinned[-1]]} if chat.pinned else {}
    return {
        **chat.card,
        "accent_color_id": chat.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(_GIFTS, False),
        **pinned,
    }


def leave_chat(world: World, call: Call) -> bool:
    chat = chat_of(world, call)
    if chat.private:
        raise bad("chat member status can't be changed in private chats")
    chat.must_be_open()
    chat.left = True
    return True


def get_file(world: World, call: Call) -> Json:
    """The file and the path under which it is downloaded, for an hour."""
    if not call.text("file_id"):
        raise bad("file_id not specified")
    file = world.files.get(call.text("file_id"))
    if file is None:
        raise bad("invalid file_id")
    if len(file.data) > MOST_DOWNLOAD:
        raise bad("file is too big")
    return {**file.ids(), "file_path": world.files.link(file, world.unix())}


def answer_callback_query(world: World, call: Call) -> bool:
    number = call.text("callback_query_id").strip()
    if not number.isdigit():
        raise bad(TOO_OLD)
    words = call.text("text")
    if len(words) > MOST_ANSWER:
        raise bad("MESSAGE_TOO_LONG")
    shown = {"text": words, "show_alert": call.flag("show_alert"), "url": call.text("url")}
    user_id = world.presses.answer(number, shown)
    world.events.tell(user_id, "answer", query_id=number, **shown)
    return True


def farewell(world: World, call: Call) -> Any:
    """logOut and close. They do nothing: this server ends with its process."""
    return True
