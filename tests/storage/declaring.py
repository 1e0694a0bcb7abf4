"""A member who declares, and staff who decide, by the record alone."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from content.credits.credit import StandingCredit
from content.declarations.declaring import Declared, Kind, Step
from content.declarations.evidence import Added
from content.rules import Rulebook
from content.staff.filing import Decided
from storage.credits import ledger
from storage.declarations import declarations
from storage.engine.sessions import Sessions
from storage.tables import Letter
from tests import deciding, samples
from tests.conftest import NOW
from tests.files import PDF
from tests.keeping import add_evidence

BOOK = Rulebook()
DAY = date(2026, 11, 3)
MOST = 10
SAID: dict[Step, object] = {Step.WHAT: "第1回 見本学会", Step.DAY: DAY, Step.UNITS: 3, Step.CODE: 0, Step.NOTE: "2日目"}


class Declarer:
    """A member and one of staff, each act a transaction of its own."""

    def __init__(self, sessions: Sessions, *, can_earn: bool = True) -> None:
        self.sessions = sessions
        with sessions.begin() as session:
            self.id = samples.member(session, NOW, can_earn=can_earn)
            self.other = samples.member(session, NOW, no="1000000002")
            self.staff = samples.member(session, NOW, no="1000000003")

    def does(self, act: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        with self.sessions.begin() as session:
            return act(session, *args, **kwargs)

    def begins(self, kind: Kind = Kind.CONGRESS, at: datetime = NOW) -> Declared:
        found: Declared = self.does(declarations.begin, self.id, kind, MOST, at)
        return found

    def adds(self, number: int, content: bytes = PDF, most: int = 5) -> Added:
        about = {"name": "参加証.pdf", "mime": "application/pdf", "content": content, "most": most, "at": NOW}
        added: Added = self.does(add_evidence, self.id, number, **about)
        return added

    def writes(self, kind: Kind = Kind.CONGRESS) -> Declared:
        """All of a draft."""
        number = self.begins(kind).id
        for step, said in SAID.items():
            self.does(declarations.change, self.id, number, step, said)
        self.adds(number)
        return self.one(number)

    def submits(self, at: datetime = NOW) -> Declared:
        number = self.writes().id
        assert self.does(declarations.submit, self.id, number, at)
        return self.one(number)

    def one(self, number: int) -> Declared:
        found: Declared = self.does(declarations.own, self.id, number)
        return found

    def accepted(self, number: int, *, staff: int = 0, at: datetime = NOW) -> Decided:
        by = {"staff_id": staff or self.staff, "reason": "確認しました", "at": at, "rulebook": BOOK}
        outcome: Decided = self.does(deciding.accept, number, **by)
        return outcome

    def refused(self, number: int, *, staff: int = 0, at: datetime = NOW) -> Decided:
        by = {"staff_id": staff or self.staff, "reason": "参加証がありません", "at": at}
        outcome: Decided = self.does(deciding.refuse, number, **by)
        return outcome

    @property
    def credits(self) -> list[StandingCredit]:
        with self.sessions.reading() as session:
            return list(ledger.entries(session, self.id))

    @property
    def letters(self) -> list[tuple[str, str]]:
        with self.sessions.reading() as session:
            return [(one.kind, one.subject) for one in session.execute(select(Letter).order_by(Letter.id)).scalars()]
