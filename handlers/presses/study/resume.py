"""The keys of the buttons of what is under way."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class Resume(Press, tag="re"):
    """Go on."""
