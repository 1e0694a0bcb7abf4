"""The rows of the two ledgers, for the proof."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import and_, literal
from sqlalchemy import select as choose
from sqlalchemy.orm import Session

from content.proving.written import Written
from storage.proofs.span import Span, among
from storage.tables import CommonCredit, Credit


def _rows(table: Any, what: Any, code: Any) -> Any:
    explained = and_(table.reason.is_not(None), table.author_id.is_not(None))
    return choose(
        table.id,
        table.member_id,
        table.source,
        table.sample,
        table.grant_no,
        table.sign,
        what,
        table.half_units,
        code,
        table.title,
        table.organiser,
        table.earned_on,
        table.earned_at,
        table.rule_version,
        table.reverses_id,
        explained,
        table.written_at,
        table.author_id,
        Credit.import_id,
    ).where(among(table.member_id))


_CREDITS = _rows(Credit, Credit.kind, Credit.code)
_COMMON = _rows(CommonCredit, CommonCredit.category, literal(0)).outerjoin_from(
    CommonCredit,
    Credit,  # the row of the first ledger that was written with it
    and_(
        Credit.member_id == CommonCredit.member_id,
        Credit.source == CommonCredit.source,
        Credit.grant_no == CommonCredit.grant_no,
        Credit.sign == CommonCredit.sign,
    ),
)


def credits(session: Session, span: Span) -> Iterator[Written]:
    """The rows of the first ledger."""
    return (Written(*row) for row in session.execute(_CREDITS, span.values))


def common(session: Session, span: Span) -> Iterator[Written]:
    """The rows of the second ledger."""
    return (Written(*row) for row in session.execute(_COMMON, span.values))
