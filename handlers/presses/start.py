"""The keys of the buttons of the first screen and the log-in."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class Start(Press, tag="st"):
    """The first screen: the greeting, or home for one who is logged in."""


@dataclass(frozen=True)
class LogIn(Press, tag="li"):
    """Log in; `again`: with another ID, though one is logged in or half-way."""

    again: bool = False
