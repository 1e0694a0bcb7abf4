"""What members hear before a fiscal year ends. Sums are given in halves (85 is 42.5)."""

from datetime import date
from typing import Protocol


class YearEnd(Protocol):
    def missing_title(self, halves: int) -> str:
        """So much is missing to 60."""

    def ends(self, last: date) -> str:
        """The fiscal year ends on this day."""

    def falling_title(self) -> str: ...
