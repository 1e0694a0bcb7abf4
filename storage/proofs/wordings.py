"""Every wording in which courses and issues were published, read once for a whole proof."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from content.journal import JournalIssue
from content.journal import from_document as issue_from
from content.study.course import Course, from_document
from content.study.grading import bits
from storage.tables import Edition, Film, JournalEdition

_EDITIONS = select(Edition.id, Edition.course_id, Edition.published_at, Edition.document).order_by(Edition.id)
_ISSUES = select(
    JournalEdition.id, JournalEdition.issue_id, JournalEdition.published_at, JournalEdition.document
).order_by(JournalEdition.id)
_FILMS = select(Film.id, Film.course_id, Film.chapter, Film.seconds)


@dataclass(frozen=True)
class CourseWording:
    """A wording of a course. `key`: the right choices of each question, as the record keeps ticks."""

    course: Course
    published_at: datetime
    key: Mapping[int, int]


@dataclass(frozen=True)
class IssueWording:
    """A wording of an issue of the journal, and the right choices of its questions in their order."""

    issue: JournalIssue
    published_at: datetime
    key: tuple[int, ...]


@dataclass(frozen=True)
class Version:
    """One version of a chapter's film, and its length in seconds."""

    course_id: int
    chapter: int
    seconds: int


@dataclass(frozen=True)
class Programme:
    """All wordings by course and by issue, the oldest first, those of courses by edition too, and all films."""

    courses: Mapping[int, Sequence[CourseWording]]
    editions: Mapping[int, CourseWording]
    issues: Mapping[int, Sequence[IssueWording]]
    seen: Mapping[int, IssueWording]
    films: Mapping[int, Version]


def programme(session: Session) -> Programme:
    """Everything that was ever published."""
    courses: dict[int, list[CourseWording]] = defaultdict(list)
    editions: dict[int, CourseWording] = {}
    for row in session.execute(_EDITIONS):
        course = from_document(row.document)
        key = {question.number: bits(question.right) for question in course.questions}
        editions[row.id] = CourseWording(course, row.published_at, key)
        courses[row.course_id].append(editions[row.id])
    issues: dict[int, list[IssueWording]] = defaultdict(list)
    seen: dict[int, IssueWording] = {}
    for row in session.execute(_ISSUES):
        issue = issue_from(row.document)
        if isinstance(issue, JournalIssue):  # special ones have no questions
            key_of = tuple(bits(question.right) for question in issue.questions)
            seen[row.id] = IssueWording(issue, row.published_at, key_of)
            issues[row.issue_id].append(seen[row.id])
    films = {row.id: Version(row.course_id, row.chapter, row.seconds) for row in session.execute(_FILMS)}
    return Programme(courses, editions, issues, seen, films)
