"""What imports of credits already held say, as far as their rows are kept."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from content.importing.report import Kind, Outcome, State
from content.proving.ground import Terms
from content.proving.imported import Imports
from content.proving.imported import Row as Named
from content.rules import Rulebook, begins
from content.study.course import CommonLecture
from content.values import CreditKind
from storage.importing.staged import SPAN
from storage.proofs.span import Span, among
from storage.tables import Import, ImportRow

_IMPORTS = select(Import.id, Import.state, Import.total).where(Import.kind == Kind.CREDITS.value)
_ROWS = select(ImportRow.id, ImportRow.member_id, ImportRow.after).where(
    among(ImportRow.member_id), ImportRow.outcome == Outcome.NEW.value
)
_DONE = (State.APPLYING, State.APPLIED, State.UNDOING, State.UNDONE)


def imports(session: Session, span: Span, rulebook: Rulebook) -> Imports:
    """All imports of credits, and what their rows say of these members."""
    every = [row for row in session.execute(_IMPORTS) if State(row.state) in _DONE]
    kept = frozenset(row.id for row in every if row.total)
    states = {row.id: State(row.state) for row in every}
    return Imports(states, kept, dict(_rows(session, span, kept, rulebook)) if kept else {})


def _rows(session: Session, span: Span, kept: frozenset[int], rulebook: Rulebook) -> Iterator[tuple[Named, Terms]]:
    for row in session.execute(_ROWS, span.values):
        number, after = row.id // SPAN, row.after
        if number in kept:
            yield (row.member_id, number, after["source"], after["sample"]), _terms(row, rulebook)


def _common(after: Mapping[str, Any]) -> CommonLecture | None:
    """Its own units; a report of before version 0.10 says only those of the credit."""
    if not after["category"]:
        return None
    return CommonLecture(after["category"], after.get("common_half_units", after["half_units"]))


def _terms(row: Row[*tuple[Any, ...]], rulebook: Rulebook) -> Terms:
    after = row.after
    day = date.fromisoformat(after["day"])
    return Terms(
        kind=CreditKind(after["kind"]),
        half_units=after["half_units"],
        code=after["code"],
        title=after["title"],
        organiser=after["organiser"],
        earned_at=begins(day),
        rule_version=rulebook.at(day).version,
        common=_common(after),
    )
