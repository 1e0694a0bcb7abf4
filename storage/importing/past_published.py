"""The contents that are published here, as far as a file of credits already held may name them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.attendance.training import source_of
from content.importing.matching import Published
from content.text.folding import fold
from content.titled import Titled
from content.values import CreditKind
from storage.credits import samples
from storage.journal import issues
from storage.programme import courses
from storage.programme.courses import own_name
from storage.tables import Titled as TitledRow
from storage.tables import Training

_TITLES = select(TitledRow.source, TitledRow.sample, TitledRow.title)
_HELD = (
    select(Training.slug, Training.sample, Training.code, Training.held_on, Training.title, Training.title_en)
    .where(Training.held_on.in_(bindparam("days", expanding=True)), Training.withdrawn_at.is_(None))
    .order_by(Training.id)
)


def courses_and_issues(session: Session) -> list[Published]:
    """All that are shown now, by every title that they ever had. Outside the demo samples are left out, because they
    bring no credit.
    """
    demo, former = samples.count_here(session), _former(session)
    shown = (*_courses(session), *_issues(session))
    every = [replace(one, titles=one.titles | former[one.source, one.sample]) for one in shown]
    return [one for one in every if demo or not one.sample]


def trainings(session: Session, days: Sequence[date]) -> list[Published]:
    """The trainings that were held on these days."""
    if not days:
        return []
    demo = samples.count_here(session)
    return [
        Published(own_name(row.slug), source_of(own_name(row.slug)), row.sample, CreditKind.TRAINING, row.code,
                  frozenset({fold(row.title)}) | ({fold(row.title_en)} if row.title_en else set()), row.held_on)
        for row in session.execute(_HELD, {"days": days})
        if demo or not row.sample
    ]  # fmt: skip


def _former(session: Session) -> Mapping[tuple[str, bool], set[str]]:
    """By content all its titles, folded."""
    found = defaultdict[tuple[str, bool], set[str]](set)
    for row in session.execute(_TITLES):
        found[row.source, row.sample].add(fold(row.title))
    return found


def _courses(session: Session) -> Iterator[Published]:
    for listed in courses.listed(session):
        one = listed.course
        kind = CreditKind(one.kind.value)
        yield Published(own_name(one.slug), one.source, one.sample, kind, one.code, _titles(one))


def _issues(session: Session) -> Iterator[Published]:
    for listed in issues.listed(session).issues:
        one = listed.issue
        names = frozenset(map(fold, issues.names(one)))
        yield Published(one.slug, one.source, one.sample, CreditKind.JOURNAL, one.code, _titles(one) | names)


def _titles(one: Titled) -> frozenset[str]:
    return frozenset(fold(title) for title in (one.title, one.title_en) if title)
