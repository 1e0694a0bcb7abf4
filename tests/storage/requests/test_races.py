"""Two at once, on either database: one has the request, and the member gets one answer."""

import pytest
from sqlalchemy.orm import Session

from content.requests.requesting import By, State
from content.staff.answering import Outcome
from storage.engine.sessions import Sessions
from storage.requests import cases, requests
from tests.conftest import NOW
from tests.storage.asking import DUE, Asker, answer, close, take
from tests.storage.racing import meanwhile


@pytest.fixture
def me(sessions: Sessions) -> Asker:
    return Asker(sessions)


@pytest.fixture
def number(me: Asker) -> int:
    """A request that waits."""
    return me.sends()


def test_two_who_take_it(me: Asker, number: int) -> None:
    first, second = meanwhile(
        me.sessions,
        lambda session: take(session, number, me.staff),
        lambda session: (take(session, number, me.second), cases.case(session, number).request.taken_by),
    )
    assert (first, second.result()) == (Outcome.DONE, (Outcome.TAKEN, me.staff))


@pytest.mark.parametrize("first", ["answers", "is taken over"])
def test_an_answer_and_a_colleague_who_takes_it_over(first: str, me: Asker, number: int) -> None:
    """Whoever comes first: there is one answer at the most, and it is of who has the request."""
    me.takes(number)
    draft, seen = me.drafts(number), me.case(number).latest

    def answers(session: Session) -> Outcome:
        return answer(session, number, draft, me.staff, seen)

    def takes(session: Session) -> Outcome:
        return take(session, number, me.second, me.staff)

    one, two = meanwhile(me.sessions, *((answers, takes) if first == "answers" else (takes, answers)))
    assert one is Outcome.DONE
    assert two.result() is (Outcome.SETTLED if first == "answers" else Outcome.TAKEN)
    said = [message for message in me.one(number).said if message.by is By.ANSWER]
    assert len(said) == len(me.letters) == (first == "answers")


def test_an_answer_and_its_closing(me: Asker, number: int) -> None:
    me.takes(number)
    draft, seen = me.drafts(number), me.case(number).latest
    one, two = meanwhile(
        me.sessions,
        lambda session: answer(session, number, draft, me.staff, seen),
        lambda session: close(session, number, me.staff),
    )
    assert (one, two.result()) == (Outcome.DONE, Outcome.SETTLED)
    assert [kind for kind, *_ in me.letters] == ["request_settled"]


def test_the_same_answer_twice(me: Asker, number: int) -> None:
    me.takes(number)
    draft, seen = me.drafts(number), me.case(number).latest

    def answers(session: Session) -> Outcome:
        return answer(session, number, draft, me.staff, seen)

    one, two = meanwhile(me.sessions, answers, answers)
    assert (one, two.result(), len(me.letters)) == (Outcome.DONE, Outcome.SETTLED, 1)


@pytest.mark.parametrize("first", ["answers", "withdraws"])
def test_an_answer_and_a_withdrawal(first: str, me: Asker, number: int) -> None:
    me.takes(number)
    draft, seen = me.drafts(number), me.case(number).latest

    def answers(session: Session) -> bool:
        return answer(session, number, draft, me.staff, seen) is Outcome.DONE

    def withdraws(session: Session) -> bool:
        return requests.withdraw(session, me.id, number, NOW)

    one, two = meanwhile(me.sessions, *((answers, withdraws) if first == "answers" else (withdraws, answers)))
    assert (one, two.result()) == (True, False)
    assert me.one(number).state is (State.ANSWERED if first == "answers" else State.WITHDRAWN)
    assert len(me.letters) == (first == "answers")


@pytest.mark.parametrize("first", ["answers", "adds"])
def test_an_answer_and_something_more(first: str, me: Asker, number: int) -> None:
    """What is added before the answer is read first; what is added after it opens the request again."""
    me.takes(number)
    draft, seen = me.drafts(number), me.case(number).latest
    more = me.writes("追伸", number)

    def answers(session: Session) -> Outcome:
        return answer(session, number, draft, me.staff, seen)

    def adds(session: Session) -> object:
        return requests.send(session, me.id, number, more.id, due_on=DUE, at=NOW)

    one, two = meanwhile(me.sessions, *((answers, adds) if first == "answers" else (adds, answers)))
    if first == "answers":
        assert (one, two.result()) == (Outcome.DONE, None)
        assert me.one(number).state is State.RECEIVED
    else:
        assert (one, two.result()) == (None, Outcome.ADDED)
        assert (me.one(number).state, me.letters) == (State.TAKEN, [])
