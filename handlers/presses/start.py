"""The keys of the buttons of the first screen and the log-in."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class Start(Press, tag="st"):
    """The first screen: the greeting of a stranger, or the home of a member."""


@dataclass(frozen=True)
class LogIn(Press, tag="li"):
    """Log in. `again`: with another ID, although somebody is logged in or half-way."""

    again: bool = False


@dataclass(frozen=True)
class Further(Press, tag="sm"):
    """The functions that home has no room for."""
