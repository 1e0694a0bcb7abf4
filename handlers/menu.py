"""Telegram's list of commands."""

from collections.abc import Collection

from content.staff.rights import may
from content.words import speak
from handlers.routing import Routes
from handlers.screens.staff.rooms import COMMANDS


def commands(routes: Routes, language: str) -> list[tuple[str, str]]:
    """(name, what it does) of each command, in the order in which the features are registered. Staff's commands are
    left out.
    """
    words = speak(language)
    return [(name, words.menu.describe(name)) for name, route in routes.commands.items() if route.menu]


def commands_of_staff(routes: Routes, held: Collection[str], language: str) -> list[tuple[str, str]]:
    """The same for the commands of staff that somebody with these roles may use."""
    words = speak(language)
    mine = [name for act, name in COMMANDS.items() if may(act, held) and name in routes.commands]
    return [(name, words.menu.describe(name)) for name in mine]
