"""Declarations as staff see them: the queue, and what may be the same."""

from datetime import timedelta

import pytest

from content.declarations.declaring import Declared, Step
from content.refusals import NoSuchDeclaration
from content.staff.filing import Alike, Filed
from content.study.course import CommonLecture
from content.values import CreditKind
from storage.credits import ledger
from storage.declarations import cases, declarations, evidence
from storage.engine.sessions import Sessions
from tests.conftest import NOW
from tests.files import JPEG, PDF
from tests.storage.declaring import BOOK, DAY, Declarer

HOUR = timedelta(hours=1)


@pytest.fixture
def me(sessions: Sessions) -> Declarer:
    return Declarer(sessions)


def card(me: Declarer, number: int) -> Filed:
    found: Filed = me.does(cases.filed, number)
    return found


def another(me: Declarer, content: bytes, **said: object) -> Declared:
    """A further declaration, handed in: of another day and code than the first unless they are named."""
    number = me.begins().id
    fields = {Step.WHAT: "別の学会", Step.DAY: DAY - timedelta(days=1), Step.UNITS: 1, Step.CODE: 8}
    for step, value in (fields | {Step(name): value for name, value in said.items()}).items():
        me.does(declarations.change, me.id, number, step, value)
    me.adds(number, content)
    assert me.does(declarations.submit, me.id, number, NOW)
    return me.one(number)


def test_nothing_waits(me: Declarer) -> None:
    me.writes()
    found = me.does(cases.waiting)
    assert (found.number, found.oldest) == (0, None)
    assert me.does(cases.queue, 1, 8).lines == ()
    assert me.does(cases.next_one, me.staff) is None


def test_the_longest_waiting_stands_first(me: Declarer) -> None:
    late, early = me.submits(NOW), me.submits(NOW - HOUR)
    found = me.does(cases.waiting)
    assert (found.number, found.oldest) == (2, NOW - HOUR)
    queue = me.does(cases.queue, 1, 8)
    assert [line.declared.id for line in queue.lines] == [early.id, late.id]
    assert [(line.name, line.member_no) for line in queue.lines] == [("見本 葵", "1000000001")] * 2
    assert [line.declared.id for line in me.does(cases.queue, 99, 1).lines] == [late.id]
    assert me.does(cases.next_one, me.staff) == early.id


def test_what_staff_are_shown(me: Declarer) -> None:
    one = me.submits()
    shown = card(me, one.id)
    assert (shown.declared, shown.name, shown.can_earn, shown.decided_by) == (one, "見本 葵", True, "")
    assert (shown.alike, shown.earned) == ((), ())
    me.refused(one.id)
    assert card(me, one.id).decided_by == "見本 葵"


def test_drafts_and_what_was_taken_back_are_not_for_staff(me: Declarer) -> None:
    draft, taken_back = me.writes(), me.submits()
    me.does(declarations.withdraw, me.id, taken_back.id, NOW)
    for number in (draft.id, taken_back.id, 999):
        with pytest.raises(NoSuchDeclaration):
            me.does(cases.filed, number)


def test_declarations_that_may_be_of_the_same(me: Declarer) -> None:
    first = me.submits()
    same_file, other = another(me, PDF), another(me, JPEG, code=0, day=DAY - timedelta(days=2))
    same_day = another(me, JPEG, day=DAY)
    me.writes()
    me.refused(same_file.id)
    assert card(me, first.id).alike == (
        Alike(same_day, same_day=True, same_code=False, same_file=False),
        Alike(me.one(same_file.id), same_day=False, same_code=False, same_file=True),
    )
    assert card(me, other.id).alike == (Alike(same_day, same_day=False, same_code=False, same_file=True),)


def test_another_members_are_not_compared(me: Declarer) -> None:
    mine = me.submits()
    me.id, me.other = me.other, me.id
    assert card(me, me.submits().id).alike == ()
    assert card(me, mine.id).alike == ()


def test_what_was_earned_on_that_day_already(me: Declarer) -> None:
    one = me.submits()
    for source, at in (("training:x", NOW.replace(month=11, day=3)), ("training:y", NOW)):
        me.does(
            ledger.award,
            member_id=me.id,
            kind=CreditKind.TRAINING,
            source=source,
            half_units=2,
            code=0,
            title="見本研修会",
            organiser="見本市医師会",
            earned_at=at,
            rules=BOOK.at(DAY),
            common=CommonLecture("必修講習A 医療倫理", 2),
        )
    assert [entry.source for entry in card(me, one.id).earned] == ["training:x"]
    me.accepted(one.id)
    assert [entry.source for entry in card(me, one.id).earned] == ["training:x"], "its own credit is no other"


def test_the_file_is_as_it_was_sent(me: Declarer) -> None:
    one = me.submits()
    assert me.does(evidence.content, one.id, one.evidence[0].id) == PDF
