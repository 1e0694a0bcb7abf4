"""What members declared and staff accepted."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from content.declarations.declaring import Kind, State, source_of
from content.proving.ground import Ground, Terms
from content.rules import Rulebook, begins
from content.values import CreditKind
from content.words import JA
from storage.proofs.span import Span, among
from storage.tables import Declaration, Evidence

_FILES = select(func.count()).where(Evidence.declaration_id == Declaration.id).scalar_subquery()
_ACCEPTED = select(
    Declaration.id,
    Declaration.member_id,
    Declaration.kind,
    Declaration.held_on,
    Declaration.half_units,
    Declaration.code,
    Declaration.decided_at,
    Declaration.decided_by,
    _FILES.label("files"),
).where(among(Declaration.member_id), Declaration.state == State.ACCEPTED.value)


def grounds(session: Session, span: Span, rulebook: Rulebook) -> Iterator[Ground]:
    """Every declaration that was accepted. Without another person's decision, or without evidence, it brings none."""
    return (_ground(row, rulebook) for row in session.execute(_ACCEPTED, span.values))


def _ground(row: Row[*tuple[Any, ...]], rulebook: Rulebook) -> Ground:
    decided = row.decided_at is not None and row.decided_by not in (None, row.member_id)
    whole = row.held_on is not None and row.code is not None and bool(row.half_units) and bool(row.files)
    terms = (_terms(row, rulebook),) if decided and whole else ()
    return Ground(
        member_id=row.member_id,
        source=source_of(row.id),
        sample=False,
        terms=terms,
        due=bool(terms),
        why=f"the declaration was accepted at {row.decided_at}",
    )


def _terms(row: Row[*tuple[Any, ...]], rulebook: Rulebook) -> Terms:
    return Terms(
        kind=CreditKind.DECLARATION,
        half_units=row.half_units,
        code=row.code,
        title=JA.declare_steps.kind(Kind(row.kind)),
        organiser="",
        earned_at=begins(row.held_on),
        rule_version=rulebook.at(row.held_on).version,
    )
