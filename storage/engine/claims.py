"""Claims: for some time one process has a row to itself, by the moment until which it has claimed it.

If the process dies, the claim runs out. A process whose clock was a day fast claims until tomorrow, though: if it dies,
nobody would take the row up for a day. So a claim that ends later than any clock of now can have said holds nothing.
"""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, bindparam, or_
from sqlalchemy.orm import InstrumentedAttribute


def run_out(until: InstrumentedAttribute[datetime | None] | ColumnElement[datetime | None]) -> ColumnElement[bool]:
    """Whether the claim until then holds nothing any more. The statement is to be given the parameters of `by`."""
    return or_(until < bindparam("now"), until > bindparam("latest"))


def by(now: datetime, lasts: timedelta) -> dict[str, datetime]:
    """The parameters of `run_out` for claims that last so long."""
    return {"now": now, "latest": _latest(now, lasts)}


def has_run_out(until: datetime, now: datetime, lasts: timedelta) -> bool:
    """The same for a row that was read."""
    return not now <= until <= _latest(now, lasts)


def _latest(now: datetime, lasts: timedelta) -> datetime:
    """Until then a row may be claimed by now: the clocks of two machines may differ by as much as a claim lasts."""
    return now + 2 * lasts
