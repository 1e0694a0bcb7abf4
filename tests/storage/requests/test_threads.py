"""What staff do about a declaration before they decide: one has it, the member is asked and answers, and it ends."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from content.declarations.declaring import State as Filing
from content.refusals import NoSuchRequest, StaleButton
from content.requests.requesting import By, Kind, Message, State, Stopped
from content.staff.answering import Outcome, RequestCase
from content.staff.cases import Care
from content.staff.filing import Decided
from storage.declarations import cases as filed
from storage.declarations import decisions, declarations
from storage.engine.sessions import Sessions
from storage.privacy import erasing
from storage.requests import cases, late, messages, requests, threads
from storage.staff import roles
from tests.conftest import NOW
from tests.files import PDF
from tests.keeping import add_file
from tests.storage.declaring import Declarer

DAY = timedelta(days=1)
DUE = date(2026, 11, 26)
"""Three business days after NOW, a Sunday before a holiday."""


@dataclass
class Bench:
    """A declaration that waits, and two of staff."""

    me: Declarer
    number: int
    second: int
    request: int

    @property
    def care(self) -> Care:
        found: Care = self.me.does(threads.care, Kind.DECLARATION, self.number)
        return found

    def held(self, session: Session) -> RequestCase:
        return cases.hold(session, self.request)

    def takes(self, by: int, holder: int = 0) -> Outcome:
        found: Outcome = self.me.does(lambda session: cases.take(session, self.held(session).request, by, holder, NOW))
        return found

    def asks(self, by: int, text: str = "参加証をお送りください", at: datetime = NOW) -> Outcome:
        def ask(session: Session) -> Outcome:
            one = messages.begin(session, self.held(session).request, By.QUESTION, by, at)
            messages.write(session, one, text)
            draft = self.held(session).question(by)
            assert draft is not None
            return cases.ask(session, self.held(session), draft, by, at)

        found: Outcome = self.me.does(ask)
        return found

    def writes(self, text: str = "お送りします") -> Message:
        """The member's answer, which is not sent."""

        def write(session: Session) -> Message:
            request = requests.held(session, self.me.id, self.request)
            one = messages.begin(session, request, By.MEMBER, self.me.id, NOW)
            messages.write(session, one, text)
            add_file(session, one, name="a.pdf", mime="application/pdf", content=PDF, most=3, at=NOW)
            return one

        found: Message = self.me.does(write)
        return found

    def replies(self, one: Message, due: date = DUE) -> Stopped | None:
        found: Stopped | None = self.me.does(requests.send, self.me.id, self.request, one.id, due_on=due, at=NOW)
        return found

    def decides(self, by: int) -> Decided:
        found: Decided = self.me.accepted(self.number, staff=by)
        return found


def bench_of(sessions: Sessions) -> Bench:
    me = Declarer(sessions)
    for one in (me.staff, me.other):
        me.does(roles.grant, one, "officer", NOW)
    number = me.submits().id
    return Bench(me, number, me.other, me.does(threads.care, Kind.DECLARATION, number).request)


@pytest.fixture
def bench(sessions: Sessions) -> Bench:
    return bench_of(sessions)


def test_it_opens_with_its_declaration_and_ends_with_it(bench: Bench) -> None:
    care = bench.care
    assert (care.sent_at, care.due_on, care.taken_by, care.questioned_at) == (NOW, DUE, None, None)
    assert bench.decides(bench.me.staff) is Decided.NEW
    assert bench.me.does(cases.case, care.request).request.state is State.DECIDED
    assert (bench.me.does(filed.waiting).number, bench.me.does(filed.next_one, bench.second)) == (0, None)
    assert bench.takes(bench.me.staff) is Outcome.SETTLED


def test_one_that_is_withdrawn_can_be_neither_taken_nor_answered(bench: Bench) -> None:
    assert bench.takes(bench.me.staff) is Outcome.DONE
    assert bench.asks(bench.me.staff) is Outcome.DONE
    one = bench.writes()
    assert bench.me.does(declarations.withdraw, bench.me.id, bench.number, NOW)
    assert bench.me.does(cases.case, bench.request).request.state is State.WITHDRAWN
    assert bench.takes(bench.second, bench.me.staff) is Outcome.SETTLED
    assert bench.replies(one) is Stopped.BEFORE  # what was not sent went with it
    assert bench.me.does(requests.own, bench.me.id, bench.request).said[-1].by is By.QUESTION


def test_only_who_has_it_decides(bench: Bench) -> None:
    me, staff, second = bench.me, bench.me.staff, bench.second
    assert bench.takes(staff) is Outcome.DONE
    assert bench.decides(second) is Decided.TAKEN
    assert me.one(bench.number).state is Filing.SUBMITTED
    assert me.letters == []
    assert bench.takes(second) is Outcome.TAKEN
    assert bench.takes(second, staff) is Outcome.DONE
    assert bench.decides(staff) is Decided.TAKEN
    assert bench.decides(second) is Decided.NEW
    assert bench.decides(second) is Decided.BEFORE
    assert len(me.credits) == 1


def test_whoever_loses_the_role_has_it_no_more(bench: Bench) -> None:
    assert bench.takes(bench.me.staff) is Outcome.DONE
    bench.me.does(roles.take, bench.me.staff, "officer")
    assert (bench.care.taken_by, bench.care.holder, bench.care.taken_at) == (None, "", None)
    assert bench.me.does(cases.case, bench.request).request.state is State.RECEIVED
    assert bench.takes(bench.second) is Outcome.DONE
    assert bench.decides(bench.second) is Decided.NEW


def test_whoever_was_erased_has_it_no_more(bench: Bench) -> None:
    assert bench.takes(bench.second) is Outcome.DONE
    bench.me.does(erasing.erase, bench.me.sessions.cipher, bench.second, NOW)
    assert bench.care.taken_by is None
    assert bench.decides(bench.me.staff) is Decided.NEW


def test_the_member_is_asked_once_at_a_time(bench: Bench) -> None:
    staff = bench.me.staff
    assert bench.asks(staff) is Outcome.NOT_TAKEN
    with pytest.raises(NoSuchRequest):
        bench.me.does(requests.own, bench.me.id, bench.request)
    assert bench.takes(staff) is Outcome.DONE
    assert bench.asks(bench.second) is Outcome.TAKEN
    assert bench.asks(staff) is Outcome.DONE
    assert bench.asks(staff, "もう一つ") is Outcome.ASKED
    assert [kind for kind, _ in bench.me.letters] == ["case_asked"]
    assert bench.replies(bench.writes()) is None
    assert bench.asks(staff, "もう一つ") is Outcome.DONE


def test_an_answer_comes_to_the_top_and_what_is_asked_to_the_end(bench: Bench) -> None:
    me, first = bench.me, bench.number
    second, third = (me.submits(NOW + hours * timedelta(hours=1)).id for hours in (1, 2))
    assert bench.takes(me.staff) is Outcome.DONE
    assert bench.asks(me.staff) is Outcome.DONE
    assert [line.id for line in me.does(filed.queue, 1, 8).lines] == [second, third, first]
    assert [me.does(filed.next_one, one) for one in (me.staff, bench.second, me.id)] == [second, second, None]
    assert bench.replies(bench.writes(), DUE + 2 * DAY) is None
    assert [me.does(filed.next_one, one) for one in (me.staff, bench.second)] == [first, second]
    lines = me.does(filed.queue, 1, 8).lines
    assert [line.id for line in lines] == [first, second, third]
    care = bench.care
    assert (care.due_on, care.questioned_at, care.back_at) == (DUE + 2 * DAY, None, NOW)
    assert [(one.by, len(one.files)) for one in care.said] == [(By.QUESTION, 0), (By.MEMBER, 1)]


def test_days_of_waiting_for_the_member_are_not_late(bench: Bench) -> None:
    assert [day for _, day in bench.me.does(late.find, DUE)] == [DUE]
    assert bench.me.does(late.counts, DUE + DAY) == {Kind.DECLARATION: (0, 1)}
    bench.takes(bench.me.staff)
    bench.asks(bench.me.staff)
    assert (bench.me.does(late.find, DUE), bench.me.does(late.counts, DUE + DAY)) == ([], {})
    bench.replies(bench.writes(), DUE + DAY)
    assert [day for _, day in bench.me.does(late.find, DUE + DAY)] == [DUE + DAY]


def test_it_is_no_request_of_the_member(bench: Bench) -> None:
    """It is in no list, counts towards no ceiling, and can't be withdrawn, answered or closed as a request."""
    me, staff = bench.me, bench.me.staff
    assert (me.does(requests.every, me.id), me.does(requests.waiting, me.id)) == ((), 0)
    assert me.does(cases.waiting).number == 0
    assert me.does(cases.next_one, staff) is None
    bench.takes(staff)
    bench.asks(staff)
    assert not me.does(requests.withdraw, me.id, bench.request, NOW)
    assert [one.id for one in me.does(requests.every, me.id)] == [bench.request]
    bench.replies(bench.writes())
    assert me.does(requests.sent_since, me.id, NOW - DAY) == 0
    with pytest.raises(StaleButton):
        me.does(lambda session: cases.close(session, bench.held(session), "電話", staff, 0, NOW))
    assert bench.replies(bench.writes()) is Stopped.NOT_ASKED


@pytest.mark.parametrize("round_", range(3))
def test_of_a_decision_and_a_colleague_who_takes_it_one_comes_first(sessions: Sessions, round_: int) -> None:
    """Nobody decides what a colleague has: whoever of the two comes second sees what the first one did."""
    bench = bench_of(sessions)
    start = threading.Barrier(2)

    def at_once(act: Callable[[], object]) -> object:
        start.wait()
        return act()

    with ThreadPoolExecutor(2) as pool:
        decided = pool.submit(at_once, lambda: bench.decides(bench.me.staff))
        taken = pool.submit(at_once, lambda: bench.takes(bench.second))
    outcomes = (decided.result(), taken.result())
    assert outcomes in {(Decided.NEW, Outcome.SETTLED), (Decided.TAKEN, Outcome.DONE)}
    assert len(bench.me.credits) == (outcomes[0] is Decided.NEW)


@pytest.mark.parametrize("round_", range(3))
def test_of_an_answer_and_a_decision_one_comes_first(sessions: Sessions, round_: int) -> None:
    bench = bench_of(sessions)
    bench.takes(bench.me.staff)
    bench.asks(bench.me.staff)
    one, start = bench.writes(), threading.Barrier(2)

    def at_once(act: Callable[[], object]) -> object:
        start.wait()
        return act()

    with ThreadPoolExecutor(2) as pool:
        sent = pool.submit(at_once, lambda: bench.replies(one))
        decided = pool.submit(at_once, lambda: bench.decides(bench.me.staff))
    assert decided.result() is Decided.NEW
    assert sent.result() in {None, Stopped.BEFORE, Stopped.NOT_ASKED}
    said = bench.me.does(requests.own, bench.me.id, bench.request).said
    assert (said[-1].by is By.MEMBER) is (sent.result() is None)
    assert bench.me.does(decisions.handed_in, bench.number).state is Filing.ACCEPTED
