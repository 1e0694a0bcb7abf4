"""Issues of the journal for tests. The answers to their questions are in RIGHTS."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from content.journal import JournalIssue, ListedIssue
from content.study.course import Item
from content.study.grading import bits
from storage.journal import issues

DEADLINE = datetime(2026, 12, 25, 8, 0, tzinfo=UTC)
TOLD = datetime(2027, 2, 1, 0, 0, tzinfo=UTC)
RIGHTS = ((1,), (2, 4), (3,), (4,), (5,))


def an_issue(
    slug: str = "2026-12",
    *,
    rights: Sequence[Iterable[int]] = RIGHTS,
    deadline: datetime = DEADLINE,
    told: datetime = TOLD,
    code: int = 82,
) -> JournalIssue:
    questions = tuple(
        Item(number, f"Q{number}", tuple("甲乙丙丁戊"), frozenset(right), f"E{number}")
        for number, right in enumerate(rights, start=1)
    )
    month = date.fromisoformat(f"{slug[:7]}-01")
    return JournalIssue(slug, month, "禁煙支援", False, "見本編集委員会", code, 2, deadline, told, questions)


def publish(session: Session, issue: JournalIssue, at: datetime) -> ListedIssue:
    """Publish an issue and read it back."""
    issues.publish(session, issue, at)
    return issues.by_slug(session, issue.slug)


def marks(right: int, rights: Sequence[Iterable[int]] = RIGHTS) -> tuple[int, ...]:
    """Ticks of a sheet: the first `right` questions are answered rightly, the others wrongly."""
    keys = [bits(key) for key in rights]
    return tuple(key if place <= right else 0b11111 & ~key for place, key in enumerate(keys, start=1))


def with_key(issue: JournalIssue, rights: Sequence[Iterable[int]]) -> JournalIssue:
    """The same questions with another key."""
    keyed = zip(issue.questions, rights, strict=True)
    return replace(issue, questions=tuple(replace(one, right=frozenset(right)) for one, right in keyed))
