"""The ledger of credits: rows are only ever added, a total is a sum of rows, a mistake is reversed by a row."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session, aliased

from content.rules import Rules, day_of, fiscal_year
from storage.statements import insert_new, run
from storage.tables import Credit

_NEW = insert_new(Credit)
_SUMS = (
    select(Credit.code, func.sum(Credit.half_units).label("half_units"))
    .where(Credit.member_id == bindparam("member"))
    .where(Credit.earned_on.between(bindparam("first"), bindparam("last")))
    .group_by(Credit.code)
)
_DAYS = (
    select(Credit.earned_on, Credit.code, func.sum(Credit.half_units).label("half_units"))
    .where(Credit.member_id == bindparam("member"))
    .group_by(Credit.earned_on, Credit.code)
    .order_by(Credit.earned_on)
)
_OF_SOURCE = (
    select(Credit.id, Credit.grant_no, Credit.sign)
    .where(Credit.member_id == bindparam("member"), Credit.source == bindparam("source"))
    .order_by(Credit.grant_no.desc(), Credit.sign)
    .limit(1)
)
_REVERSING = aliased(Credit)
_STANDING = (
    select(Credit)
    .outerjoin(_REVERSING, _REVERSING.reverses_id == Credit.id)
    .where(Credit.member_id == bindparam("member"), Credit.sign == 1, _REVERSING.id.is_(None))
)
_OF_SOURCE_STANDING = _STANDING.where(Credit.source == bindparam("source"))
_ENTRIES = _STANDING.where(Credit.earned_on.between(bindparam("first"), bindparam("last"))).order_by(
    Credit.earned_on.desc(), Credit.id.desc()
)


@dataclass(frozen=True)
class Totals:
    """The sum of the credits of a stretch of days, and the curriculum codes that they are of."""

    half_units: int
    codes: frozenset[int]


@dataclass(frozen=True)
class Entry:
    """A credit that stands. `source` names the content ("course:hypertension"), `kind` is a content.course.Kind."""

    id: int
    kind: str
    source: str
    half_units: int
    code: int
    title: str
    organiser: str
    earned_on: date
    earned_at: datetime
    rule_version: str


def award(
    session: Session,
    *,
    member_id: int,
    kind: str,
    source: str,
    half_units: int,
    code: int,
    title: str,
    organiser: str,
    earned_at: datetime,
    rules: Rules,
) -> bool:
    """Add a credit, of Japan's day of `earned_at`, unless one from this source stands: then False.

    Where the former one was reversed it is a further grant. Raises ValueError for less than half a credit.
    """
    if half_units < 1:
        raise ValueError(f"{half_units} half-units are no credit")
    latest = session.execute(_OF_SOURCE, {"member": member_id, "source": source}).one_or_none()
    if latest is not None and latest.sign == 1:
        return False
    values = {
        "member_id": member_id,
        "kind": kind,
        "source": source,
        "grant_no": 1 if latest is None else latest.grant_no + 1,
        "sign": 1,
        "half_units": half_units,
        "code": code,
        "title": title,
        "organiser": organiser,
        "earned_on": day_of(earned_at),
        "earned_at": earned_at,
        "written_at": earned_at,
        "rule_version": rules.version,
    }
    return run(session, _NEW, values) == 1


def reverse(session: Session, member_id: int, source: str, *, reason: str, author_id: int, at: datetime) -> bool:
    """Take back the credit that stands from this source, by a row of the same day and code; False if none stands."""
    latest = session.execute(_OF_SOURCE, {"member": member_id, "source": source}).one_or_none()
    if latest is None or latest.sign == -1:
        return False
    grant = session.get_one(Credit, latest.id)
    same = {name: getattr(grant, name) for name in _KEPT}
    turned = {"sign": -1, "half_units": -grant.half_units, "reverses_id": grant.id}
    why = {"written_at": at, "reason": reason, "author_id": author_id}
    return run(session, _NEW, same | turned | why) == 1


_KEPT = (
    "member_id",
    "kind",
    "source",
    "grant_no",
    "code",
    "title",
    "organiser",
    "earned_on",
    "earned_at",
    "rule_version",
)


def has(session: Session, member_id: int, source: str) -> bool:
    """Whether a credit from this source stands."""
    latest = session.execute(_OF_SOURCE, {"member": member_id, "source": source}).one_or_none()
    return latest is not None and latest.sign == 1


def was_granted(session: Session, member_id: int, source: str) -> bool:
    """Whether a credit from this source was ever given, reversed since or not."""
    return session.execute(_OF_SOURCE, {"member": member_id, "source": source}).one_or_none() is not None


def totals(session: Session, member_id: int, first_day: date, last_day: date) -> Totals:
    """What was earned on these days, both included."""
    rows = session.execute(_SUMS, {"member": member_id, "first": first_day, "last": last_day})
    return _total({row.code: row.half_units for row in rows})


def yearly(session: Session, member_id: int) -> Mapping[int, Totals]:
    """What was earned in each fiscal year that has any credit, the latest year first."""
    sums: dict[int, dict[int, int]] = {}
    for row in session.execute(_DAYS, {"member": member_id}):
        year = sums.setdefault(fiscal_year(row.earned_on), {})
        year[row.code] = year.get(row.code, 0) + row.half_units
    every = {year: _total(sums[year]) for year in sorted(sums, reverse=True)}
    return {year: total for year, total in every.items() if total.half_units}


def codes_earned(session: Session, member_id: int) -> frozenset[int]:
    """The curriculum codes of all credits that stand, ever."""
    return totals(session, member_id, date.min, date.max).codes


def entries(
    session: Session, member_id: int, first_day: date = date.min, last_day: date = date.max
) -> tuple[Entry, ...]:
    """The credits that stand and were earned on these days (both included), the latest first."""
    values = {"member": member_id, "first": first_day, "last": last_day}
    return tuple(map(_entry, session.execute(_ENTRIES, values).scalars()))


def of_source(session: Session, member_id: int, source: str) -> tuple[Entry, ...]:
    """The credit that stands from this source, or nothing."""
    return tuple(map(_entry, session.execute(_OF_SOURCE_STANDING, {"member": member_id, "source": source}).scalars()))


def _total(sums: Mapping[int, Any]) -> Totals:
    # PostgreSQL sums integers into bigint, SQLite into int: both arrive as int
    return Totals(sum(sums.values()), frozenset(code for code, half_units in sums.items() if half_units > 0))


def _entry(row: Credit) -> Entry:
    return Entry(
        row.id,
        row.kind,
        row.source,
        row.half_units,
        row.code,
        row.title,
        row.organiser,
        row.earned_on,
        row.earned_at,
        row.rule_version,
    )
