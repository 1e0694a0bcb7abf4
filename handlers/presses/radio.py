"""The keys of the buttons of the broadcasting schedule."""

from dataclasses import dataclass

from handlers.press import Press

NOW = 0
"""As a day: today, or its month; as a page: the one of what comes next."""


@dataclass(frozen=True)
class Radio(Press, tag="rs"):
    """The schedule of the week from a day on (date.toordinal), or of its month."""

    first: int
    month: bool
    page: int


@dataclass(frozen=True)
class OpenBroadcast(Press, tag="ro"):
    """A broadcast, on the way from that page of the schedule; so of the two below."""

    broadcast: int
    first: int
    month: bool
    page: int


@dataclass(frozen=True)
class AskReminder(Press, tag="ra"):
    broadcast: int
    first: int
    month: bool
    page: int


@dataclass(frozen=True)
class TakeBack(Press, tag="rt"):
    """No reminder after all."""

    broadcast: int
    first: int
    month: bool
    page: int
