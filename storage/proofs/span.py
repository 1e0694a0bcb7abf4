"""The members whose record is proved in one go: a range of row numbers, so that no list of them is kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, select
from sqlalchemy.orm import Session

from storage.tables import Member

_LAST = select(func.coalesce(func.max(Member.id), 0))


@dataclass(frozen=True)
class Span:
    """Members by their row numbers, both included."""

    first: int
    last: int

    @property
    def values(self) -> dict[str, int]:
        """The parameters of a statement with `among`."""
        return {"first": self.first, "last": self.last}


def among(column: Any) -> ColumnElement[bool]:
    """That the column names a member of the span."""
    within: ColumnElement[bool] = column.between(bindparam("first"), bindparam("last"))
    return within


def spans(session: Session, size: int) -> Iterator[Span]:
    """All members, in ranges of `size` row numbers."""
    last = session.execute(_LAST).scalar_one()
    return (Span(first, first + size - 1) for first in range(1, last + 1, size))
