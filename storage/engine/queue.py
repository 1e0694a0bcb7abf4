"""What waits for staff, as they see it: how many, since when, and a page of it, the oldest first."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Generic, Self, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Waiting:
    """`oldest` holds the moment since when the first one waits, or nothing where none does."""

    number: int
    oldest: tuple[datetime, ...]

    @classmethod
    def of(cls, row: Any) -> Self:
        """Of a row (count, earliest moment or None)."""
        number, oldest = row
        return cls(number, () if oldest is None else (oldest,))


@dataclass(frozen=True)
class Queue(Generic[T]):
    """A page of the `total` that wait. `number` and `pages` count from 1; `before` so many stand on earlier pages."""

    total: int
    number: int
    pages: int
    before: int
    lines: tuple[T, ...] = ()

    @classmethod
    def page(cls, total: int, number: int, most: int) -> Self:
        """The page of that number, or the nearest, with no lines yet."""
        pages = max(1, -(-total // most))
        here = min(max(number, 1), pages)
        return cls(total, here, pages, (here - 1) * most)

    def with_lines(self, lines: Iterable[T]) -> Self:
        return replace(self, lines=tuple(lines))
