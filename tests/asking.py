"""Asking why, as members do."""

from storage.credits import ledger
from tests.student import Student


def asks(student: Student, text: str = "") -> list[str]:
    """Ask /why, of everything or of this text; returns the lines of the answer."""
    student.talk.says(f"/why {text}".strip())
    return student.talk.lines


def row_of(student: Student, source: str) -> int:
    """The number of the ledger's row that stands for this source."""
    with student.sessions.begin() as session:
        entry = ledger.of_source(session, student.id, source)
    assert entry is not None
    return entry.id
