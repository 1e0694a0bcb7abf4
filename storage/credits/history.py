"""What the ledgers know of a member and a content: the credit that stands; if none does, how the last was reversed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from content.credits.explaining import Past
from content.credits.why import Before, BroughtBefore, ImportUndone, MayBeBrought, TakenBack
from content.importing.alike import Alike
from content.rules import day_of
from content.study.course import CommonLecture
from content.values import CreditKind
from storage.credits import alike, ledger
from storage.credits.ledger import Content
from storage.tables import CommonCredit, Credit

_REVERSED = (
    select(
        Credit.reverses_id,
        Credit.kind,
        Credit.source,
        Credit.title,
        Credit.code,
        Credit.half_units,
        Credit.organiser,
        Credit.earned_on,
        Credit.written_at,
        Credit.reason,
        Credit.sample,
        Credit.author_id,
    )
    .where(Credit.member_id == bindparam("member"), Credit.reverses_id.is_not(None))
    .order_by(Credit.grant_no)
)
_REVERSED_OF = _REVERSED.where(Credit.source == bindparam("source"), Credit.sample == bindparam("sample"))
_COMMON = (
    select(CommonCredit.category, func.sum(CommonCredit.half_units).label("half_units"))
    .where(CommonCredit.member_id == bindparam("member"), CommonCredit.source == bindparam("source"))
    .where(CommonCredit.sample == bindparam("sample"))
    .group_by(CommonCredit.category)
    .order_by(CommonCredit.category)
)


Known = Mapping[Content, Before]


@dataclass(frozen=True)
class Gone:
    """A credit that was reversed. `id` is the number of the row that granted it."""

    id: int
    kind: CreditKind
    source: str
    title: str
    code: int
    half_units: int
    taken_back: TakenBack | ImportUndone
    organiser: str
    earned_on: date
    sample: bool = False


_COUNTED = tuple(
    select(func.count()).select_from(table).where(table.member_id == bindparam("member"))
    for table in (Credit, CommonCredit)
)


def of(session: Session, member_id: int, source: str, *, sample: bool = False) -> Past:
    """What the ledger knows of this content."""
    standing = ledger.of_source(session, member_id, source, sample=sample)
    if standing is not None:
        other = None if standing.source == source else BroughtBefore(standing.earned_on, standing.title)
        return Past(earned_on=standing.earned_on, counts=standing.counts, before=other)
    doubt = ledger.doubtful(session, member_id, source, sample=sample)
    may_be = None if doubt is None else MayBeBrought(doubt.earned_on, doubt.title)
    rows = session.execute(_REVERSED_OF, {"member": member_id, "source": source, "sample": sample}).all()
    return Past(taken_back=_gone(rows[-1]).taken_back if rows else None, before=may_be)


def every(session: Session, member_id: int) -> Mapping[Content, Past]:
    """The same for every content that ever gave this member a credit, in a fixed number of statements."""
    back = {(one.source, one.sample): Past(taken_back=one.taken_back) for one in gone(session, member_id)}
    every = ledger.standing(session, member_id)
    other = {content: _past(back.get(content, Past()), one) for content, one in before(session, member_id).items()}
    return back | other | {(one.source, one.sample): Past(earned_on=one.earned_on, counts=one.counts) for one in every}


def before(session: Session, member_id: int) -> Known:
    """By content the imported credit under another name that is, or may be, that of the content. If the content has a
    credit of its own, it is left out.
    """
    own = {(one.source, one.sample) for one in ledger.standing(session, member_id)}
    every = {content: one for content, one in alike.of(session, member_id).items() if content not in own}
    return {content: _before(one) for content, one in every.items()}


def _before(one: Alike) -> Before:
    day, title = one.credit.record.day, one.credit.record.title
    return BroughtBefore(day, title) if one.sure else MayBeBrought(day, title)


def _past(past: Past, other: Before) -> Past:
    """The same, with an imported credit under another name: it is of no sample, so it counts."""
    earned_on = other.day if isinstance(other, BroughtBefore) else past.earned_on
    return replace(past, earned_on=earned_on, before=other)


def gone(session: Session, member_id: int) -> tuple[Gone, ...]:
    """The credits that were reversed and not granted again, the latest reversal first."""
    standing = {(credit.source, credit.sample) for credit in ledger.standing(session, member_id)}
    rows = session.execute(_REVERSED, {"member": member_id}).all()
    reversed_ = {(row.source, row.sample): _gone(row) for row in rows}  # ordered: the last grant wins
    latest = {content: one for content, one in reversed_.items() if content not in standing}
    return tuple(sorted(latest.values(), key=lambda one: one.taken_back.day, reverse=True))


def common(session: Session, member_id: int, source: str, *, sample: bool = False) -> tuple[CommonLecture, ...]:
    """The standing 専門医共通講習 that this content brought."""
    rows = session.execute(_COMMON, {"member": member_id, "source": source, "sample": sample})
    return tuple(CommonLecture(row.category, row.half_units) for row in rows if row.half_units)


def rows_of(session: Session, member_id: int) -> int:
    """How many rows both ledgers have of the member."""
    about = {"member": member_id}
    return sum(session.execute(counted, about).scalar_one() for counted in _COUNTED)


def _gone(row: Any) -> Gone:
    return Gone(
        row.reverses_id,
        CreditKind(row.kind),
        row.source,
        row.title,
        row.code,
        -row.half_units,
        _reversal(row),
        row.organiser,
        row.earned_on,
        row.sample,
    )


def _reversal(row: Any) -> TakenBack | ImportUndone:
    """Nobody decided about this credit alone if the import that brought it was taken back."""
    day = day_of(row.written_at)
    return ImportUndone(day) if row.author_id is None else TakenBack(day, row.reason or "")
