"""Telegram's list of commands."""

from content.words import speak
from handlers.routing import Routes


def commands(routes: Routes, language: str) -> list[tuple[str, str]]:
    """(name, what it does) of each command, in the order in which the features are registered. Staff's commands are
    left out.
    """
    words = speak(language)
    return [(name, words.menu.describe(name)) for name, route in routes.commands.items() if route.menu]
