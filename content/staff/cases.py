"""Cases: members put them before staff, and staff decide each one once. Here are the values that show them: how many
wait, one page of the queue, and one case as a member of staff sees it.
"""

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
    """A case as this member of staff sees it. `page`: the page of the queue from which it was opened. `own`: the case
    is the viewer's own, so somebody else must decide it. `further`: the case to show after this one is decided.
    """

    case: C
    page: int
    own: bool
    further: int | None = None


@dataclass(frozen=True)
class Backlog:
    """How many cases wait, and since when the oldest one waits (None if no case waits)."""

    number: int
    oldest: datetime | None

    @classmethod
    def of(cls, row: Any) -> Self:
        """Build it from a row (count, earliest moment or None)."""
        number, oldest = row
        return cls(number, oldest)


@dataclass(frozen=True)
class Queue(Generic[T]):
    """One page of the `total` cases that wait. `number` and `pages` count from 1; `before` is how many cases stand on
    earlier pages.
    """

    total: int
    number: int
    pages: int
    before: int
    lines: tuple[T, ...] = ()

    @classmethod
    def page(cls, total: int, number: int, most: int) -> Self:
        """The page of that number, or the nearest page that exists. It has no lines yet."""
        pages = max(1, -(-total // most))  # -(-a // b) rounds up; an empty queue still has one page
        here = min(max(number, 1), pages)
        return cls(total, here, pages, (here - 1) * most)

    def with_lines(self, lines: Iterable[T]) -> Self:
        return replace(self, lines=tuple(lines))
