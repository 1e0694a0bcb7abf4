"""The keys of the buttons of logging out."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class AskLogOut(Press, tag="lq"):
    """Log out, to be confirmed."""


@dataclass(frozen=True)
class LogOut(Press, tag="lo"):
    """Log out."""
