"""The key of the button of staff's first screen."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class Rooms(Press, tag="xh"):
    """The rooms that the roles of the caller open."""
