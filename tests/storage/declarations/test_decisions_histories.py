"""Any history of declarations, late claims and registrations, of a member and two of staff, against a naive book."""

from collections.abc import Callable
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import rule, run_state_machine_as_test

from content.attending import Claim
from content.checkin import Door
from content.declaring import Kind, State, Step
from content.refusals import NoSuchDeclaration, StaleButton, TooManyDrafts
from storage.credits import ledger
from storage.declarations import declarations, evidence
from storage.declarations.evidence import Added
from storage.engine.sessions import Sessions
from storage.trainings import attendances, claims, registration
from tests import deciding
from tests.conftest import NOW
from tests.sizes import SOAK
from tests.storage.comparing import BOOK, FILES, MOST_DRAFTS, MOST_FILES, OWNER, PEOPLE, SAID, TRAININGS, Compared
from tests.storage.naive import WHOLE, Paper
from tests.storage.training import HOUR, registers

WHO, WHERE, WHICH = st.integers(0, PEOPLE - 1), st.integers(0, TRAININGS - 1), st.integers(0, 5)
BY = st.sampled_from([OWNER] * 5 + list(range(PEOPLE)))
STAFF = st.integers(1, PEOPLE - 1)


class Histories(Compared):
    """Whoever acts may pick a declaration of another, and staff one of their own."""

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
            found = self.does(evidence.add, actor, number, content=content, **about)
            if self.is_draft_of(one, actor, found):
                full = Added.FULL if len(one.files) >= MOST_FILES else Added.NEW
                assert found is (Added.SAME if content in one.files else full)
                one.files |= {content} if found is Added.NEW else set()

    @rule(by=BY, which=WHICH, fills=st.booleans())
    def submits(self, by: int, which: int, fills: bool) -> None:
        for number, one, actor in self.picked(which, by):
            if fills and one.state is State.DRAFT:
                self.fills_in(number, one)
            self.turns(declarations.submit, number, one, actor, State.SUBMITTED, one.whole, NOW)

    @rule(by=BY, which=WHICH)
    def withdraws(self, by: int, which: int) -> None:
        for number, one, actor in self.picked(which, by):
            submitted = one.state is State.SUBMITTED
            self.turns(declarations.withdraw, number, one, actor, State.WITHDRAWN, submitted)

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
                one.files -= moved

    @rule(staff=STAFF, which=WHICH, accepted=st.booleans())
    def decides(self, staff: int, which: int, accepted: bool) -> None:
        by: dict[str, Any] = {"staff_id": self.people[staff], "reason": "確認", "at": NOW}
        act: Callable[..., Any] = deciding.accept if accepted else deciding.refuse
        for number, one, _ in self.picked(which, OWNER):
            found = self.does(act, number, **by, **({"rulebook": BOOK} if accepted else {}))
            if one.seen:
                assert found is self.book.decide(number, self.people[staff], accepted=accepted)
            else:
                assert isinstance(found, NoSuchDeclaration)

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

    @rule(where=WHERE)
    def confirms(self, where: int) -> None:
        one = self.trainings[where]
        expected = self.book.register(one.id, one.training.source, self.book.present(one.id))
        assert self.does(registration.confirm, one.training.slug, BOOK, NOW) == expected

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
            self.book.stands.pop((who, source), None)


def test_the_record_agrees_with_a_naive_book_after_any_history(sessions: Sessions) -> None:
    machine = type("HistoriesHere", (Histories,), {"sessions": sessions})
    examples, steps = (300, 60) if SOAK else (25 if sessions.kind == "sqlite" else 10, 40)
    run_state_machine_as_test(
        machine, settings=settings(max_examples=examples, stateful_step_count=steps, deadline=None)
    )
