"""The keys of the buttons of the training for the report on primary care functions."""

from dataclasses import dataclass

from handlers.press import Press


@dataclass(frozen=True)
class OpenReport(Press, tag="rf"):
    """The sum of one of content.text.periods.Named."""

    name: str


@dataclass(frozen=True)
class ReportDates(Press, tag="rw"):
    """Dates of one's own."""
