"""The second ledger: 専門医共通講習. It is written and reversed with the first one, and never counts for the 60."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from sqlalchemy import Table, bindparam, func, or_, select
from sqlalchemy.orm import Session

from content.credits.common_lectures import Earned, place
from content.rules import Rules
from content.study.course import CommonLecture
from storage.credits.samples import IN_DEMO
from storage.engine.base import in_row
from storage.engine.statements import insert_new, new_id, run
from storage.tables import CommonCredit

_NEW = insert_new(CommonCredit)
_C = cast(Table, CommonCredit.__table__).c
_SUMS = (
    select(_C.earned_on, _C.category, func.sum(_C.half_units).label("half_units"))
    .where(_C.member_id == bindparam("member"), or_(~_C.sample, IN_DEMO))
    .group_by(_C.earned_on, _C.category)
)
_OF_SOURCES = (
    select(_C.source, _C.category, func.sum(_C.half_units).label("half_units"))
    .where(_C.member_id == bindparam("member"), or_(~_C.sample, IN_DEMO))
    .where(_C.earned_on.between(bindparam("first"), bindparam("last")))
    .group_by(_C.source, _C.category)
)
_GRANT = (
    select(CommonCredit)
    .where(CommonCredit.member_id == bindparam("member"), CommonCredit.source == bindparam("source"))
    .where(CommonCredit.grant_no == bindparam("grant"), CommonCredit.sign == 1)
)
_KEPT = (
    "member_id",
    "source",
    "grant_no",
    "category",
    "title",
    "organiser",
    "earned_on",
    "earned_at",
    "rule_version",
    "sample",
)


@dataclass(frozen=True)
class Granted:
    """The fields that a row has in common with its credit in the first ledger."""

    member_id: int
    source: str
    grant_no: int
    title: str
    organiser: str
    earned_on: date
    earned_at: datetime
    sample: bool


def award(session: Session, credit: Granted, common: CommonLecture, rules: Rules) -> bool:
    """Write the common lecture's own units if they count on the day of the credit. True if a row was written."""
    if credit.earned_on < rules.common_lecture_from:
        return False
    values = vars(credit) | {
        "sign": 1,
        "half_units": common.half_units,
        "category": common.category,
        "written_at": credit.earned_at,
        "rule_version": rules.version,
    }
    return run(session, _NEW, values) == 1


def reverse(
    session: Session, member_id: int, source: str, grant_no: int, *, reason: str, author_id: int, at: datetime
) -> bool:
    """Reverse what this grant brought in this ledger; False if it brought nothing, or that is reversed already."""
    values = {"member": member_id, "source": source, "grant": grant_no}
    row = session.execute(_GRANT, values).scalar_one_or_none()
    if row is None:
        return False
    same = {name: getattr(row, name) for name in _KEPT}
    turned = {"sign": -1, "half_units": -row.half_units, "reverses_id": row.id}
    why = {"written_at": at, "reason": reason, "author_id": author_id}
    return run(session, _NEW, in_row(CommonCredit, new_id(session, CommonCredit), same | turned | why)) == 1


def earned(session: Session, member_id: int) -> tuple[Earned, ...]:
    """What stands and counts, summed by day and category."""
    rows = session.execute(_SUMS, {"member": member_id})
    return tuple(Earned(row.earned_on, row.category, row.half_units) for row in rows)


def by_source(session: Session, member_id: int, first_day: date, last_day: date) -> Mapping[str, CommonLecture]:
    """What stands and counts and was earned on these days (both included), by the content that brought it."""
    values = {"member": member_id, "first": first_day, "last": last_day}
    return {
        row.source: CommonLecture(row.category, int(row.half_units))
        for row in session.execute(_OF_SOURCES, values)
        if row.half_units
    }


def by_category(
    session: Session, member_id: int, first_day: date = date.min, last_day: date = date.max
) -> Mapping[str, int]:
    """Half-units by category (必修講習A 感染対策), of what counts and was earned on these days; both included."""
    sums: dict[str, int] = {}
    for row in session.execute(_SUMS, {"member": member_id}):
        if first_day <= row.earned_on <= last_day:
            sums[row.category] = sums.get(row.category, 0) + row.half_units
    return {category: sums[category] for category in sorted(sums, key=place) if sums[category]}
