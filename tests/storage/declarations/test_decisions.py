"""Staff decide upon declarations: once, whatever the race, and the credit is of the declared day."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest

from content.declarations.declaring import Kind, State, Step
from content.refusals import NoSuchDeclaration, StaleButton
from content.rules import begins
from content.staff.filing import Decided
from content.values import CreditKind
from content.words import JA
from storage.credits import ledger
from storage.declarations import cases, decisions, declarations
from storage.engine.sessions import Sessions
from tests.conftest import NOW
from tests.storage.declaring import DAY, Declarer

LATER = NOW + timedelta(days=200)


@pytest.fixture
def me(sessions: Sessions) -> Declarer:
    return Declarer(sessions)


def test_accepted_it_is_a_credit_of_the_declared_day(me: Declarer) -> None:
    number = me.submits().id
    assert me.accepted(number, at=LATER) is Decided.NEW
    (credit,) = me.credits
    assert (credit.kind, credit.source) == (CreditKind.DECLARATION, f"declaration:{number}")
    assert (credit.half_units, credit.code, credit.earned_on) == (3, 0, DAY)
    assert (credit.earned_at, credit.rule_version) == (begins(DAY), "2022-04")
    assert (credit.title, credit.organiser) == ("日本医学会分科会の学会", "")
    found = me.one(number)
    assert (found.state, found.decided_at, found.reason) == (State.ACCEPTED, LATER, "確認しました")
    assert me.letters == [("declaration_decided", str(number))]


def test_the_rules_are_those_of_the_declared_day(me: Declarer) -> None:
    number = me.writes().id
    me.does(declarations.change, me.id, number, Step.DAY, date(2016, 3, 31))
    assert me.does(declarations.submit, me.id, number, NOW)
    assert me.accepted(number) is Decided.NEW
    assert [one.rule_version for one in me.credits] == ["2010-04"]


@pytest.mark.parametrize("kind", Kind)
def test_nothing_that_a_member_wrote_stands_in_the_ledger(kind: Kind, me: Declarer) -> None:
    number = me.writes(kind).id
    assert me.does(declarations.submit, me.id, number, NOW)
    me.accepted(number)
    assert [one.title for one in me.credits] == [JA.declare_steps.kind(kind)]


def test_refused_it_is_none(me: Declarer) -> None:
    number = me.submits().id
    assert me.refused(number) is Decided.NEW
    assert me.credits == []
    assert (me.one(number).state, me.one(number).reason) == (State.REFUSED, "参加証がありません")
    assert me.letters == [("declaration_decided", str(number))]


def test_what_is_decided_or_withdrawn_is_not_decided(me: Declarer) -> None:
    accepted, refused, withdrawn = me.submits().id, me.submits().id, me.submits().id
    me.accepted(accepted)
    me.refused(refused)
    assert me.does(declarations.withdraw, me.id, withdrawn, NOW)
    before = me.does(declarations.every, me.id)
    for number in (accepted, refused):
        assert me.accepted(number) is me.refused(number) is Decided.BEFORE
        assert not me.does(declarations.withdraw, me.id, number, NOW)
    for number in (withdrawn, me.begins().id, 2**31 - 1):
        with pytest.raises(NoSuchDeclaration):
            me.accepted(number)
        with pytest.raises(NoSuchDeclaration):
            me.refused(number)
    assert me.does(declarations.every, me.id)[1:] == before
    assert len(me.credits) == 1
    assert len(me.letters) == 2


def test_nobody_decides_upon_his_own(me: Declarer) -> None:
    number = me.submits().id
    assert me.accepted(number, staff=me.id) is me.refused(number, staff=me.id) is Decided.OWN
    assert (me.one(number).state, me.credits, me.letters) == (State.SUBMITTED, [], [])


def test_an_account_that_cannot_earn_gets_no_credit(sessions: Sessions) -> None:
    tokyo = Declarer(sessions, can_earn=False)
    number = tokyo.submits().id
    assert tokyo.accepted(number) is Decided.CANNOT_EARN
    assert (tokyo.one(number).state, tokyo.credits) == (State.SUBMITTED, [])
    assert tokyo.refused(number) is Decided.NEW


def test_the_longest_waiting_first(me: Declarer) -> None:
    hour = timedelta(hours=1)
    second, first, third = (me.submits(NOW + n * hour).id for n in (1, 0, 1))
    me.writes()
    assert me.does(cases.waiting).number == 3
    assert [one.id for one in me.does(decisions.waiting)] == [first, second, third]
    assert [one.id for one in me.does(decisions.waiting, skip=1, most=1)] == [second]
    me.refused(first)
    assert me.does(cases.waiting).number == 2
    assert me.does(decisions.handed_in, first).reason == "参加証がありません"


def test_reversed_by_the_ledger_it_is_not_accepted_again(me: Declarer) -> None:
    number = me.submits().id
    me.accepted(number)
    source = me.one(number).source
    assert me.does(ledger.reverse, me.id, source, reason="重複", author_id=me.staff, at=NOW)
    assert me.accepted(number) is Decided.BEFORE
    assert me.credits == []
    with pytest.raises(StaleButton):
        me.does(declarations.again, me.id, number, 10, NOW)


@pytest.mark.parametrize("_time", range(10))
def test_one_of_many_who_decide_at_once(_time: int, me: Declarer) -> None:
    """Two accept, one refuses, and the member withdraws: one of them is the first, and it alone holds."""
    number = me.submits().id
    acts: list[Callable[[], object]] = [
        lambda: me.accepted(number),
        lambda: me.accepted(number),
        lambda: me.refused(number),
        lambda: me.does(declarations.withdraw, me.id, number, NOW),
    ]
    together = threading.Barrier(len(acts))
    with ThreadPoolExecutor(len(acts)) as pool:
        outcomes = list(pool.map(lambda act: raced(together, act), acts))
    state = me.one(number).state
    assert [outcome in (Decided.NEW, True) for outcome in outcomes].count(True) == 1
    assert len(me.credits) == (state is State.ACCEPTED)
    assert len(me.letters) == (state is not State.WITHDRAWN)


def raced(together: threading.Barrier, act: Callable[[], object]) -> object:
    together.wait(20)
    try:
        return act()
    except NoSuchDeclaration:
        return False  # withdrawn before
