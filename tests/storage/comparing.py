"""A member and two of staff, their record, and the naive book that it is compared with."""

import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

from hypothesis.stateful import RuleBasedStateMachine, initialize
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from content.attendance.attending import Claim
from content.declarations.declaring import Kind, State, Step
from content.importing.member_record import MemberRecord
from content.refusals import NoSuchDeclaration, Refusal, StaleButton
from content.rules import Rulebook
from storage.credits import ledger
from storage.declarations import declarations
from storage.engine.sessions import Sessions
from storage.people import members
from storage.tables import Credit, Letter
from storage.trainings import attendances, claims
from tests.conftest import NOW
from tests.keeping import add_evidence
from tests.storage.naive import Book, Paper
from tests.storage.training import HOUR, publish, training

BOOK = Rulebook()
PEOPLE, TRAININGS, MOST_DRAFTS, MOST_FILES = 3, 2, 3, 2
SAID: dict[Step, object] = {
    Step.WHAT: "学会",
    Step.DAY: date(2026, 11, 3),
    Step.UNITS: 3,
    Step.CODE: 74,
    Step.NOTE: "午後",
}
OWNER = -1
FILES = (b"%PDF-1", b"%PDF-2", b"%PDF-3")


class Compared(RuleBasedStateMachine):
    """What is done to the record and, by its rules, to the book; in the end both say the same."""

    sessions: Sessions

    @initialize()
    def begin(self) -> None:
        self.book, self.reversals = Book(), 0
        with self.sessions.begin() as session:
            self.numbers = [f"1{uuid.uuid4().int % 10**9:09}" for _ in range(PEOPLE)]
            self.people = [self._joins(session, number) for number in self.numbers]
            slugs = [f"t-{uuid.uuid4().hex[:12]}" for _ in range(TRAININGS)]
            self.trainings = [publish(session, training(NOW - 3 * HOUR, slug), NOW) for slug in slugs]
        for who in self.people[:2]:
            self.hands_in(who)
            for listed in self.trainings:
                self.says_late(who, listed.id)

    def teardown(self) -> None:
        """In the end, for what is lost once stays lost: after every step it would take most of the time."""
        if hasattr(self, "people"):
            self.agrees()

    def agrees(self) -> None:
        with self.sessions.reading() as session:
            for who in self.people:
                self._papers_agree(session, who)
                mine = sorted((source, halves) for (owner, source), halves in self.book.stands.items() if owner == who)
                assert sorted((one.source, one.half_units) for one in ledger.entries(session, who)) == mine
                total = ledger.totals(session, who, date.min, date.max).half_units
                assert total == sum(halves for _, halves in mine)
            rows = select(func.count()).select_from(Credit).where(Credit.member_id.in_(self.people))
            assert session.execute(rows).scalar_one() == len(self.book.granted) + self.reversals
            post = select(Letter.member_id, Letter.kind, Letter.subject).where(Letter.member_id.in_(self.people))
            assert sorted(map(tuple, session.execute(post))) == sorted(self.book.letters)
            self._seats_agree(session)

    def _papers_agree(self, session: Session, who: int) -> None:
        found = {one.id: (one.state, len(one.evidence)) for one in declarations.every(session, who)}
        papers = self.book.papers.items()
        assert found == {number: (one.state, len(one.files)) for number, one in papers if one.owner == who}

    def _seats_agree(self, session: Session) -> None:
        for (who, where), seat in self.book.seats.items():
            seen = attendances.of_training(session, who, where, NOW, BOOK.now(NOW)).seen
            assert (seen.entered and seen.left, seen.claim, seen.half_units) == (seat.doors, seat.claim, seat.halves)

    def _joins(self, session: Session, number: str) -> int:
        cipher = self.sessions.cipher
        members.put(session, cipher, MemberRecord(number, "見本", date(1972, 2, 4)), NOW)
        return members.account(session, cipher, number, member_no=True, mamis_id=False).id

    def does(self, act: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """What it returns, in a transaction of its own, or the refusal that it raises."""
        try:
            with self.sessions.begin() as session:
                return act(session, *args, **kwargs)
        except Refusal as refusal:
            return refusal

    def picked(self, which: int, by: int) -> list[tuple[int, Paper, int]]:
        """One of all, and who acts upon it: its owner, or somebody of the people."""
        every = sorted(self.book.papers.items(), reverse=True)
        number, one = every[which % len(every)] if every else (0, Paper(0, Kind.EXAM))
        return [(number, one, one.owner if by == OWNER else self.people[by])] if every else []

    def hands_in(self, who: int) -> None:
        """A whole declaration."""
        number = self.does(declarations.begin, who, Kind.CONGRESS, MOST_DRAFTS, NOW).id
        one = self.book.papers[number] = Paper(who, Kind.CONGRESS)
        self.fills_in(number, one)
        assert self.does(declarations.submit, who, number, NOW)
        one.state = State.SUBMITTED

    def says_late(self, who: int, where: int) -> None:
        """A late claim, the member's first for this training."""
        seat = self.book.seat(who, where)
        assert self.does(attendances.claim, who, where, "電池が切れました", NOW)
        seat.claim, seat.number = Claim.OPEN, max(self.does(claims.of_member, who))

    def fills_in(self, number: int, one: Paper) -> None:
        for step, said in SAID.items():
            self.does(declarations.change, one.owner, number, step, said)
            one.said[step] = said
        if not one.files:
            about: dict[str, Any] = {"name": "a.pdf", "mime": "application/pdf", "most": MOST_FILES, "at": NOW}
            self.does(add_evidence, one.owner, number, content=FILES[0], **about)
            one.files.add(FILES[0])

    def owns(self, one: Paper, actor: int, found: object) -> bool:
        mine = one.owner == actor
        assert isinstance(found, NoSuchDeclaration) is not mine
        return mine

    def is_draft_of(self, one: Paper, actor: int, found: object) -> bool:
        if not self.owns(one, actor, found):
            return False
        assert isinstance(found, StaleButton) is (one.state is not State.DRAFT)
        return one.state is State.DRAFT

    def turns(
        self, act: Callable[..., Any], number: int, one: Paper, actor: int, state: State, may: bool, *more: object
    ) -> None:
        """From a draft to submitted, or from submitted to withdrawn."""
        found = self.does(act, actor, number, *more)
        if self.owns(one, actor, found):
            from_draft = state is not State.SUBMITTED or one.state is State.DRAFT
            assert found is (may and from_draft)
            one.state = state if found else one.state
