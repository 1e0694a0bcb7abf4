"""Cases: members put them before staff, and staff decide each one once. Here are the values that show them: how many
wait, one page of the queue, and one case as a member of staff sees it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Generic, Protocol, Self, TypeVar

from content.requests.requesting import Message, for_member
from content.rules import day_of

T = TypeVar("T")
C = TypeVar("C", bound="Case")


class Case(Protocol):
    """What every case has, whatever it is about."""

    @property
    def id(self) -> int: ...

    @property
    def member_id(self) -> int: ...


@dataclass(frozen=True)
class Care:
    """Who of staff has a case, and until when it is due. `request`: the number of its request, in which colleagues note
    things and the member is asked. `taken_by` is None and `holder` empty if nobody has it. `questioned_at`: since when
    it waits for the member's answer, and so is not due; `back_at`: when the member answered last.
    """

    request: int = 0
    sent_at: datetime | None = None
    due_on: date | None = None
    taken_by: int | None = None
    taken_at: datetime | None = None
    holder: str = ""
    questioned_at: datetime | None = None
    back_at: datetime | None = None
    said: tuple[Message, ...] = ()
    authors: Mapping[int, str] = field(default_factory=dict)

    def is_of(self, person: int) -> bool:
        """Whether this person has the case."""
        return self.taken_by == person

    def is_others(self, person: int) -> bool:
        """Whether somebody else has it, so that this person can't decide it."""
        return self.taken_by is not None and self.taken_by != person

    def to_its_member(self) -> "Care":
        """The same without what staff note for colleagues."""
        return replace(self, said=for_member(self.said))

    def is_late(self, now: datetime) -> bool:
        return self.questioned_at is None and self.due_on is not None and day_of(now) > self.due_on


NOBODYS = Care()


@dataclass(frozen=True)
class View(Generic[C]):
    """A case as this member of staff (`person`) sees it. `page`: the page of the queue from which it was opened. `own`:
    the case is the viewer's own, so somebody else must decide it. `further`: the case to show after this one is
    decided.
    """

    case: C
    page: int
    own: bool
    further: int | None = None
    person: int = 0


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
