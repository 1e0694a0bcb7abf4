"""A declaration on the desk of staff."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from content.declarations.declaring import Declared, Kind, Step
from content.staff.filing import Filed
from storage.credits import ledger
from storage.declarations import cases, decisions, declarations
from storage.post import letters
from storage.post.letters import Letter
from tests.files import PDF
from tests.handlers.staff.office import Office
from tests.keeping import add_evidence

DAY = date(2026, 11, 3)
SAID: dict[Step, object] = {
    Step.WHAT: "第1回 <見本>学会",
    Step.DAY: DAY,
    Step.UNITS: 3,
    Step.CODE: 0,
    Step.NOTE: "2日目のみ",
}
MOST_DRAFTS, MOST_FILES = 10, 5


@dataclass
class File:
    """青井's declaration, handed in; more can be."""

    here: Office
    member: int
    number: int = 0

    def declares(self, member: int, content: bytes = PDF) -> int:
        """Whole and handed in; returns its number."""
        now = self.here.clock.now()
        with self.here.sessions.begin() as session:
            number = declarations.begin(session, member, Kind.CONGRESS, MOST_DRAFTS, now).id
            for step, said in SAID.items():
                declarations.change(session, member, number, step, said)
            about = {"name": "参加証.pdf", "mime": "application/pdf", "content": content}
            add_evidence(session, member, number, **about, most=MOST_FILES, at=now)  # type: ignore[arg-type]  # as named
            assert declarations.submit(session, member, number, now)
        return number

    @property
    def filed(self) -> Filed:
        with self.here.sessions.reading() as session:
            return cases.filed(session, self.number)

    @property
    def one(self) -> Declared:
        with self.here.sessions.reading() as session:
            return decisions.handed_in(session, self.number)

    @property
    def half_units(self) -> int:
        with self.here.sessions.reading() as session:
            return ledger.totals(session, self.member, date.min, date.max).half_units

    def withdraws(self) -> None:
        with self.here.sessions.begin() as session:
            assert declarations.withdraw(session, self.member, self.number, self.here.clock.now())

    def letters(self) -> list[Letter[Any]]:
        with self.here.sessions.begin() as session:
            return list(letters.claim(session, self.here.clock.now()))
