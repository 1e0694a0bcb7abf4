"""The keys of the buttons of the broadcasting schedule."""

from dataclasses import dataclass

from handlers.press import Press

NOW = 0
"""As a day: today, and the week or month that it is in. As a page: the one with the broadcast that comes next."""


@dataclass(frozen=True)
class Radio(Press, tag="rs"):
    """The schedule of the week that begins on this day (date.toordinal), or of the day's month."""

    first: int
    month: bool
    page: int


@dataclass(frozen=True)
class OpenBroadcast(Press, tag="ro"):
    """A broadcast. `first`, `month` and `page` are the page of the schedule to go back to, here and twice below."""

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
    """Have no reminder after all."""

    broadcast: int
    first: int
    month: bool
    page: int
