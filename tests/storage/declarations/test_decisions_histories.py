"""Any history of declarations, late claims and registrations, of a member and two of staff, against a naive book."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import rule, run_state_machine_as_test

from content.attendance.attending import Claim
from content.attendance.checkin import Door
from content.declarations.declaring import Kind, State, Step
from content.declarations.evidence import Added
from content.refusals import NoSuchDeclaration, StaleButton, TooManyDrafts
from content.staff.claiming import Outcome
from content.staff.filing import Decided
from storage.credits import ledger
from storage.declarations import declarations
from storage.engine.sessions import Sessions
from storage.trainings import attendances, claims, registration
from tests import deciding
from tests.conftest import NOW
from tests.keeping import add_evidence
from tests.kinds import BOTH
from tests.reaching import Reached
from tests.sizes import PHASES, SOAK
from tests.storage.comparing import BOOK, FILES, MOST_DRAFTS, MOST_FILES, OWNER, PEOPLE, SAID, TRAININGS, Compared
from tests.storage.naive import WHOLE, Paper
from tests.storage.training import HOUR, registers

WHO, WHERE, WHICH = st.integers(0, PEOPLE - 1), st.integers(0, TRAININGS - 1), st.integers(0, 5)
BY = st.sampled_from([OWNER] * 5 + list(range(PEOPLE)))
STAFF = st.integers(1, PEOPLE - 1)
REACHED = (
    "a further draft is refused",
    "a file is one too many",
    "submitted",
    "withdrawn",
    "declared again",
    "declared again with its files",
    "decided",
    "decided a second time",
    "a claim is decided",
    "registered",
    "reversed",
)


class Histories(Compared):
    """Whoever acts may pick a declaration of another, and staff one of their own."""

    reached: Reached

    # declarations

    @rule(who=WHO, kind=st.sampled_from([Kind.CONGRESS, Kind.EXAM]))
    def begins(self, who: int, kind: Kind) -> None:
        me = self.people[who]
        known, full = self.book.begin(me, kind), len(self.book.drafts(me)) >= MOST_DRAFTS
        found = self.does(declarations.begin, me, kind, MOST_DRAFTS, NOW)
        if known:
            assert found.id == known
        elif full:
            assert isinstance(found, TooManyDrafts)
            self.reached.note("a further draft is refused")
        else:
            self.book.papers[found.id] = Paper(me, kind)

    @rule(by=BY, which=WHICH, step=st.sampled_from(list(SAID)))
    def writes(self, by: int, which: int, step: Step) -> None:
        for number, one, actor in self.picked(which, by):
            found = self.does(declarations.change, actor, number, step, SAID[step])
            if self.is_draft_of(one, actor, found):
                one.said[step] = SAID[step]

    @rule(by=BY, which=WHICH, content=st.sampled_from(FILES))
    def adds(self, by: int, which: int, content: bytes) -> None:
        about: dict[str, Any] = {"name": "a.pdf", "mime": "application/pdf", "most": MOST_FILES, "at": NOW}
        for number, one, actor in self.picked(which, by):
            found = self.does(add_evidence, actor, number, content=content, **about)
            if self.is_draft_of(one, actor, found):
                full = Added.FULL if len(one.files) >= MOST_FILES else Added.NEW
                assert found is (Added.SAME if content in one.files else full)
                one.files |= {content} if found is Added.NEW else set()
                self.reached.note("a file is one too many", when=found is Added.FULL)

    @rule(by=BY, which=WHICH, fills=st.booleans())
    def submits(self, by: int, which: int, fills: bool) -> None:
        for number, one, actor in self.picked(which, by):
            if fills and one.state is State.DRAFT:
                self.fills_in(number, one)
            self.turns(declarations.submit, number, one, actor, State.SUBMITTED, one.whole, NOW)
            self.reached.note("submitted", when=one.state is State.SUBMITTED)

    @rule(by=BY, which=WHICH)
    def withdraws(self, by: int, which: int) -> None:
        for number, one, actor in self.picked(which, by):
            submitted = one.state is State.SUBMITTED
            self.turns(declarations.withdraw, number, one, actor, State.WITHDRAWN, submitted, NOW)
            self.reached.note("withdrawn", when=submitted and one.state is State.WITHDRAWN)

    @rule(by=BY, which=WHICH)
    def discards(self, by: int, which: int) -> None:
        for number, one, actor in self.picked(which, by):
            found = self.does(declarations.discard, actor, number)
            if self.owns(one, actor, found):
                assert found is (one.state is State.DRAFT)
                if found:
                    del self.book.papers[number]

    @rule(by=BY, which=WHICH)
    def declares_again(self, by: int, which: int) -> None:
        for number, one, actor in self.picked(which, by):
            found = self.does(declarations.again, actor, number, MOST_DRAFTS, NOW)
            if not self.owns(one, actor, found):
                continue
            if one.state not in (State.WITHDRAWN, State.REFUSED):
                assert isinstance(found, StaleButton)
            elif same := self.book.again(one):
                assert found.id == same
            elif len(self.book.drafts(one.owner)) >= MOST_DRAFTS:
                assert isinstance(found, TooManyDrafts)
            else:
                moved = one.files if one.state is State.WITHDRAWN else set()
                self.book.papers[found.id] = Paper(one.owner, one.kind, dict(one.said), set(moved))
                self.reached.note("declared again")
                self.reached.note("declared again with its files", when=bool(moved))
                one.files -= moved

    @rule(staff=STAFF, which=WHICH, accepted=st.booleans())
    def decides(self, staff: int, which: int, accepted: bool) -> None:
        by: dict[str, Any] = {"staff_id": self.people[staff], "reason": "確認", "at": NOW}
        act: Callable[..., Any] = deciding.accept if accepted else deciding.refuse
        for number, one, _ in self.picked(which, OWNER):
            found = self.does(act, number, **by, **({"rulebook": BOOK} if accepted else {}))
            self.reached.note("decided a second time", when=one.state in (State.ACCEPTED, State.REFUSED))
            self.reached.note("decided", when=found is Decided.NEW)
            if one.seen:
                assert found is self.book.decide(number, self.people[staff], accepted=accepted)
            else:
                assert isinstance(found, NoSuchDeclaration)

    # ways that single steps seldom come to: the limits, and a second declaration of the same

    @rule(who=WHO)
    def begins_many(self, who: int) -> None:
        """Each is written in, because a draft in which nothing was said would be gone on with."""
        for kind in [Kind.CONGRESS, Kind.EXAM] * MOST_DRAFTS:
            self.begins(who, kind)
            for number, one in list(self.book.papers.items()):
                if one.owner == self.people[who] and one.state is State.DRAFT:
                    self.does(declarations.change, one.owner, number, Step.WHAT, SAID[Step.WHAT])
                    one.said[Step.WHAT] = SAID[Step.WHAT]

    @rule(which=WHICH)
    def adds_every_file(self, which: int) -> None:
        for content in FILES:
            self.adds(OWNER, which, content)

    @rule(which=WHICH)
    def declares_the_same_again(self, which: int) -> None:
        self.adds(OWNER, which, FILES[0])
        self.submits(OWNER, which, fills=True)
        self.withdraws(OWNER, which)
        self.declares_again(OWNER, which)

    @rule(which=WHICH, staff=STAFF, accepted=st.booleans())
    def is_decided_twice(self, which: int, staff: int, accepted: bool) -> None:
        self.submits(OWNER, which, fills=True)
        self.decides(staff, which, accepted)
        self.decides(staff, which, not accepted)

    # trainings

    @rule(who=WHO, where=WHERE)
    def attends(self, who: int, where: int) -> None:
        listed = self.trainings[where]
        for door in Door:
            self.does(attendances.pass_door, self.people[who], listed.id, door, NOW - HOUR)
        self.book.seat(self.people[who], listed.id).doors = True

    @rule(who=WHO, where=WHERE)
    def claims(self, who: int, where: int) -> None:
        me, listed = self.people[who], self.trainings[where]
        if self.book.seat(me, listed.id).claim is Claim.NONE:
            self.says_late(me, listed.id)
        else:
            assert not self.does(attendances.claim, me, listed.id, "もう一度", NOW)

    @rule(
        who=WHO,
        where=WHERE,
        staff=STAFF,
        verdict=st.sampled_from([Claim.ACCEPTED, Claim.ACCEPTED, Claim.REFUSED, Claim.SETTLED]),
    )
    def judges(self, who: int, where: int, staff: int, verdict: Claim) -> None:
        me, listed, by = self.people[who], self.trainings[where], self.people[staff]
        seat = self.book.seat(me, listed.id)
        if seat.claim is not Claim.NONE:
            with self.sessions.begin() as session:
                card = claims.hold(session, seat.number, BOOK, NOW)
                found = claims.decide(session, card, verdict, "名簿", by, BOOK, NOW)
            assert found is self.book.judge(me, listed.id, listed.training.source, by, verdict)
            self.reached.note("a claim is decided", when=found is Outcome.DONE)

    @rule(where=WHERE)
    def confirms(self, where: int) -> None:
        one = self.trainings[where]
        expected = self.book.register(one.id, one.training.source, self.book.present(one.id))
        assert self.does(registration.confirm, one.training.slug, BOOK, NOW) == expected
        self.reached.note("registered", when=bool(expected))

    @rule(who=WHO, where=WHERE, staff=STAFF)
    def comes_claims_and_is_confirmed(self, who: int, where: int, staff: int) -> None:
        self.attends(who, where)
        self.claims(who, where)
        self.judges(who, where, staff, Claim.ACCEPTED)
        self.confirms(where)

    @rule(where=WHERE, who=WHO, halves=st.integers(1, WHOLE))
    def lists(self, where: int, who: int, halves: int) -> None:
        one = self.trainings[where]
        listed = self.book.claimed(one.id) | {self.people[who]: halves}
        expected = self.book.register(one.id, one.training.source, listed)
        assert self.does(registers, one.training.slug, [(self.numbers[who], halves)], NOW) == expected

    # the ledger

    @rule(which=WHICH)
    def reverses(self, which: int) -> None:
        given = list(self.book.granted)
        for who, source in [given[which % len(given)]] if given else []:
            done = self.does(ledger.reverse, who, source, reason="誤り", author_id=self.people[1], at=NOW)
            assert done is ((who, source) in self.book.stands)
            self.reversals += done
            self.reached.note("reversed", when=bool(done))
            self.book.stands.pop((who, source), None)


@pytest.mark.parametrize("database_url", BOTH if SOAK else ["sqlite"], indirect=True)
def test_the_record_agrees_with_a_naive_book_after_any_history(sessions: Sessions) -> None:
    reached = Reached(*REACHED)
    machine = type("HistoriesHere", (Histories,), {"sessions": sessions, "reached": reached})
    examples, steps = (300, 60) if SOAK else (25, 40)
    drawn = settings(max_examples=examples, stateful_step_count=steps, phases=PHASES, deadline=None)
    run_state_machine_as_test(machine, settings=drawn)
    reached.check()
