"""かかりつけ医機能報告制度にかかる研修: a sum of credits over a period, and where to go with it. No verdict."""

from collections.abc import Sequence
from typing import Protocol

from content.text.periods import Named, Period
from content.values import CreditKind


class FunctionReport(Protocol):
    def title(self) -> str: ...

    def to_report(self) -> str: ...

    def period(self, period: Period) -> str: ...

    def total(self, half_units: int) -> str: ...

    def kinds(self, sums: Sequence[tuple[CreditKind, int]]) -> str: ...

    def codes_play_no_part(self) -> str:
        """That credits alone count, and that practical training is not among them."""

    def where_to_apply(self) -> str: ...

    def reported(self, months: tuple[int, int]) -> str:
        """That the clinic reports, and in which months (first and last)."""

    def not_judged(self) -> str: ...

    def named(self, name: Named) -> str: ...

    def own_dates(self) -> str: ...

    def how_to_write_dates(self) -> str: ...
