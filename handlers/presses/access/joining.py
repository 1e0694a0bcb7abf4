"""The key of the button to 入会について."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class Joining(Press, tag="lj"):
    """Read who may take the courses and how one becomes a member."""
