"""Telegram's list of commands."""

from collections.abc import Collection

from content.staff.rights import may
from content.words import speak
from handlers.routing import Routes
from handlers.screens.staff.rooms import COMMANDS
from handlers.turn import ANYONE, LOGGED_IN


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


def commands_of_account(routes: Routes, held: Collection[str], language: str) -> list[tuple[str, str]]:
    """The whole list of a staff account: the rooms of its roles, and what is there for anybody who is logged in."""
    words = speak(language)
    whose = (ANYONE, LOGGED_IN)
    others = [name for name, route in routes.commands.items() if route.menu and route.who in whose and name != "login"]
    return [*commands_of_staff(routes, held, language), *((name, words.menu.describe(name)) for name in others)]
