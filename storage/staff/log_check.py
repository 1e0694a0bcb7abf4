"""Checks that the log of staff is whole: finds rows that were changed, inserted or removed (the last ones too)."""

import hmac
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import bindparam, select
from sqlalchemy.exc import DataError, DBAPIError
from sqlalchemy.orm import Session

from storage.engine.cipher import Cipher
from storage.engine.sessions import is_passing
from storage.staff import log_keys
from storage.staff.log import Head, seal_of
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


class Wrong(StrEnum):
    """What is wrong with a row."""

    CHANGED = "changed or inserted"
    MISSING = "missing"
    UNPROVEN = "can't be proved, for the one before it is missing"
    OTHER = "not the one whose seal was noted outside the database"


@dataclass(frozen=True, order=True)
class Finding:
    """What is wrong with the rows from `first` to `last`."""

    first: int
    last: int
    wrong: Wrong

    def __str__(self) -> str:
        which = f"act {self.first}" if self.first == self.last else f"acts {self.first} to {self.last}"
        return f"{which}: {self.wrong}"


@dataclass(frozen=True)
class _Row:
    """A row as the table has it. `mac` is empty if the row can't even be read."""

    number: int
    at: datetime | None
    staff_id: int | None
    member_id: int | None
    act: str
    body: bytes
    mac: str


def verify(session: Session, cipher: Cipher, heads: Iterable[Head] = ()) -> list[Finding]:
    """Everything that is wrong, in order; empty if the log is whole.

    `heads` were kept outside the database. Without them, nobody can see that the last rows were removed. The latest
    head may be older than the log, since a process can die between the commit and the noting of the head.
    """
    noted = _noted(heads)
    findings: list[Finding] = []
    before = Head(0, "")
    keys = log_keys.every(session, cipher)
    for row in _rows(session):
        findings += _judge(keys(row.number), before, row)
        # a whole chain made anew by somebody with the key is found here alone: the noted macs differ
        if not noted.get(row.number, set()) <= {row.mac}:
            findings.append(Finding(row.number, row.number, Wrong.OTHER))
        if row.number > before.number:
            before = Head(row.number, row.mac)
    last = max(noted, default=0)
    if last > before.number:
        findings.append(Finding(before.number + 1, last, Wrong.MISSING))
    return findings


def _judge(keys: Sequence[bytes], before: Head, row: _Row) -> Iterator[Finding]:
    if row.number > before.number + 1:
        yield Finding(before.number + 1, row.number - 1, Wrong.MISSING)
        yield Finding(row.number, row.number, Wrong.UNPROVEN)
    elif not any(_is_sealed(key, before.mac, row) for key in keys):
        yield Finding(row.number, row.number, Wrong.CHANGED)


def _is_sealed(key: bytes, previous: str, row: _Row) -> bool:
    if row.at is None or not row.mac:
        return False
    mac = seal_of(key, previous, row.number, row.at, row.staff_id, row.member_id, row.act, row.body)
    return hmac.compare_digest(mac.encode(), row.mac.encode())


def _noted(heads: Iterable[Head]) -> Mapping[int, set[str]]:
    noted: dict[int, set[str]] = {}
    for head in heads:
        noted.setdefault(head.number, set()).add(head.mac)
    return noted


def _rows(session: Session) -> Iterator[_Row]:
    numbers = session.execute(_NUMBERS).scalars().all()
    for start in range(0, len(numbers), STEP):
        part = numbers[start : start + STEP]
        try:
            yield from _read(session, part[0], part[-1])
        except _Unreadable:
            yield from (_alone(session, number) for number in part)


class _Unreadable(Exception):
    """A row holds values that do not fit its columns, so somebody wrote it past the product."""


def _read(session: Session, first: int, last: int) -> list[_Row]:
    try:
        rows = session.execute(_ROWS, {"first": first, "last": last}).all()
        return [_Row(*row[:5], bytes(row.body), row.mac) for row in rows]
    except (ValueError, TypeError, DataError) as error:
        raise _Unreadable from error
    except DBAPIError as error:
        if is_passing(error):
            raise
        raise _Unreadable from error


def _alone(session: Session, number: int) -> _Row:
    try:
        return _read(session, number, number)[0]
    except _Unreadable:
        return _Row(number, None, None, None, "", b"", "")
