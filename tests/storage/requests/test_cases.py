"""Requests on the desk: the order of the queue, one person at a time, one answer, and what falls due."""

from datetime import date, timedelta

import pytest

from content.keys.request_letters import AnswerFile, RequestSettled
from content.refusals import NoSuchRequest
from content.requests.requesting import By, Kind, State
from content.staff.answering import Outcome
from storage.engine.sessions import Sessions
from storage.requests import cases, late, messages, requests
from tests.conftest import NOW
from tests.files import PDF
from tests.keeping import add_file
from tests.storage.asking import DUE, Asker, answer, close

HOUR = timedelta(hours=1)


@pytest.fixture
def me(sessions: Sessions) -> Asker:
    return Asker(sessions)


def test_what_is_due_first_comes_first_and_the_oldest_of_a_day(me: Asker) -> None:
    later, old, new = (
        me.sends(due=due, at=at) for due, at in ((date(2026, 12, 1), NOW - HOUR), (DUE, NOW), (DUE, NOW + HOUR))
    )
    found = me.does(cases.queue, 1, 2)
    assert (found.total, found.pages, [line.id for line in found.lines]) == (3, 2, [old, new])
    assert [line.id for line in me.does(cases.queue, 9, 2).lines] == [later]
    assert me.does(cases.waiting).oldest == NOW - HOUR
    me.takes(old)
    assert [line.taken_by for line in me.does(cases.queue, 1, 2).lines] != ["", ""]
    nexts = [me.does(cases.next_one, one) for one in (me.second, me.staff, me.id)]
    assert nexts == [new, old, None], "what a colleague has is nobody's next one, and neither is one's own"


def test_a_draft_is_nobody_elses(me: Asker) -> None:
    number = me.writes().request
    for act in (cases.case, cases.hold):
        with pytest.raises(NoSuchRequest):
            me.does(act, number)
    assert me.does(cases.waiting).number == 0


def test_one_person_has_it_at_a_time(me: Asker) -> None:
    number = me.sends()
    assert me.takes(number) is Outcome.DONE
    assert me.takes(number, me.second) is Outcome.TAKEN, "shown as nobody's, but somebody has it"
    assert me.takes(number, me.second, holder=me.second) is Outcome.TAKEN
    assert me.takes(number, me.second, holder=me.staff) is Outcome.DONE, "taken over from who was shown to have it"
    assert me.one(number).taken_by == me.second
    assert me.answers(number) is Outcome.TAKEN
    assert me.does(lambda session: cases.put_back(session, cases.hold(session, number).request, me.staff)) is (
        Outcome.TAKEN
    )
    assert me.does(lambda session: cases.put_back(session, cases.hold(session, number).request, me.second)) is (
        Outcome.DONE
    )
    found = me.one(number)
    assert (found.state, found.taken_by, found.taken_at) == (State.RECEIVED, None, None)
    assert me.answers(number) is Outcome.NOT_TAKEN


def test_it_is_handed_on(me: Asker) -> None:
    number = me.sends()
    me.takes(number)

    def hands(by: int, to: int) -> Outcome:
        found: Outcome = me.does(
            lambda session: cases.hand_on(session, cases.hold(session, number).request, by, to, NOW)
        )
        return found

    assert hands(me.second, me.second) is Outcome.TAKEN
    assert hands(me.staff, me.id) is Outcome.OWN
    assert hands(me.staff, me.second) is Outcome.DONE
    assert (me.one(number).taken_by, me.one(number).state) == (me.second, State.TAKEN)


def test_answered_once_with_its_file(me: Asker) -> None:
    number = me.sends()
    me.takes(number)
    draft = me.drafts(number)
    about = {"name": "b.pdf", "mime": "application/pdf", "content": PDF, "most": 3, "at": NOW}
    me.does(add_file, draft, **about)
    draft, seen = me.drafts(number), me.case(number).latest
    assert me.does(answer, number, draft, me.staff, seen) is Outcome.DONE
    assert me.does(answer, number, draft, me.staff, seen) is Outcome.SETTLED
    found = me.one(number)
    assert (found.state, found.settled_at) == (State.ANSWERED, NOW)
    assert [(one.by, one.text, len(one.files)) for one in found.said][1:] == [(By.ANSWER, "郵送しました", 1)]
    settled = RequestSettled(number, draft.id).pack()
    file = AnswerFile(number, draft.id, draft.files[0].id).pack()
    assert me.letters == [("request_settled", me.id, settled), ("answer_file", me.id, file)]


def test_what_the_member_added_is_read_first(me: Asker) -> None:
    number = me.sends()
    me.takes(number)
    draft, seen = me.drafts(number), me.case(number).latest
    me.sends(me.writes("追伸", number))
    assert me.does(answer, number, draft, me.staff, seen) is Outcome.ADDED
    assert (me.one(number).state, me.letters) == (State.TAKEN, [])
    assert me.does(answer, number, draft, me.staff, me.case(number).latest) is Outcome.DONE


def test_an_answer_without_a_text_is_not_sent(me: Asker) -> None:
    number = me.sends()
    me.takes(number)
    draft, seen = me.drafts(number, text=""), me.case(number).latest
    assert me.does(answer, number, draft, me.staff, seen) is Outcome.EMPTY


def test_closed_with_a_reason(me: Asker) -> None:
    number = me.sends()
    assert me.does(close, number, me.staff) is Outcome.NOT_TAKEN
    me.takes(number)
    assert me.does(close, number, me.second) is Outcome.TAKEN
    assert me.does(close, number, me.staff) is Outcome.DONE
    assert me.does(close, number, me.staff) is Outcome.SETTLED
    assert [(one.by, one.text) for one in me.one(number).said][1:] == [(By.REASON, "電話で回答")]
    assert [kind for kind, *_ in me.letters] == ["request_settled"]


def test_nobody_handles_his_own(me: Asker) -> None:
    number = me.sends()
    assert me.takes(number, me.id) is Outcome.OWN
    assert me.does(close, number, me.id) is Outcome.OWN
    assert me.one(number).state is State.RECEIVED


def test_what_staff_began_ends_with_it_and_the_members_own_draft_stays(me: Asker) -> None:
    number = me.sends()
    me.takes(number)
    me.drafts(number)
    me.takes(number, me.second, holder=me.staff)
    mine = me.writes("追伸です", number)
    assert me.answers(number, me.second) is Outcome.DONE
    left = [one for one in me.case(number).request.messages if one.sent_at is None]
    assert left == []
    assert messages.unsent(me.one(number), me.id) == mine
    assert me.sent(mine) is None
    me.takes(number)
    draft = me.drafts(number)
    assert me.does(add_file, draft, name="a.pdf", mime="application/pdf", content=PDF, most=3, at=NOW)
    assert me.does(close, number, me.staff) is Outcome.DONE
    assert me.case(number).draft(me.staff) is None


def test_notes_stand_beside_it(me: Asker) -> None:
    number = me.sends()
    note = me.does(messages.put, number, By.NOTE, me.second, "住所を確認する", NOW)
    case = me.case(number)
    assert [(one.by, one.text) for one in case.request.said] == [
        (By.MEMBER, "郵送を希望します"),
        (By.NOTE, "住所を確認する"),
    ]
    assert set(case.authors) == {note}
    assert case.latest != note


def test_staff_hear_of_each_once(me: Asker) -> None:
    soon, later = me.sends(), me.sends(due=DUE + timedelta(days=1))
    assert me.does(late.find, DUE - timedelta(days=1)) == []
    found = me.does(late.find, DUE)
    assert found == [(soon, DUE)]
    assert me.does(late.tell, found, NOW) == [DUE]
    assert (me.does(late.find, DUE), me.does(late.tell, found, NOW)) == ([], [])
    assert me.does(late.find, DUE + timedelta(days=1)) == [(later, DUE + timedelta(days=1))]
    assert me.does(late.counts, DUE) == {Kind.POST: (1, 0)}
    assert me.does(late.counts, DUE + timedelta(days=1)) == {Kind.POST: (1, 1)}
    me.takes(soon)
    me.answers(soon)
    assert me.does(late.counts, DUE) == {Kind.POST: (0, 0)}


def test_of_what_is_settled_meanwhile_nobody_hears(me: Asker) -> None:
    number = me.sends()
    found = me.does(late.find, DUE)
    me.does(requests.withdraw, me.id, number, NOW)
    assert (me.does(late.tell, found, NOW), me.does(late.find, DUE)) == ([], [])


def test_kinds_come_back(me: Asker) -> None:
    assert me.one(me.sends()).kind is Kind.POST
