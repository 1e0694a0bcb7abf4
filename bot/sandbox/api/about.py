"""Methods for what the bot says about itself: commands, menu button, name and descriptions."""

import re
from collections.abc import Callable
from typing import Any

from telegram.constants import BotCommandLimit, BotDescriptionLimit, BotNameLimit

from bot import nested
from bot.sandbox.api.call import Call
from bot.sandbox.errors import bad
from bot.sandbox.links import checked
from bot.sandbox.people import Json
from bot.sandbox.profile import DEFAULT, Scope
from bot.sandbox.world import World

_COMMAND = re.compile(r"[a-z0-9_]+")
_WIDE = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})
_NARROW = frozenset({"chat", "chat_administrators", "chat_member"})
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")


def set_my_commands(world: World, call: Call) -> bool:
    commands = _commands(_decoded(call.raw("commands"), "an Array of BotCommand", list))
    call.checked("commands", call.raw("commands"))
    world.profile.commands[_scope(world, call), _language(call)] = commands
    tell_commands(world)
    return True


def get_my_commands(world: World, call: Call) -> list[Json]:
    return world.profile.commands.get((_scope(world, call), _language(call)), [])


def delete_my_commands(world: World, call: Call) -> bool:
    world.profile.commands.pop((_scope(world, call), _language(call)), None)
    tell_commands(world)
    return True


def tell_commands(world: World) -> None:
    """Sets the commands. Every telephone that listens shows its list again."""
    for user_id in world.events.hearing():
        world.events.tell(user_id, "commands", commands=commands_for(world, user_id))


def commands_for(world: World, user_id: int) -> list[Json]:
    person = world.people[user_id]
    return world.profile.commands_shown(world.chats.private(person), user_id, person.language)


def _decoded(raw: Any, what: str, kind: type) -> Any:
    """A parameter as JSON of this kind. Raises ApiError with the real server's text."""
    if isinstance(raw, str):
        try:
            raw = nested.read(raw)
        except nested.BadJson:
            raise bad(f"can't parse {what.removeprefix('an Array of ')} JSON object") from None
    if not isinstance(raw, kind):
        raise bad(f"expected {what}")
    return raw


def _commands(listed: list[Any]) -> list[Json]:
    if len(listed) > int(BotCommandLimit.MAX_COMMAND_NUMBER):
        raise bad("BOT_COMMANDS_TOO_MUCH")
    return [_command(each) for each in listed]


def _command(each: Any) -> Json:
    if not isinstance(each, dict):
        raise bad("can't parse BotCommand: expected an Object")
    for name in ("command", "description"):
        if name not in each:
            raise bad(f"can't parse BotCommand: Can't find field \"{name}\"")
        if not isinstance(each[name], str):
            raise bad(f'can\'t parse BotCommand: Field "{name}" must be of type String')
    command, description = each["command"].strip().removeprefix("/"), each["description"].strip()
    _within(command, "command", int(BotCommandLimit.MAX_COMMAND))
    _within(description, "command description", int(BotCommandLimit.MAX_DESCRIPTION))
    if not _COMMAND.fullmatch(command):
        raise bad("BOT_COMMAND_INVALID")
    return {"command": command, "description": description}


def _within(text: str, what: str, most: int) -> None:
    if not text:
        raise bad(f"{what} must be non-empty")
    if len(text) > most:
        raise bad(f"{what} length must not exceed {most}")


def _language(call: Call) -> str:
    code = call.text("language_code")
    if not _LANGUAGE.fullmatch(code):
        raise bad("invalid language code specified")
    return code


def _scope(world: World, call: Call) -> Scope:
    raw = call.raw("scope")
    if raw is None or raw == "":
        return DEFAULT
    scope = _decoded(raw, "an Object as BotCommandScope", dict)
    kind = scope.get("type")
    if kind in _WIDE:
        call.checked("scope", raw)
        return (kind, 0, 0)
    if kind not in _NARROW:
        raise bad("can't parse BotCommandScope: Unsupported type specified")
    call.checked("scope", raw)
    chat_id = scope.get("chat_id", "")
    if chat_id == "":
        raise bad("chat_id is empty")
    user_id = scope.get("user_id", 0)
    if kind == "chat_member" and user_id not in world.people:
        raise bad("user not found")
    return (kind, world.chats.find(chat_id).id, user_id)


def set_chat_menu_button(world: World, call: Call) -> bool:
    raw = call.raw("menu_button")
    button = {"type": "default"} if raw is None else _decoded(raw, "an Object as MenuButton", dict)
    if raw is not None:
        call.checked("menu_button", raw)
    kept = _menu(button)
    chat_id = call.params.get("chat_id")
    if chat_id is not None:
        world.profile.menus[world.chats.find(chat_id).id] = kept
    else:
        world.profile.menu = kept
    return True


def _menu(button: Json) -> Json:
    kind = button.get("type")
    if kind in ("default", "commands"):
        return {"type": kind}
    if kind != "web_app":
        raise bad("can't parse MenuButton: Unsupported type specified")
    url = (button.get("web_app") or {}).get("url", "")
    if not button.get("text"):
        raise bad("can't parse MenuButton: menu button text must be non-empty")
    if not url.lower().startswith("https://") or not checked(url):
        raise bad(f"menu button Web App URL '{url}' is invalid: Only HTTPS links are allowed")
    return {"type": kind, "text": button["text"], "web_app": {"url": checked(url)}}


def get_chat_menu_button(world: World, call: Call) -> Json:
    chat_id = call.params.get("chat_id")
    return world.profile.menu if chat_id is None else world.profile.menu_of(world.chats.find(chat_id).id)


def text_methods(name: str, most: int) -> tuple[Callable[[World, Call], bool], Callable[[World, Call], Json]]:
    """The methods that set and get one of the bot's texts."""

    def keep(world: World, call: Call) -> bool:
        words = call.text(name)
        if len(words) > most:
            raise bad(f"the sandbox refuses a {name} of more than {most} characters")
        world.profile.texts[name, _language(call)] = words
        return True

    def tell(world: World, call: Call) -> Json:
        words = world.profile.text(name, _language(call))
        return {name: words or (world.bot["first_name"] if name == "name" else "")}

    return keep, tell


set_my_name, get_my_name = text_methods("name", int(BotNameLimit.MAX_NAME_LENGTH))
set_my_description, get_my_description = text_methods("description", int(BotDescriptionLimit.MAX_DESCRIPTION_LENGTH))
set_my_short_description, get_my_short_description = text_methods(
    "short_description", int(BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH)
)
