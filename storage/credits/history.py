"""What the ledgers know of a member and a content: the credit that stands; if none does, how the last was reversed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from content.course import CommonLecture
from content.explaining import Past
from content.rules import day_of
from content.values import CreditKind
from content.why import TakenBack
from storage.credits import ledger
from storage.tables import CommonCredit, Credit

_REVERSED = (
    select(
        Credit.reverses_id,
        Credit.kind,
        Credit.source,
        Credit.title,
        Credit.code,
        Credit.half_units,
        Credit.written_at,
        Credit.reason,
    )
    .where(Credit.member_id == bindparam("member"), Credit.reverses_id.is_not(None))
    .order_by(Credit.grant_no)
)
_REVERSED_OF = _REVERSED.where(Credit.source == bindparam("source"))
_COMMON = (
    select(CommonCredit.category, func.sum(CommonCredit.half_units).label("half_units"))
    .where(CommonCredit.member_id == bindparam("member"), CommonCredit.source == bindparam("source"))
    .group_by(CommonCredit.category)
    .order_by(CommonCredit.category)
)


@dataclass(frozen=True)
class Gone:
    """A credit that was reversed. `id` is the number of the row that granted it."""

    id: int
    kind: CreditKind
    source: str
    title: str
    code: int
    half_units: int
    taken_back: TakenBack


def of(session: Session, member_id: int, source: str) -> Past:
    """What the ledger knows of this source."""
    standing = ledger.of_source(session, member_id, source)
    if standing is not None:
        return Past(earned_on=standing.earned_on, counts=standing.counts)
    rows = session.execute(_REVERSED_OF, {"member": member_id, "source": source}).all()
    return Past(taken_back=_gone(rows[-1]).taken_back) if rows else Past()


def every(session: Session, member_id: int) -> Mapping[str, Past]:
    """The same for every source that ever gave this member a credit, in a fixed number of statements."""
    back = {credit.source: Past(taken_back=credit.taken_back) for credit in gone(session, member_id)}
    every = ledger.standing(session, member_id)
    return back | {credit.source: Past(earned_on=credit.earned_on, counts=credit.counts) for credit in every}


def gone(session: Session, member_id: int) -> tuple[Gone, ...]:
    """The credits that were reversed and not granted again, the latest reversal first."""
    standing = {credit.source for credit in ledger.standing(session, member_id)}
    rows = session.execute(_REVERSED, {"member": member_id}).all()
    latest = {row.source: _gone(row) for row in rows if row.source not in standing}  # ordered: the last grant wins
    return tuple(sorted(latest.values(), key=lambda one: one.taken_back.day, reverse=True))


def common(session: Session, member_id: int, source: str) -> tuple[CommonLecture, ...]:
    """The standing 専門医共通講習 that this source brought."""
    rows = session.execute(_COMMON, {"member": member_id, "source": source})
    return tuple(CommonLecture(row.category, row.half_units) for row in rows if row.half_units)


def _gone(row: Any) -> Gone:
    taken_back = TakenBack(day_of(row.written_at), row.reason or "")
    return Gone(row.reverses_id, CreditKind(row.kind), row.source, row.title, row.code, -row.half_units, taken_back)
