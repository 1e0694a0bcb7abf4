"""Declarations: what may be done in which state, until when a learning can be declared, and what fields may hold."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.declarations import declaring
from content.declarations.declaring import MAY, Act, Declared, Evidence, Kind, Slip, State, Step
from content.rules import JAPAN, Rulebook
from content.words import JA

BOOK = Rulebook()
NOW = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
RULES = BOOK.now(NOW)
SECOND = timedelta(seconds=1)
FILE = Evidence(1, "a.pdf", "application/pdf", 9)


def japan(year: int, month: int, day: int) -> datetime:
    """The first moment of a day in Japan."""
    return datetime(year, month, day, tzinfo=JAPAN)


def test_until_the_end_of_april_to_the_second() -> None:
    closed = japan(2027, 5, 1)
    for day in (date(2026, 4, 1), date(2026, 11, 22), date(2027, 3, 31)):
        assert declaring.closes(day, RULES) == closed
        assert declaring.last_day(day, RULES) == date(2027, 4, 30)
        assert declaring.slip_of(day, closed - SECOND, BOOK) is None
        assert declaring.slip_of(day, closed, BOOK) is Slip.CLOSED
    assert declaring.slip_of(date(2027, 4, 1), closed, BOOK) is None
    assert declaring.closes(date(2027, 4, 1), RULES) == japan(2028, 5, 1)


def test_today_is_taken_and_tomorrow_is_not() -> None:
    midnight = japan(2026, 11, 23)
    assert declaring.slip_of(date(2026, 11, 22), midnight - SECOND, BOOK) is None
    assert declaring.slip_of(date(2026, 11, 23), midnight - SECOND, BOOK) is Slip.AHEAD
    assert declaring.slip_of(date(2026, 11, 23), midnight, BOOK) is None


def test_from_when_on_a_learning_can_be_declared() -> None:
    may = japan(2027, 5, 1)
    assert declaring.earliest(may - SECOND, RULES) == date(2026, 4, 1)
    assert declaring.earliest(may, RULES) == date(2027, 4, 1)
    assert declaring.earliest(NOW, RULES) == date(2026, 4, 1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("11/3", date(2026, 11, 3)),
        ("今日", date(2026, 11, 22)),
        ("11/23", Slip.AHEAD),
        ("9999/12/31", Slip.AHEAD),
        ("2026/3/31", Slip.CLOSED),
        ("0001/1/1", Slip.CLOSED),
        ("明日", Slip.NO_DAY),
        ("2026/2/30", Slip.NO_DAY),
    ],
)
def test_days(text: str, found: date | Slip) -> None:
    assert declaring.day(text, NOW, BOOK) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("0.5", 1),
        ("1", 2),
        ("1.5", 3),
        ("１．５", 3),
        ("1,5", 3),
        (" 1 単位 ", 2),
        ("0.5単位", 1),
        ("1 credit", 2),
        (".5", 1),
        ("1.50", 3),
        ("20", 40),
        ("20.5", Slip.TOO_MANY),
        ("9999", Slip.TOO_MANY),
        ("0.3", Slip.NOT_HALF),
        ("1.25", Slip.NOT_HALF),
        ("0", Slip.TOO_FEW),
        ("0.0", Slip.TOO_FEW),
        ("-1", Slip.TOO_FEW),
        ("－0.5", Slip.TOO_FEW),
        ("−1", Slip.TOO_FEW),
        ("", Slip.NO_UNITS),
        ("-", Slip.NO_UNITS),
        ("単位", Slip.NO_UNITS),
        ("一単位", Slip.NO_UNITS),
        ("1.5.5", Slip.NO_UNITS),
        ("1e9", Slip.NO_UNITS),
        ("9" * 4000, Slip.NO_UNITS),
        ("inf", Slip.NO_UNITS),
    ],
)
def test_units(text: str, found: int | Slip) -> None:
    assert declaring.units(text, RULES) == found


@given(st.text(alphabet="0123456789.,-−単位１．"))
def test_any_text_is_units_within_the_bound_or_a_slip(text: str) -> None:
    found = declaring.units(text, RULES)
    assert isinstance(found, Slip) or 1 <= found <= RULES.declared_half_units


def test_units_of_a_button() -> None:
    bounds = {0: Slip.TOO_FEW, 1: 1, 40: 40, 41: Slip.TOO_MANY, -(2**31): Slip.TOO_FEW}
    assert {number: declaring.half_units(number, RULES) for number in bounds} == bounds


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("74", [74]),
        ("ＣＣ７４", [74]),
        ("CC: 74", [74]),
        ("カリキュラムコード74", [74]),
        ("74 高血圧症", [74]),
        ("0", [0]),
        ("高血圧", [74]),
        ("ｶﾝｾﾝ", [8]),
        ("チーム", [10]),
        ("医療倫理", [2, 3]),
        ("84", []),
        ("-1", []),
        ("－１", []),
        ("7.4", []),
        ("7 4 5", []),
        ("七十四", [74]),
        ("八十四", []),
        ("", []),
        ("・", []),
        ("9" * 101, []),
    ],
)
def test_codes(text: str, numbers: list[int]) -> None:
    found = declaring.codes(text)
    assert ([] if isinstance(found, Slip) else [one.number for one in found]) == numbers


def test_texts() -> None:
    assert declaring.what(" 第1回\n 学会 ") == "第1回 学会"
    assert declaring.what("か\u3099ん") == "がん"
    assert declaring.what("あ") is Slip.SHORT
    assert declaring.what("\u200b" * 9) is Slip.SHORT
    assert declaring.what("\u202e学会\x00") == "学会"
    assert declaring.what("あ" * 200) == "あ" * 200
    assert declaring.what("あ" * 201) is Slip.LONG
    assert declaring.note("") == ""
    assert declaring.note("\u2067\u200b") == ""
    assert declaring.note("あ" * 500) == "あ" * 500
    assert declaring.note("あ" * 501) is Slip.LONG


def test_what_is_missing_in_its_order() -> None:
    empty = Declared(1, 1, Kind.EXAM, State.DRAFT, NOW)
    assert empty.untouched
    assert empty.missing == (Step.WHAT, Step.DAY, Step.UNITS, Step.CODE, Step.EVIDENCE)
    full = Declared(1, 1, Kind.EXAM, State.DRAFT, NOW, "問題", NOW.date(), 1, 0, "", (FILE,))
    assert (full.untouched, full.missing) == (False, ())


def test_only_a_draft_is_changed_and_what_is_decided_is_decided() -> None:
    assert set(MAY) == set(State)
    assert {state for state in State if Act.CHANGE in MAY[state]} == {State.DRAFT}
    assert {state for state in State if Act.WITHDRAW in MAY[state]} == {State.SUBMITTED}
    assert MAY[State.ACCEPTED] == frozenset()


def test_every_kind_has_a_name() -> None:
    assert len({JA.declare_steps.kind(kind) for kind in Kind}) == len(Kind)
