"""The keys of the buttons of a member's whole record."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class MyData(Press, tag="md"):
    """Read what is given, and be asked for the password."""
