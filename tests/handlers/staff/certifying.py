"""A certificate of a member in an office, issued through the real routes; its paper is a few bytes."""

import hashlib
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from content.importing.member_record import MemberRecord
from content.rules import day_of
from content.values import CreditKind
from content.verifying.standing import Standing
from storage.certificates import certificates, checks
from storage.credits import ledger
from storage.people import callers, members
from storage.post import letters
from storage.tables import Certificate
from tests.handlers.staff.office import Office
from tests.talk import Talk

PERIOD = "2026/4/1-2026/11/21"


@dataclass
class Paper:
    """青井's certificate of two credits."""

    here: Office
    record: MemberRecord
    member: int
    number: int = 0

    def issues(self) -> int:
        """Have one issued, and its paper put on record; returns its id."""
        with self.here.sessions.reading() as session:
            caller = callers.member_of(session, self.member)
        Talk(self.here.sessions, self.here.turns.house, self.here.clock.now(), caller).certifies(PERIOD)
        with self.here.sessions.begin() as session:
            newest = select(Certificate.id).where(Certificate.member_id == self.member).order_by(Certificate.id.desc())
            number = session.execute(newest.limit(1)).scalar_one()
        self.draws(number)
        return number

    def draws(self, number: int) -> None:
        content = f"paper {number}".encode()
        with self.here.sessions.begin() as session:
            sha256 = hashlib.sha256(content).hexdigest()
            certificates.keep_paper(session, number, content, sha256, self.here.clock.now())

    def earns(self, title: str, code: int = 74) -> None:
        at = self.here.clock.now() - timedelta(days=2)
        with self.here.sessions.begin() as session:
            assert ledger.award(
                session,
                member_id=self.member,
                kind=CreditKind.LECTURE,
                source=f"course:{title}",
                half_units=2,
                code=code,
                title=title,
                organiser="見本委員会",
                earned_at=at,
                rules=self.here.turns.house.rulebook.at(day_of(at)),
            )

    def corrects(self, **changed: Any) -> None:
        """Correct the member's record, as the association's next file does."""
        self.record = replace(self.record, **changed)
        with self.here.sessions.begin() as session:
            members.put(session, self.here.sessions.cipher, self.record, self.here.clock.now())

    def reverses(self, title: str) -> None:
        with self.here.sessions.begin() as session:
            at, source = self.here.clock.now(), f"course:{title}"
            assert ledger.reverse(session, self.member, source, reason="二重の登録", author_id=self.member, at=at)

    def printed(self, number: int = 0) -> str:
        """The number that stands on it."""
        with self.here.sessions.reading() as session:
            return certificates.facts(session, number or self.number).number

    def checked(self, number: int = 0) -> Standing:
        """What the check of its number says."""
        printed = self.printed(number)
        with self.here.sessions.reading() as session:
            found = checks.by_number(session, self.here.sessions.cipher, printed)
        assert found is not None
        return found

    def letters(self) -> list[tuple[str, int]]:
        """The kinds of the letters that are due, and to whom; the certificate itself apart."""
        with self.here.sessions.begin() as session:
            due = letters.claim(session, self.here.clock.now(), limit=99)
            return [(one.kind, one.member_id) for one in due if one.kind != "certificate"]


def paper_of(here: Office, record: MemberRecord) -> Paper:
    paper = Paper(here, record, here.id_of(record))
    for title in ("高血圧", "糖尿病"):
        paper.earns(title)
    paper.number = paper.issues()
    return paper
