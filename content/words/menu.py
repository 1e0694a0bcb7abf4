"""One line for each command in Telegram's list."""

from typing import Protocol


class Menu(Protocol):
    def describe(self, command: str) -> str:
        """At most 256 characters (Telegram's limit). Raises KeyError for a command that has no description."""
