"""専門医共通講習: figures by category and fiscal year. No sentence says that they are enough."""

from typing import Protocol


class CommonLectures(Protocol):
    def title(self) -> str: ...

    def to_common(self) -> str: ...

    def apart(self) -> str:
        """That these are no part of the 60."""

    def year(self, year: int) -> str: ...

    def category(self, category: str, half_units: int) -> str: ...

    def nothing(self) -> str: ...

    def not_judged(self) -> str:
        """That needs differ by board and year, and who knows them."""
