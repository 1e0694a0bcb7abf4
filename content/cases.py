"""A case: what members put before staff, who decide it once. How many wait, a page of them, and one as it is shown."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Generic, Protocol, Self, TypeVar

T = TypeVar("T")
C = TypeVar("C", bound="Case")


class Case(Protocol):
    """What every case has, whatever it is about."""

    @property
    def id(self) -> int: ...

    @property
    def member_id(self) -> int: ...


@dataclass(frozen=True)
class View(Generic[C]):
    """A case as this member of staff sees it. `page`: the page of the queue that it was opened from; `own`: it is the
    viewer's own, so another decides it; `further`: the case to go on with, once this one is decided.
    """

    case: C
    page: int
    own: bool
    further: int | None = None


@dataclass(frozen=True)
class Backlog:
    """How many wait, and since when the oldest does (None if none waits)."""

    number: int
    oldest: datetime | None

    @classmethod
    def of(cls, row: Any) -> Self:
        """Of a row (count, earliest moment or None)."""
        number, oldest = row
        return cls(number, oldest)


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
