"""A day as people write it."""

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.text.dating import LONGEST, day_written

TODAY = date(2026, 11, 22)
YEAR = date(2026, 4, 1)
THIRD = date(2026, 11, 3)


@pytest.mark.parametrize(
    "text",
    [
        "2026/11/3",
        "2026-11-03",
        "2026.11.3",
        "20261103",
        "2026年11月3日",
        "2026年 11月 3日（火・祝）",
        "２０２６／１１／３",
        "11/3",
        "11-3",
        "11月3日",
        "１１月３日（火）",
        "令和8年11月3日",
        "R8.11.3",
        "Ｒ８／１１／３",
        " 2026/11/3\n",
        "2026年11月3日（火曜日）",
        "2026年11月3日(火・祝日)",
        "11月3日 火曜日",
        "11ー3",
        "11−3",
        "11月3日。",
        "「11/3」",
        "\u200b11/3\ufeff",
    ],
)
def test_how_a_day_is_written(text: str) -> None:
    assert day_written(text, TODAY, YEAR) == THIRD


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("今日", TODAY),
        ("本日", TODAY),
        ("Today", TODAY),
        ("昨日", date(2026, 11, 21)),
        ("yesterday", date(2026, 11, 21)),
        ("おととい", date(2026, 11, 20)),
        ("令和元年5月1日", date(2019, 5, 1)),
    ],
)
def test_days_that_are_named(text: str, day: date) -> None:
    assert day_written(text, TODAY, YEAR) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "11",
        "2026",
        "2026/11",
        "13/1",
        "2026/2/30",
        "2/29",
        "令和8年",
        "11/3/4/5",
        "-11/3",
        "明日",
        ".11/3/",
        "11/3火星",
        "11/3(水金)",
        "٣/٤",
    ],
)
def test_what_names_no_day(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # of a date that there is none of Python speaks in its own words
        day_written(text, TODAY, YEAR)


def test_without_a_year_it_is_of_this_fiscal_year() -> None:
    assert day_written("3/31", date(2027, 3, 31), YEAR) == date(2027, 3, 31)
    assert day_written("12/1", TODAY, YEAR) == date(2026, 12, 1)  # which lies ahead, and is refused as such
    assert day_written("3/20", TODAY, YEAR) == date(2027, 3, 20)
    assert day_written("2/29", date(2028, 3, 1), date(2027, 4, 1)) == date(2028, 2, 29)


def test_in_april_it_may_be_of_the_last_one() -> None:
    april, open_still, closed = date(2027, 4, 10), date(2026, 4, 1), date(2027, 4, 1)
    assert day_written("3/20", april, open_still) == date(2027, 3, 20)
    assert day_written("4/5", april, open_still) == date(2027, 4, 5)
    assert day_written("4/11", april, open_still) == date(2026, 4, 11)
    assert day_written("3/20", april, closed) == date(2028, 3, 20)


def test_a_text_of_any_length_and_signs_takes_no_time_and_is_no_fault() -> None:
    with pytest.raises(ValueError, match="too long"):
        day_written("1" * (LONGEST + 1), TODAY, YEAR)


@given(st.text())
def test_any_text_is_a_day_or_none(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert isinstance(day_written(text, TODAY, YEAR), date)
