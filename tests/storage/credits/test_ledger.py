"""Credits: once per member and source, totals as sums of rows, reversal by a row."""

import threading
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from content.credits import sums
from content.credits.credit import Totals
from content.rules import Rulebook, begins
from content.values import CreditKind
from storage.credits import ledger
from storage.engine.sessions import Sessions
from storage.tables import Credit
from tests.samples import member

AT = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
RULES = Rulebook().at(date(2026, 11, 22))
YEAR = (date(2026, 4, 1), date(2027, 3, 31))


def _award(session: Session, me: int, source: str = "course:a", at: datetime = AT, **other: Any) -> bool:
    values: dict[str, Any] = {
        "kind": CreditKind.LECTURE,
        "half_units": 2,
        "code": 74,
        "title": "高血圧",
        "organiser": "見本",
    }
    values |= other
    return ledger.award(session, member_id=me, source=source, earned_at=at, rules=RULES, **values)


def _reverse(session: Session, me: int, source: str = "course:a") -> bool:
    return ledger.reverse(session, me, source, reason="重複", author_id=me, at=AT + timedelta(days=1))


def test_once_per_member_and_source(sessions: Sessions) -> None:
    with sessions.begin() as session:
        me, other = member(session, AT), member(session, AT, no="1000000002")
        assert _award(session, me)
        assert not _award(session, me, half_units=4, code=75)
        assert _award(session, other)
        assert _award(session, me, "course:b", code=8, half_units=1)
        assert ledger.totals(session, me, *YEAR) == Totals(3, frozenset({8, 74}))
        assert sums.total(ledger.history(session, me)).codes == {8, 74}
        assert [entry.source for entry in ledger.entries(session, me)] == ["course:b", "course:a"]


def test_two_at_once_give_one(sessions: Sessions) -> None:
    with sessions.begin() as session:
        me = member(session, AT)
    together, results = threading.Barrier(2), []

    def race() -> None:
        together.wait(10)
        with sessions.begin() as session:
            results.append(_award(session, me))

    threads = [threading.Thread(target=race) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == [False, True]


@pytest.mark.parametrize(("half_units"), [0, -1])
def test_less_than_half_a_credit_is_none(sessions: Sessions, half_units: int) -> None:
    with sessions.begin() as session:
        me = member(session, AT)
        with pytest.raises(ValueError, match="no credit"):
            _award(session, me, half_units=half_units)


def test_reversed_it_is_as_if_it_had_not_been_and_both_rows_stay(sessions: Sessions) -> None:
    with sessions.begin() as session:
        me = member(session, AT)
        assert not _reverse(session, me)
        _award(session, me)
        assert _reverse(session, me)
        assert not _reverse(session, me)
        assert ledger.totals(session, me, *YEAR) == Totals(0, frozenset())
        assert ledger.entries(session, me) == ()
        assert ledger.yearly(session, me) == {}
        assert not ledger.has(session, me, "course:a")
        assert ledger.was_granted(session, me, "course:a")
        rows = session.query(Credit).order_by(Credit.id).all()
    grant, reversal = rows
    assert (reversal.half_units, reversal.sign, reversal.grant_no) == (-2, -1, 1)
    assert (reversal.reverses_id, reversal.reason, reversal.author_id) == (grant.id, "重複", me)
    assert reversal.earned_on == grant.earned_on
    assert reversal.written_at == AT + timedelta(days=1)


def test_a_further_grant_after_the_reversal(sessions: Sessions) -> None:
    with sessions.begin() as session:
        me = member(session, AT)
        _award(session, me)
        _reverse(session, me)
        assert _award(session, me, half_units=1)
        assert not _award(session, me)
        assert ledger.totals(session, me, *YEAR).half_units == 1
        assert [row.grant_no for row in session.query(Credit).order_by(Credit.id)] == [1, 1, 2]


def test_the_same_code_counts_once_as_a_code(sessions: Sessions) -> None:
    with sessions.begin() as session:
        me = member(session, AT)
        _award(session, me, "course:a")
        _award(session, me, "course:b")
        assert ledger.totals(session, me, *YEAR) == Totals(4, frozenset({74}))
        _reverse(session, me, "course:b")
        assert ledger.totals(session, me, *YEAR) == Totals(2, frozenset({74}))


def test_both_ends_of_a_fiscal_year(sessions: Sessions) -> None:
    first, last = YEAR
    days = [first - timedelta(days=1), first, last, last + timedelta(days=1)]
    with sessions.begin() as session:
        me = member(session, AT)
        for number, day in enumerate(days):
            _award(session, me, f"course:{number}", begins(day), code=number, half_units=2**number)
        assert ledger.totals(session, me, *YEAR) == Totals(6, frozenset({1, 2}))
        assert [entry.earned_on for entry in ledger.entries(session, me, *YEAR)] == [last, first]
        assert list(ledger.yearly(session, me).items()) == [
            (2027, Totals(8, frozenset({3}))),
            (2026, Totals(6, frozenset({1, 2}))),
            (2025, Totals(1, frozenset({0}))),
        ]


def test_nothing_is_changed_or_removed(sessions: Sessions) -> None:
    with sessions.begin() as session:
        me = member(session, AT)
        _award(session, me)
    for statement in (update(Credit).values(half_units=20), delete(Credit)):
        with pytest.raises(DBAPIError, match="append-only"), sessions.begin() as session:
            session.execute(statement)
