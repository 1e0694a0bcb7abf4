"""The keys of the buttons of the log-in."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class NotMember(Press, tag="ln"):
    """What somebody who is no member can do."""
