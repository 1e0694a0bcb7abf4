"""Declarations on the record: whose they are, what may be changed, what is kept, on either database."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from content.declarations.declaring import Kind, State, Step
from content.declarations.evidence import Added
from content.refusals import NoSuchDeclaration, StaleButton, TooManyDrafts
from storage.declarations import declarations, evidence
from storage.engine.sessions import Sessions
from tests.conftest import NOW
from tests.files import JPEG, PDF
from tests.keeping import add_evidence
from tests.storage.declaring import DAY, MOST, Declarer

OWN: dict[str, Callable[..., Any]] = {
    "one": declarations.own,
    "draft": declarations.draft,
    "change": lambda session, member, number: declarations.change(session, member, number, Step.WHAT, "別"),
    "submit": lambda session, member, number: declarations.submit(session, member, number, NOW),
    "withdraw": lambda session, member, number: declarations.withdraw(session, member, number, NOW),
    "discard": declarations.discard,
    "again": lambda session, member, number: declarations.again(session, member, number, MOST, NOW),
    "add": lambda session, member, number: add_evidence(
        session, member, number, name="", mime="", content=b"x", most=5, at=NOW
    ),
    "remove": lambda session, member, number: evidence.remove(session, member, number, 1),
}


@pytest.fixture
def me(sessions: Sessions) -> Declarer:
    return Declarer(sessions)


def test_a_draft_from_the_first_word_to_the_queue(me: Declarer) -> None:
    number = me.begins().id
    assert me.one(number).missing == (Step.WHAT, Step.DAY, Step.UNITS, Step.CODE, Step.EVIDENCE)
    written = me.writes()
    assert written.id == number
    assert (written.what, written.held_on, written.half_units, written.code) == ("第1回 見本学会", DAY, 3, 0)
    assert [(one.name, one.size) for one in written.evidence] == [("参加証.pdf", len(PDF))]
    assert me.does(declarations.submit, me.id, number, NOW)
    assert not me.does(declarations.submit, me.id, number, NOW + timedelta(seconds=1))
    found = me.one(number)
    assert (found.state, found.submitted_at) == (State.SUBMITTED, NOW)


def test_what_lacks_something_is_not_submitted(me: Declarer) -> None:
    written = me.writes()
    assert me.does(evidence.remove, me.id, written.id, written.evidence[0].id)
    assert not me.does(declarations.submit, me.id, written.id, NOW)
    assert me.one(written.id).state is State.DRAFT


@pytest.mark.parametrize("act", OWN)
@pytest.mark.parametrize("state", [State.DRAFT, State.SUBMITTED, State.WITHDRAWN])
def test_another_member_has_none_of_it(act: str, state: State, me: Declarer) -> None:
    number = me.writes().id if state is State.DRAFT else me.submits().id
    if state is State.WITHDRAWN:
        assert me.does(declarations.withdraw, me.id, number, NOW)
    before = me.one(number)
    for member, which in ((me.other, number), (me.id, 2**31 - 1), (me.id, -1)):
        with pytest.raises(NoSuchDeclaration):
            me.does(OWN[act], member, which)
    assert me.one(number) == before
    assert me.does(declarations.every, me.other) == ()


def test_what_is_submitted_is_changed_no_more(me: Declarer) -> None:
    before = me.submits()
    for act in ("draft", "change", "add", "remove", "again"):
        with pytest.raises(StaleButton):
            me.does(OWN[act], me.id, before.id)
    for act in ("submit", "discard"):
        assert not me.does(OWN[act], me.id, before.id)
    assert me.one(before.id) == before


def test_a_draft_is_removed_with_its_files(me: Declarer) -> None:
    kept, gone = me.submits(), me.writes(Kind.EXAM)
    assert me.does(declarations.discard, me.id, gone.id)
    assert [one.id for one in me.does(declarations.every, me.id)] == [kept.id]
    assert me.does(evidence.content, kept.id, kept.evidence[0].id) == PDF
    with pytest.raises(NoSuchDeclaration):
        me.does(evidence.content, gone.id, gone.evidence[0].id)


def test_withdrawn_and_declared_again_with_the_same_files(me: Declarer) -> None:
    first = me.submits()
    assert me.does(declarations.withdraw, me.id, first.id, NOW)
    assert not me.does(declarations.withdraw, me.id, first.id, NOW)
    fresh = me.does(declarations.again, me.id, first.id, MOST, NOW)
    assert (fresh.what, fresh.held_on, fresh.half_units, fresh.code) == ("第1回 見本学会", DAY, 3, 0)
    assert (fresh.note, fresh.evidence, fresh.missing, fresh.submitted_at) == ("2日目", first.evidence, (), None)
    former = me.one(first.id)
    assert (former.state, former.evidence) == (State.WITHDRAWN, ())
    assert me.does(declarations.submit, me.id, fresh.id, NOW)


def test_what_staff_refused_keeps_its_files(me: Declarer) -> None:
    first = me.submits()
    me.refused(first.id)
    fresh = me.does(declarations.again, me.id, first.id, MOST, NOW)
    assert (fresh.missing, fresh.reason) == ((Step.EVIDENCE,), "")
    assert me.one(first.id).evidence == first.evidence


def test_a_double_tap_begins_one(me: Declarer) -> None:
    first = me.begins()
    assert me.begins().id == first.id
    other = me.begins(Kind.EXAM)
    assert other.id != first.id
    me.does(declarations.change, me.id, first.id, Step.WHAT, "学会")
    assert me.begins().id not in (first.id, other.id)


@pytest.mark.parametrize("refused", [False, True])
def test_a_double_tap_declares_again_once(me: Declarer, refused: bool) -> None:
    first = me.submits()
    if refused:
        me.refused(first.id)
    else:
        assert me.does(declarations.withdraw, me.id, first.id, NOW)
    fresh = me.does(declarations.again, me.id, first.id, MOST, NOW)
    assert me.does(declarations.again, me.id, first.id, MOST, NOW) == fresh
    assert me.does(declarations.drafts, me.id) == (fresh,)
    me.does(declarations.change, me.id, fresh.id, Step.WHAT, "別の学会")
    assert me.does(declarations.again, me.id, first.id, MOST, NOW).id != fresh.id


def test_ten_drafts_and_no_more(me: Declarer) -> None:
    drafts = [me.writes().id for _ in range(MOST)]
    with pytest.raises(TooManyDrafts) as full:
        me.begins()
    assert full.value.most == MOST
    assert me.does(declarations.submit, me.id, drafts[0], NOW)
    fresh = me.begins()
    with pytest.raises(TooManyDrafts):
        me.begins(Kind.EXAM)
    assert me.does(declarations.discard, me.id, fresh.id)
    assert me.begins(Kind.EXAM)


def test_drafts_stand_first_then_the_latest(me: Declarer) -> None:
    submitted, draft, later = me.submits().id, me.writes().id, me.submits().id
    assert [one.id for one in me.does(declarations.every, me.id)] == [draft, later, submitted]


def test_the_same_file_is_kept_once_and_five_are_enough(me: Declarer) -> None:
    number, other = me.begins().id, me.begins(Kind.EXAM).id
    assert [me.adds(number), me.adds(number), me.adds(other)] == [Added.NEW, Added.SAME, Added.NEW]
    assert [me.adds(number, JPEG + bytes([n])) for n in range(5)] == [Added.NEW] * 4 + [Added.FULL]
    assert me.adds(number) is Added.SAME
    found = me.one(number).evidence
    assert me.does(evidence.remove, me.id, number, found[0].id)
    assert not me.does(evidence.remove, me.id, number, found[0].id)
    assert not me.does(evidence.remove, me.id, number, me.one(other).evidence[0].id)
    assert me.adds(number) is Added.NEW


def test_what_a_member_writes_and_sends_is_sealed(me: Declarer) -> None:
    me.writes()
    with me.sessions.reading() as session:
        rows = [*session.execute(text("SELECT * FROM declarations")), *session.execute(text("SELECT * FROM evidence"))]
    kept = b"".join(
        bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode() for one in rows for cell in one
    )
    for said in ("見本学会", "2日目", "参加証"):
        assert said.encode() not in kept
    assert PDF[:20] not in kept
