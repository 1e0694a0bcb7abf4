"""The keys of the buttons of a reminder."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class NoMore(Press, tag="rn"):
    """No reminders from now on."""
