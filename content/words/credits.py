"""The credits by fiscal year."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from content.values import CreditKind


class Credits(Protocol):
    def title(self, year: int) -> str: ...

    def total(self, half_units: int, codes: int) -> str:
        """合計　7単位・6コード"""

    def codes(self, numbers: Sequence[int]) -> str:
        """The codes earned in the year."""

    def kinds(self, sums: Sequence[tuple[CreditKind, int]]) -> str:
        """Half-units by kind, in one line."""

    def entry(self, number: int, day: date, title: str, code: int, half_units: int, kind: CreditKind) -> str:
        """A credit, with the number of its button. Its kind is named if it is no e-learning."""

    def brought_along(self) -> str:
        """Stands behind an entry that was imported from the former record."""

    def how_counted(self) -> str:
        """Says that a number leads to how that credit counts."""

    def nothing(self, year: int) -> str: ...

    def year(self, year: int, half_units: int, codes: int) -> str: ...

    def common(self, sums: Sequence[tuple[str, int]]) -> str:
        """専門医共通講習, which is counted apart: half-units by category."""

    def to_year(self) -> str:
        """A button that leads to the single credits of this fiscal year."""

    def certificate(self) -> str:
        """From when on a member can get a certificate, and how."""

    def to_certificate(self) -> str: ...
