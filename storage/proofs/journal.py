"""The sheets of the journal that members submitted, graded again."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from content.journal import SheetState
from content.proving.ground import Ground, Terms
from content.rules import Rulebook
from content.values import CreditKind
from content.words import JA
from storage.proofs.span import Span, among
from storage.proofs.wordings import IssueWording, Programme
from storage.tables import JournalAnswer, JournalSheet

_GRADED = (SheetState.CREDITED.value, SheetState.PASSED.value)
_SHEETS = select(
    JournalSheet.id,
    JournalSheet.member_id,
    JournalSheet.issue_id,
    JournalSheet.edition_id,
    JournalSheet.state,
    JournalSheet.submitted_at,
    JournalSheet.graded_at,
).where(among(JournalSheet.member_id), JournalSheet.state.in_(_GRADED))
_TICKED = (
    select(JournalAnswer.sheet_id, JournalAnswer.question, JournalAnswer.ticked)
    .join(JournalSheet, JournalSheet.id == JournalAnswer.sheet_id)
    .where(among(JournalSheet.member_id), JournalSheet.state.in_(_GRADED))
)


def grounds(session: Session, span: Span, programme: Programme, rulebook: Rulebook) -> Iterator[Ground]:
    """Every sheet that was graded and passed. A sheet that says so and does not reach the mark brings no credit."""
    ticked = _ticked(session, span)
    for row in session.execute(_SHEETS, span.values):
        seen = programme.seen[row.edition_id]
        terms = tuple(_terms(row, ticked[row.id], seen, programme, rulebook))
        yield Ground(
            member_id=row.member_id,
            source=seen.issue.source,
            sample=seen.issue.sample,
            terms=terms,
            due=bool(terms) and row.state == SheetState.CREDITED.value,
            why=f"the sheet was credited at {row.graded_at}",
        )


def _ticked(session: Session, span: Span) -> Mapping[int, Mapping[int, int]]:
    """What was ticked at each question, by sheet."""
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for row in session.execute(_TICKED, span.values):
        found[row.sheet_id][row.question] = row.ticked
    return found


def _terms(
    row: Row[*tuple[Any, ...]], ticked: Mapping[int, int], seen: IssueWording, programme: Programme, rulebook: Rulebook
) -> Iterator[Terms]:
    """By each wording that was published by the grading. If it asks the same, its key counts, otherwise that of the
    wording which was answered.
    """
    rules = rulebook.now(row.submitted_at)
    for one in programme.issues[row.issue_id]:
        key = one.key if one.issue.asks_the_same(seen.issue) else seen.key
        right = sum(ticked.get(place) == bits for place, bits in enumerate(key, start=1))
        if one.published_at > row.graded_at or not rules.passes_journal(right, len(key)):
            continue
        issue = one.issue
        days = {"submission": row.submitted_at, "publication": issue.answers_published_at}
        yield Terms(
            kind=CreditKind.JOURNAL,
            half_units=issue.half_units,
            code=issue.code,
            title=JA.journal.name(issue.month, issue.title),
            organiser=issue.planning,
            earned_at=days[rules.journal_credit_day],
            rule_version=rules.version,
        )
