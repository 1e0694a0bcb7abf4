"""Periods of a certificate: on offer, and as they are written by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.refusals import BadPeriod
from content.text.periods import (
    LONGEST,
    Named,
    Period,
    ending,
    named,
    until_yesterday,
    written,
)

TODAY = date(2026, 11, 22)
HALF_YEAR = Period(date(2026, 4, 1), date(2026, 9, 30))


@pytest.mark.parametrize(
    "text",
    [
        "2026/4/1-2026/9/30",
        "2026/04/01-2026/09/30",
        "2026-4-1-2026-9-30",
        "2026-04-01 2026-09-30",
        "2026.4.1~2026.9.30",
        "2026/4/1 - 2026/9/30",
        "  2026/4/1\n2026/9/30 ",
        "2026年4月1日から2026年9月30日まで",
        "2026年4月1日～2026年9月30日",
        "2026年 4月 1日　－　2026年 9月 30日",
        "２０２６／４／１－２０２６／９／３０",
        "２０２６年４月１日～２０２６年９月３０日",
        "2026/4/1–2026/9/30",
        "2026/4/1—2026/9/30",
        "2026/4/1 to 2026/9/30",
        "令和8年4月1日-令和8年9月30日",
        "R8.4.1〜R8.9.30",
        "2026年4月1日（水）〜2026年9月30日（水曜日）。",
        "2026/4/1ー2026/9/30",
        "2026年4月1日　2026年9月30日",
        "「2026年4月1日から、2026年9月30日まで」",
        "令和 8年 4月 1日 から 令和 8年 9月 30日 まで",
        "R8.4.1~R8.9.30",
        "Ｒ８／４／１ TO 2026/9/30",
        "2026年4月1日（水）～2026年9月30日（水）",
        "20260401-20260930",
        "2026/4/1-9/30",
        "令和8年4月1日-9月30日",
        "4/1-9/30",
        "４月１日から９月３０日まで",
        "4/1 9/30",
        "4-1-9-30",
        "4/1-2026/9/30",
        "4月1日（水）～9月30日（水）",
    ],
)
def test_how_two_days_are_written(text: str) -> None:
    assert written(text, TODAY) == HALF_YEAR


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "2026/4/1",
        "2026/4/1-",
        "-2026/4/1",
        "26/4/1-26/9/30",
        "4-9",
        "4/31-9/30",
        "13/1-9/30",
        "4/1",
        "2/29-3/31",
        "2026/4/1-2/29",
        "2026/4-2026/9",
        "2026/13/1-2026/9/30",
        "2026/4/31-2026/9/30",
        "0000/1/1-2026/9/30",
        "2026/4/0-2026/9/30",
        "2026/4/1-2026/9/30x",
        "2026/4/12026/9/30",
        "2026/4/1-2026/9/30-2026/10/1",
        "12026/4/1-2026/9/30",
        "2026/4/1-20269/9/30",
        "令和8年4月31日-令和8年9月30日",
        "令和8年-令和9年",
    ],
)
def test_what_is_no_period(text: str) -> None:
    with pytest.raises(BadPeriod):
        written(text, TODAY)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("2026/9/30-2026/9/30", True),
        ("2026/9/30-2026/9/29", False),
        ("2026/9/30-2026/11/22", True),
        ("2026/9/30-2026/11/23", False),
        ("2026/11/22-2026/11/22", True),
        ("2026/11/23-2026/11/23", False),
        ("2024/2/29-2026/2/28", True),
        ("2025/2/29-2026/2/28", False),
        ("2000/2/29-2000/2/29", True),
        ("1900/2/29-1900/3/1", False),
        ("0001/1/1-2026/1/1", True),
    ],
)
def test_reversed_future_and_leap_days(text: str, right: bool) -> None:
    if right:
        assert written(text, TODAY).first <= written(text, TODAY).last <= TODAY
        return
    with pytest.raises(BadPeriod):
        written(text, TODAY)


@pytest.mark.parametrize(("length", "right"), [(LONGEST, True), (LONGEST + 1, False), (4096, False)])
def test_a_text_of_any_length_is_not_searched_for_two_days(length: int, right: bool) -> None:
    """The pattern's time is the cube of a run of spaces: a message full of them held up the whole bot for minutes."""
    text = f"2026/4/1{' ' * (length - 17)}2026/9/30"
    assert len(text) == length
    if right:
        assert written(text, TODAY) == HALF_YEAR
        return
    with pytest.raises(BadPeriod):
        written(text, TODAY)


@given(st.dates(date(1, 1, 1), TODAY), st.dates(date(1, 1, 1), TODAY))
def test_any_two_days_in_order_are_read_back(first: date, last: date) -> None:
    first, last = sorted((first, last))
    text = f"{first:%Y/%m/%d}".zfill(10) + "-" + f"{last:%Y/%m/%d}".zfill(10)
    assert written(text, TODAY) == Period(first, last)


@given(st.text(max_size=200))
def test_any_text_is_a_period_or_refused(text: str) -> None:
    try:
        period = written(text, TODAY)
    except BadPeriod:
        return
    assert period.first <= period.last <= TODAY


@pytest.mark.parametrize(
    ("today", "this", "last"),
    [
        (date(2026, 3, 31), (date(2025, 4, 1), date(2026, 3, 31)), (date(2024, 4, 1), date(2025, 3, 31))),
        (date(2026, 4, 1), (date(2026, 4, 1), date(2027, 3, 31)), (date(2025, 4, 1), date(2026, 3, 31))),
    ],
)
def test_the_years_on_offer(today: date, this: tuple[date, date], last: tuple[date, date]) -> None:
    assert named(Named.THIS_YEAR, today) == Period(*this)
    assert named(Named.LAST_YEAR, today) == Period(*last)
    assert named(Named.TWO_YEARS, today) == Period(last[0], this[1])


def test_only_what_was_earned_before_today() -> None:
    year = named(Named.THIS_YEAR, TODAY)
    assert until_yesterday(year, TODAY, 1) == Period(date(2026, 4, 1), date(2026, 11, 21))
    assert until_yesterday(year, TODAY, 0).last == TODAY
    assert until_yesterday(HALF_YEAR, TODAY, 1) == HALF_YEAR


def test_on_the_first_day_of_a_year_nothing_of_it_can_be_certified() -> None:
    first = date(2026, 4, 1)
    covered = until_yesterday(named(Named.THIS_YEAR, first), first, 1)
    assert covered.last == covered.first - timedelta(days=1)


@pytest.mark.parametrize(
    ("last", "first"),
    [
        (date(2026, 11, 22), date(2024, 11, 23)),
        (date(2026, 3, 31), date(2024, 4, 1)),
        (date(2026, 12, 31), date(2025, 1, 1)),
        (date(2026, 2, 28), date(2024, 2, 29)),
        (date(2026, 3, 1), date(2024, 3, 2)),
        (date(2028, 2, 28), date(2026, 3, 1)),
        (date(2028, 2, 29), date(2026, 3, 1)),
        (date(2028, 3, 1), date(2026, 3, 2)),
    ],
)
def test_two_years_that_end_on_a_day(last: date, first: date) -> None:
    assert ending(last, 2) == Period(first, last)


@given(st.dates(date(3, 1, 1), TODAY), st.integers(1, 2))
def test_years_that_end_on_a_day_are_so_many_times_365_days(last: date, years: int) -> None:
    days = (last - ending(last, years).first).days + 1
    assert 365 * years <= days <= 365 * years + 1


@given(st.dates(date(1, 1, 1), date(3, 1, 1)))
def test_on_the_first_days_of_all_there_are_fewer(last: date) -> None:
    assert ending(last, 2).last == last
