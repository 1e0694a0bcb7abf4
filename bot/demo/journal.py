"""The sample issues of the journal, moved to the days around the demo's beginning: one is open, one awaits answers."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from importlib.resources import as_file, files
from pathlib import Path

from content.journal import Issue, Postcard, SpecialIssue
from content.package import journal as package
from content.package import postcards as cards
from content.rules import day_of
from storage.engine.sessions import Sessions
from storage.journal import issues, postcards

WRITTEN_FOR = date(2026, 11, 22)
"""The day for which the dates in the sample files were written."""


def furnish(sessions: Sessions, at: datetime) -> None:
    """Publish the issues, and take the postcards that came for one of them."""
    with as_file(files("content") / "journal") as folder, sessions.begin() as session:
        for issue in _issues(folder):
            issues.publish(session, moved(issue, at), at)
        postcards.take(session, tuple(_arrived(one, at) for one in _cards(folder)), at)


def moved(issue: Issue, at: datetime) -> Issue:
    """The same issue, with its month and days moved to this moment."""
    month = _month(issue.month, at)
    slug = f"{month:%Y-%m}{issue.slug[7:]}"
    if isinstance(issue, SpecialIssue):
        return replace(issue, slug=slug, month=month)
    later = _days(at)
    return replace(
        issue,
        slug=slug,
        month=month,
        deadline=issue.deadline + later,
        answers_published_at=issue.answers_published_at + later,
    )


def _arrived(card: Postcard, at: datetime) -> Postcard:
    month = _month(date.fromisoformat(f"{card.slug}-01"), at)
    return replace(card, slug=f"{month:%Y-%m}", received_on=card.received_on + _days(at))


def _month(month: date, at: datetime) -> date:
    today = day_of(at)
    months = month.year * 12 + month.month - 1
    months += (today.year - WRITTEN_FOR.year) * 12 + today.month - WRITTEN_FOR.month
    return date(months // 12, months % 12 + 1, 1)


def _days(at: datetime) -> timedelta:
    return day_of(at) - WRITTEN_FOR


def _issues(folder: Path) -> Iterator[Issue]:
    for file in sorted(folder.glob("*.yaml")):
        issue, faults = package.read(file, file)
        if faults:
            raise RuntimeError(f"a sample issue does not pass its own checks: {faults}")
        if issue is not None:
            yield issue


def _cards(folder: Path) -> Iterator[Postcard]:
    for file in sorted(folder.glob("*.csv")):
        found, faults = cards.read(file, file)
        if faults:
            raise RuntimeError(f"sample postcards do not pass their own checks: {faults}")
        yield from found
