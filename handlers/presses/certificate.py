"""The keys of the buttons of certificates."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class Certificates(Press, tag="ce"):
    """The choice of a period."""


@dataclass(frozen=True)
class ForPeriod(Press, tag="cp"):
    """One of content.periods.Named."""

    name: str


@dataclass(frozen=True)
class OwnDates(Press, tag="cd"):
    """Dates of one's own."""


@dataclass(frozen=True)
class TellMe(Press, tag="ct"):
    """Tell me when today's credit can be certified."""
