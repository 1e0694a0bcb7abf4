"""The credits of a fiscal year."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol


class Credits(Protocol):
    def title(self, year: int) -> str: ...

    def total(self, half_units: int, codes: int) -> str:
        """合計　7単位・6コード"""

    def codes(self, numbers: Sequence[int]) -> str:
        """The codes earned in the year."""

    def entry(self, day: date, title: str, code: int, half_units: int) -> str: ...

    def nothing(self, year: int) -> str: ...

    def other_years(self) -> str: ...

    def year(self, year: int, half_units: int, codes: int) -> str: ...

    def certificate(self) -> str:
        """From when a certificate can be had, and how."""

    def to_certificate(self) -> str: ...
