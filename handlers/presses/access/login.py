"""The keys of the buttons of the log-in."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class NotMember(Press, tag="ln"):
    """Read what people can do who are not members."""


@dataclass(frozen=True)
class Forgotten(Press, tag="lf"):
    """Read what to do without the ID or the password."""
