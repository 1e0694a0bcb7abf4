"""The rows of the log of staff as the table has them, also those that do not fit its columns any more."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.exc import DataError, DBAPIError
from sqlalchemy.orm import Session

from storage.engine.sessions import is_passing
from storage.tables import StaffAct

STEP = 500
_NUMBERS = select(StaffAct.number).order_by(StaffAct.number)
_ROWS = (
    select(
        StaffAct.number,
        StaffAct.at,
        StaffAct.staff_id,
        StaffAct.member_id,
        StaffAct.act,
        StaffAct.body,
        StaffAct.mac,
    )
    .where(StaffAct.number.between(bindparam("first"), bindparam("last")))
    .order_by(StaffAct.number)
)


@dataclass(frozen=True)
class Row:
    """A row as the table has it. `mac` is empty if the row can't even be read."""

    number: int
    at: datetime | None
    staff_id: int | None
    member_id: int | None
    act: str
    body: bytes
    mac: str

    @property
    def owner(self) -> int | None:
        """The member whose key seals the body; None for a row that was made past the product."""
        return self.member_id if self.member_id is not None else self.staff_id


def every(session: Session) -> Iterator[Row]:
    """All rows, in order."""
    numbers = session.execute(_NUMBERS).scalars().all()
    for start in range(0, len(numbers), STEP):
        part = numbers[start : start + STEP]
        try:
            yield from _read(session, part[0], part[-1])
        except _Unreadable:
            yield from (_alone(session, number) for number in part)


class _Unreadable(Exception):
    """A row holds values that do not fit its columns, so somebody wrote it past the product."""


def _read(session: Session, first: int, last: int) -> list[Row]:
    try:
        rows = session.execute(_ROWS, {"first": first, "last": last}).all()
        return [Row(*row[:5], bytes(row.body), row.mac) for row in rows]
    except (ValueError, TypeError, DataError) as error:
        raise _Unreadable from error
    except DBAPIError as error:
        if is_passing(error):
            raise
        raise _Unreadable from error


def _alone(session: Session, number: int) -> Row:
    try:
        return _read(session, number, number)[0]
    except _Unreadable:
        return Row(number, None, None, None, "", b"", "")
