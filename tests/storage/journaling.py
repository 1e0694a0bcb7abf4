"""A member and an issue of the journal, by the record alone."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from content.journal import IssueStanding
from content.rules import Rulebook
from content.sheet import Sheet
from storage.credits import ledger
from storage.engine.sessions import Sessions
from storage.journal import due, issues
from storage.journal import sheets as journal_sheets
from storage.journal.sheets import Taken
from storage.tables import Letter
from tests import samples
from tests.conftest import NOW
from tests.issues import an_issue, marks, publish

BOOK = Rulebook()


class Reader:
    """A member and the issue of December, each act a transaction of its own."""

    def __init__(self, sessions: Sessions, *, can_earn: bool = True) -> None:
        self.sessions = sessions
        with sessions.begin() as session:
            self.id = samples.member(session, NOW, can_earn=can_earn)
            self.listed = publish(session, an_issue(), NOW)

    def does(self, act: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        with self.sessions.begin() as session:
            return act(session, *args, **kwargs)

    def begins(self, at: datetime = NOW) -> Sheet:
        sheet: Sheet = self.does(journal_sheets.begin, self.id, self.listed, at)
        return sheet

    def answers(self, right: int = 5, at: datetime = NOW) -> Sheet:
        sheet = self.begins(at)
        for place, ticked in enumerate(marks(right), start=1):
            for choice in (number for number in range(1, 6) if ticked >> number - 1 & 1):
                self.does(journal_sheets.choose, self.id, sheet.id, place, choice, at)
        return sheet

    def submits(self, right: int = 5, at: datetime = NOW) -> Sheet:
        sheet = self.answers(right, at)
        assert self.does(journal_sheets.submit, self.id, sheet.id, at)
        return sheet

    def sends(self, ticked: tuple[int, ...] = marks(3), at: datetime = NOW) -> Taken:
        taken: Taken = self.does(journal_sheets.put_postcard, self.id, self.listed, ticked, at, NOW)
        return taken

    def graded(self, at: datetime, book: Rulebook = BOOK) -> int:
        count: int = self.does(due.grade_all, self.does(due.find_ungraded, at), book, at)
        return count

    def standing(self, at: datetime) -> IssueStanding:
        with self.sessions.reading() as session:
            sheets = journal_sheets.of(session, self.id, self.listed.id)
            return journal_sheets.standing(sheets, issues.issue(session, self.listed.id).issue, at)

    @property
    def credits(self) -> list[tuple[date, int, int]]:
        with self.sessions.reading() as session:
            return [(one.earned_on, one.code, one.half_units) for one in ledger.entries(session, self.id)]

    @property
    def letters(self) -> list[str]:
        with self.sessions.reading() as session:
            return list(session.execute(select(Letter.kind).order_by(Letter.id)).scalars())
