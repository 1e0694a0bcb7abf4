"""The fingerprints of what is shown now: while they stay, so does what a search looks into."""

from sqlalchemy import Select, String, cast, func, select
from sqlalchemy.orm import Session

from storage.tables import Course, Edition, JournalEdition, JournalIssue

# one text in place of thousands of rows, which take longer to read than to search
_COURSES = select(
    func.aggregate_strings(cast(Course.id, String) + ":" + Edition.fingerprint, ","),
).join_from(Course, Edition, Edition.id == Course.edition_id)
_ISSUES = select(
    func.aggregate_strings(cast(JournalIssue.id, String) + ":" + JournalEdition.fingerprint, ","),
).join_from(JournalIssue, JournalEdition, JournalEdition.id == JournalIssue.edition_id)


def of_courses(session: Session) -> str:
    """The number of every course that is shown now with the fingerprint of its edition, in any order."""
    return _read(session, _COURSES)


def of_issues(session: Session) -> str:
    """The same of the issues of the journal."""
    return _read(session, _ISSUES)


def _read(session: Session, statement: Select[str]) -> str:
    return session.execute(statement).scalar_one() or ""
