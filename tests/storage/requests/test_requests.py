"""A member's requests on record: one draft at a time, sent once, added to, opened again, withdrawn; files, ceilings."""

from datetime import date, timedelta

import pytest
from sqlalchemy import update

from content.declarations.evidence import Added
from content.refusals import NoSuchRequest
from content.requests.ceilings import RequestRules
from content.requests.requesting import By, Kind, State, Stopped
from content.staff.answering import Outcome
from storage.engine.sessions import Sessions
from storage.requests import cases, files, messages, requests
from storage.tables import Request
from tests.conftest import NOW
from tests.files import JPEG, PDF
from tests.storage.asking import DUE, Asker, close, take

LATER = NOW + timedelta(days=9)


@pytest.fixture
def me(sessions: Sessions) -> Asker:
    return Asker(sessions)


def test_there_is_one_draft_at_a_time(me: Asker) -> None:
    first = me.does(requests.begin, me.id, Kind.POST, NOW)
    again = me.does(requests.begin, me.id, Kind.OSAKA, NOW)
    assert (again.id, again.kind) == (first.id, Kind.OSAKA)
    me.sends(me.writes())
    assert me.does(requests.begin, me.id, Kind.OSAKA, NOW).id != first.id
    assert [one.state for one in me.does(requests.every, me.id)] == [State.DRAFT, State.RECEIVED]


def test_it_is_sent_once(me: Asker) -> None:
    one = me.writes()
    assert me.sent(one) is None
    assert me.sent(one) is Stopped.BEFORE
    found = me.one(one.request)
    assert (found.state, found.sent_at, found.due_on) == (State.RECEIVED, NOW, DUE)
    assert [(said.by, said.text, said.sent_at) for said in found.said] == [(By.MEMBER, "郵送を希望します", NOW)]
    assert not me.does(messages.write, one, "別の文"), "what is sent does not change"
    assert me.one(one.request).said[0].text == "郵送を希望します"


def test_without_a_text_it_is_not_sent(me: Asker) -> None:
    one = me.writes("")
    assert me.adds(one) is Added.NEW
    assert me.sent(one) is Stopped.EMPTY
    assert me.one(one.request).state is State.DRAFT


def test_what_is_added_leaves_the_day_as_it_is(me: Asker) -> None:
    number = me.sends()
    me.takes(number)
    assert me.sent(me.writes("追伸", number), due=date(2027, 1, 1), at=LATER) is None
    found = me.one(number)
    assert (found.state, found.due_on, found.sent_at, found.taken_by) == (State.TAKEN, DUE, NOW, me.staff)
    assert [one.text for one in found.said] == ["郵送を希望します", "追伸"]


@pytest.mark.parametrize("state", [State.ANSWERED, State.CLOSED, State.WITHDRAWN])
def test_what_is_settled_is_opened_again_and_due_anew(state: State, me: Asker) -> None:
    number = me.sends()
    me.takes(number)
    if state is State.ANSWERED:
        assert me.answers(number) is Outcome.DONE
    elif state is State.CLOSED:
        assert me.does(close, number, me.staff) is Outcome.DONE
    else:
        assert me.does(requests.withdraw, me.id, number, NOW)
    assert me.one(number).state is state
    me.does(lambda session: session.execute(update(Request).values(told_at=NOW)))
    assert me.sent(me.writes("届きません", number), due=date(2026, 12, 4), at=LATER) is None
    found = me.one(number)
    assert (found.state, found.due_on, found.taken_by, found.settled_at) == (
        State.RECEIVED,
        date(2026, 12, 4),
        None,
        None,
    )
    with me.sessions.reading() as session:
        assert session.get_one(Request, number).told_at is None, "staff hear of the new day, too"


def test_withdrawn_until_it_is_settled(me: Asker) -> None:
    number = me.sends()
    assert me.does(requests.withdraw, me.id, number, NOW)
    assert not me.does(requests.withdraw, me.id, number, NOW)
    assert me.takes(number) is Outcome.SETTLED
    assert me.does(cases.waiting).number == 0


def test_what_is_discarded_is_gone_and_what_is_sent_stays(me: Asker) -> None:
    draft = me.writes()
    me.adds(draft)
    assert me.does(requests.discard, me.id, draft.request)
    with pytest.raises(NoSuchRequest):
        me.one(draft.request)
    number = me.sends()
    me.adds(me.writes("追伸", number))
    assert me.does(requests.discard, me.id, number)
    assert not me.does(requests.discard, me.id, number)
    assert [one.text for one in me.one(number).messages] == ["郵送を希望します"]


def test_a_request_of_another_member_is_none(me: Asker) -> None:
    number = me.sends()
    for act in (
        lambda session: requests.own(session, me.other, number),
        lambda session: requests.withdraw(session, me.other, number, NOW),
        lambda session: requests.discard(session, me.other, number),
        lambda session: requests.send(session, me.other, number, 1, due_on=DUE, at=NOW),
    ):
        with pytest.raises(NoSuchRequest):
            me.does(act)
    assert me.does(requests.every, me.other) == ()


def test_a_member_sees_neither_notes_nor_what_staff_still_write(me: Asker) -> None:
    number = me.sends()
    me.takes(number)
    me.drafts(number)
    me.does(messages.put, number, By.NOTE, me.staff, "住所を確認する", NOW)
    assert [one.by for one in me.one(number).messages] == [By.MEMBER]
    me.writes("まだ送らない文", number)
    assert "まだ送らない文" not in [one.text for one in me.case(number).request.messages]


def test_the_same_file_once_and_no_more_than_may(me: Asker) -> None:
    one = me.writes()
    assert [me.adds(one, content, most=2) for content in (PDF, PDF, JPEG, JPEG + b"1")] == [
        Added.NEW,
        Added.SAME,
        Added.NEW,
        Added.FULL,
    ]
    found = me.one(one.request).messages[0]
    assert [me.does(files.content, found.id, file.id) for file in found.files] == [PDF, JPEG]
    assert me.does(files.remove, found, found.files[0].id)
    assert not me.does(files.remove, found, found.files[0].id)
    with pytest.raises(NoSuchRequest):
        me.does(files.content, found.id, found.files[0].id)


@pytest.mark.parametrize(
    ("settles", "counts"), [("nothing", True), ("take", True), ("withdraw", True), ("answer", False), ("close", False)]
)
def test_what_is_kept_in_all(settles: str, counts: bool, me: Asker) -> None:
    """One file of a request is all that is allowed: it counts until staff have settled the request."""
    one = me.writes()
    me.adds(one)
    number = me.sends(one)
    if settles == "withdraw":
        me.does(requests.withdraw, me.id, number, NOW)
    elif settles != "nothing":
        me.takes(number)
    if settles == "answer":
        me.answers(number)
    elif settles == "close":
        me.does(close, number, me.staff)
    assert me.does(files.has_room, me.id, 1, RequestRules(kept_files=1)) is not counts
    assert me.does(files.has_room, me.id, 1, RequestRules(kept_files=2))
    assert me.does(files.has_room, me.other, 1, RequestRules(kept_files=1))


@pytest.mark.parametrize("opened", [True, False])
def test_what_is_not_sent_counts_whatever_became_of_the_request(opened: bool, me: Asker) -> None:
    """Otherwise each answered request would hold files that nobody sees and no ceiling counts."""
    number = me.sends()
    me.takes(number)
    me.answers(number)
    added = me.writes("追伸", number)
    me.adds(added)
    if opened:
        me.sends(added)
    assert not me.does(files.has_room, me.id, 1, RequestRules(kept_files=1))
    assert me.does(files.has_room, me.id, 1, RequestRules(kept_files=2))


@pytest.mark.parametrize(("more", "room"), [(0, True), (1, False)])
def test_bytes_in_all(more: int, room: bool, me: Asker) -> None:
    me.adds(me.writes())
    rules = RequestRules(kept_megabytes=1)
    assert me.does(files.has_room, me.id, files.MEGABYTE - len(PDF) + more, rules) is room


def test_how_much_was_sent_and_waits(me: Asker) -> None:
    number = me.sends()
    me.sends(me.writes("追伸", number), at=NOW + timedelta(hours=1))
    me.writes("三つ目", number)
    assert me.does(requests.sent_since, me.id, NOW) == 2
    assert me.does(requests.sent_since, me.id, NOW + timedelta(seconds=1)) == 1
    assert me.does(requests.waiting, me.id) == 1
    me.does(lambda session: take(session, number, me.staff))
    assert me.does(requests.waiting, me.id) == 1
    me.answers(number)
    assert (me.does(requests.waiting, me.id), me.does(requests.sent_since, me.id, NOW)) == (0, 2)
