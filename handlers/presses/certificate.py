"""The keys of the buttons of certificates."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class Certificates(Press, tag="ce"):
    """Choose a period."""


@dataclass(frozen=True)
class ForPeriod(Press, tag="cp"):
    """Have a certificate of a period: one of content.text.periods.Named."""

    name: str


@dataclass(frozen=True)
class OwnDates(Press, tag="cd"):
    """Type dates of one's own."""


@dataclass(frozen=True)
class TellMe(Press, tag="ct"):
    """Be told when today's credit can be certified."""
