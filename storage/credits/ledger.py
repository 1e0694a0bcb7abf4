"""The ledger of credits. Rows are only added; a total is a sum of rows; a mistake is reversed by a further row.

A credit of a sample stands like any other, but outside the demo it is in no sum (storage.credits.samples). A sample and
the real content that takes its name are two contents with one source: their credits are told apart by the mark.
Every statement about a member selects the rows by member id, with which the indexes begin: so it reads one member's
rows only, however long the ledger grows. The same acts write the second ledger (storage.credits.common).
"""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import Table, bindparam, func, or_, select
from sqlalchemy.orm import Session

from content.credits import sums
from content.credits.credit import By, Origin, StandingCredit, Totals, is_undone
from content.credits.goal import Earning
from content.rules import Rules, day_of
from content.study.course import CommonLecture
from content.values import CreditKind
from storage.credits import alike, reversals
from storage.credits import common as common_ledger
from storage.credits.samples import IN_DEMO
from storage.credits.writing import new_row
from storage.engine.base import in_row
from storage.engine.statements import insert_new, run
from storage.tables import Credit

Content = tuple[str, bool]
"""A source, and whether it is the sample of that name."""

_NEW = insert_new(Credit)
_HERE = Origin(None, None)
_C = cast(Table, Credit.__table__).c
"""Columns of the table, not of the mapped class: with those a statement costs twice as much."""
_COUNTS = or_(~_C.sample, IN_DEMO)
_DAYS = (
    select(_C.earned_on, _C.kind, _C.code, func.sum(_C.half_units).label("half_units"))
    .where(_C.member_id == bindparam("member"))
    .where(_C.earned_on.between(bindparam("first"), bindparam("last")), _COUNTS)
    .group_by(_C.earned_on, _C.kind, _C.code)
    .order_by(_C.earned_on, _C.kind, _C.code)
)
# the latest row first: of one grant, the reversal (sign -1) sorts before the grant itself (sign 1)
_OF_SOURCE = (
    select(_C.id, _C.grant_no, _C.sign, _C.sample, _C.import_id, _C.author_id)
    .where(_C.member_id == bindparam("member"), _C.source == bindparam("source"))
    .order_by(_C.grant_no.desc(), _C.sign)
)
_SOURCES = (
    select(_C.source, _C.sample, _C.sign, _C.import_id, _C.author_id)
    .where(_C.member_id == bindparam("member"))
    .order_by(_C.grant_no, _C.sign.desc())
)
# grants and reversals are matched in Python, not by a join: PostgreSQL may walk over everybody's reversals for a join
_ROWS = select(
    _C.id,
    _C.kind,
    _C.source,
    _C.half_units,
    _C.code,
    _C.title,
    _C.organiser,
    _C.earned_on,
    _C.earned_at,
    _C.rule_version,
    _C.written_at,
    _C.sample,
    _C.import_id,
    _C.certifiable,
    _C.author_id,
    _COUNTS.label("counts"),
    _C.reverses_id,
).where(_C.member_id == bindparam("member"))
_OF_SOURCE_ROWS = _ROWS.where(_C.source == bindparam("source"), _C.sample == bindparam("sample"))
_ENTRIES = _ROWS.where(_C.earned_on.between(bindparam("first"), bindparam("last"))).order_by(
    _C.earned_on.desc(), _C.id.desc()
)


def award(
    session: Session,
    *,
    member_id: int,
    kind: CreditKind,
    source: str,
    half_units: int,
    code: int,
    title: str,
    organiser: str,
    earned_at: datetime,
    rules: Rules,
    common: CommonLecture | None = None,
    written_at: datetime | None = None,
    sample: bool = False,
    by: By | None = None,
    origin: Origin | None = None,
) -> bool:
    """Add a credit. Its day is the day in Japan at `earned_at`. False if a credit of this content stands already.

    `common`: the 専門医共通講習 that the content also is, if it counted then. `written_at`: if that is
    later. `by`: who of staff grants it and why. `origin`: an import brings it. After a reversal it is a further grant.
    """
    if half_units < 1:
        raise ValueError(f"{half_units} half-units are no credit")
    rows = session.execute(_OF_SOURCE, {"member": member_id, "source": source}).all()
    if any(row.sign == 1 for row in _latest(rows, sample)):
        return False
    if _alike(session, member_id, source, sample) is not None:
        return False
    grant_no = 1 + max((row.grant_no for row in rows), default=0)
    what = {"kind": CreditKind(kind).value, "half_units": half_units, "code": code} | vars(origin or _HERE)
    about = {"title": title, "organiser": organiser, "rule_version": rules.version, "sample": sample}
    when = {"earned_on": day_of(earned_at), "earned_at": earned_at, "written_at": written_at or earned_at}
    values = {"member_id": member_id, "source": source, "grant_no": grant_no, "sign": 1} | what | about | when
    values = values if by is None else in_row(Credit, new_row(session), values | vars(by))
    written = run(session, _NEW, values) == 1  # 0: another transaction wrote the same grant since we looked
    if written and common is not None:
        common_ledger.award(session, _granted(values), common, rules)
    return written


def reverse(session: Session, member_id: int, source: str, *, reason: str, author_id: int, at: datetime) -> bool:
    """Reverse the credit of this source in both ledgers, by rows of the same day. False if no credit stands."""
    latest = session.execute(_OF_SOURCE, {"member": member_id, "source": source}).first()
    if latest is None or latest.sign == -1:
        return False
    return reversals.take_back(session, latest.id, By(reason, author_id), at)


def granted(session: Session, member_id: int) -> frozenset[Content]:
    """Every content that gave this member a credit, as was_granted says it; and those for which it is in doubt."""
    rows = session.execute(_SOURCES, {"member": member_id}).all()
    last = {(row.source, row.sample): row for row in rows}
    grants = {(row.source, row.sample): row for row in rows if row.sign == 1}
    given = (content for content, row in last.items() if not is_undone(row, grants[content]))
    return frozenset(given) | {*alike.of(session, member_id)}


def contents(session: Session, member_id: int) -> frozenset[Content]:
    """Every content of which a credit stands, or an imported one that is the same."""
    own = frozenset((one.source, one.sample) for one in standing(session, member_id))
    return own | {content for content, one in alike.of(session, member_id).items() if one.sure}


def has(session: Session, member_id: int, source: str, *, sample: bool = False) -> bool:
    """Whether a credit of this content stands, or an imported one that is the same."""
    return of_source(session, member_id, source, sample=sample) is not None


def was_granted(session: Session, member_id: int, source: str, *, sample: bool = False) -> bool:
    """Whether this content gave the member a credit, even if staff reversed it. One that an import had brought, and
    that went with the import, or with a file of grants that was stopped, is as if it had never been: nobody decided
    about it, and it can be earned here.
    """
    rows = session.execute(_OF_SOURCE, {"member": member_id, "source": source}).all()
    mine = [row for row in rows if row.sample is sample]
    given = any(not is_undone(mine[0], row) for row in mine[:2] if row.sign == 1)  # the last grant
    return given or _alike(session, member_id, source, sample) is not None


def history(
    session: Session, member_id: int, first_day: date = date.min, last_day: date = date.max
) -> tuple[Earning, ...]:
    """The half-units that stand and count, for each day, kind and code between these days (both included), the earliest
    first.
    """
    rows = session.execute(_DAYS, {"member": member_id, "first": first_day, "last": last_day})
    return tuple(
        # PostgreSQL sums integers into bigint, SQLite into int: both arrive as int
        Earning(row.earned_on, CreditKind(row.kind), row.code, row.half_units)
        for row in rows
        if row.half_units
    )


def totals(session: Session, member_id: int, first_day: date, last_day: date) -> Totals:
    """The sum of what was earned on these days (both included)."""
    return sums.total(history(session, member_id, first_day, last_day))


def yearly(session: Session, member_id: int) -> Mapping[int, Totals]:
    """The sum of each fiscal year that has a credit, the latest year first."""
    return sums.by_year(history(session, member_id))


def entries(
    session: Session, member_id: int, first_day: date = date.min, last_day: date = date.max
) -> tuple[StandingCredit, ...]:
    """The credits that stand and count and were earned on these days (both included), the latest first."""
    return tuple(one for one in standing(session, member_id, first_day, last_day) if one.counts)


def standing(
    session: Session, member_id: int, first_day: date = date.min, last_day: date = date.max
) -> tuple[StandingCredit, ...]:
    """The same with the samples that count nowhere: for lists, which mark them; never for a sum."""
    values = {"member": member_id, "first": first_day, "last": last_day}
    return _standing(session.execute(_ENTRIES, values).all())


def of_source(session: Session, member_id: int, source: str, *, sample: bool = False) -> StandingCredit | None:
    """The standing credit of this content: its own, or an imported one that has another source and stands for it."""
    own = _of_name(session, member_id, source, sample=sample)
    return _alike(session, member_id, source, sample) if own is None else own


def doubtful(session: Session, member_id: int, source: str, *, sample: bool = False) -> StandingCredit | None:
    """The imported credit that may be of this content, if the content has none and nobody can tell."""
    found = alike.of_content(session, member_id, source, sample=sample)
    if found is None or found.sure or _of_name(session, member_id, source, sample=sample) is not None:
        return None
    return _of_name(session, member_id, found.credit.source, sample=False)


def _of_name(session: Session, member_id: int, source: str, *, sample: bool) -> StandingCredit | None:
    values = {"member": member_id, "source": source, "sample": sample}
    return next(iter(_standing(session.execute(_OF_SOURCE_ROWS, values).all())), None)


def _alike(session: Session, member_id: int, source: str, sample: bool) -> StandingCredit | None:
    """The imported credit that surely stands for this content under another name."""
    found = alike.of_content(session, member_id, source, sample=sample)
    if found is None or not found.sure:
        return None
    return _of_name(session, member_id, found.credit.source, sample=False)


def _latest(rows: Sequence[Any], sample: bool) -> Sequence[Any]:
    """The latest row of those with this mark; empty if there is none."""
    return [row for row in rows if row.sample is sample][:1]


def _granted(values: Mapping[str, Any]) -> common_ledger.Granted:
    shared = {field.name: values[field.name] for field in fields(common_ledger.Granted)}
    return common_ledger.Granted(**shared)


def _standing(rows: Sequence[Any]) -> tuple[StandingCredit, ...]:
    """The grants that no row among these reverses. A reversal has its grant's day and source, so it is among them."""
    gone = {row.reverses_id for row in rows}
    return tuple(_entry(row) for row in rows if row.reverses_id is None and row.id not in gone)


def _entry(row: Any) -> StandingCredit:
    values = {field.name: getattr(row, field.name) for field in fields(StandingCredit)}
    return StandingCredit(**values | {"kind": CreditKind(row.kind), "counts": bool(row.counts)})
