"""The goal of 60: windows of fiscal years, what counts in them, what falls out, and when a pace carries a word."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.credits.goal import CodeState, Earning, Goal, Month, Sum, Window, goal, states
from content.rules import Rulebook, fiscal_year
from content.values import CreditKind

TODAY = date(2026, 11, 22)
RULES = Rulebook().at(TODAY)


def earned(day: date, code: int, half_units: int = 2, kind: CreditKind = CreditKind.LECTURE) -> Earning:
    return Earning(day, kind, code, half_units)


def at(day: date, *history: Earning) -> Goal:
    return goal(history, day, RULES)


def months(first: date, count: int, *, codes: Iterable[int] = (), half_units: int = 2) -> list[Earning]:
    """A credit on the same day of so many months, of these codes in turn."""
    every = list(codes) or [0]
    days = [(first.year * 12 + first.month - 1 + number, first.day) for number in range(count)]
    return [
        earned(date(month // 12, month % 12 + 1, day), every[number % len(every)], half_units)
        for number, (month, day) in enumerate(days)
    ]


@pytest.mark.parametrize(
    ("half_units", "codes", "reached"),
    [(2, 30, False), (72, 24, True), (71, 24, False), (73, 24, True), (120, 1, True)],
)
def test_half_units_and_twice_the_codes_make_120(half_units: int, codes: int, reached: bool) -> None:
    history = [earned(TODAY, code, 0) for code in range(1, codes)] + [earned(TODAY, 0, half_units)]
    found = at(TODAY, *history)
    assert (found.missing == 0) is reached
    assert found.missing == max(0, 120 - half_units - 2 * codes)


@pytest.mark.parametrize(
    ("today", "window", "half_units"),
    [
        (date(2027, 3, 31), (2024, 2026), 6),
        (date(2027, 4, 1), (2025, 2027), 4),
        (date(2024, 3, 31), (2021, 2023), 1),
        (date(2024, 4, 1), (2022, 2024), 3),
    ],
)
def test_the_window_is_this_fiscal_year_and_the_two_before(
    today: date, window: tuple[int, int], half_units: int
) -> None:
    history = [
        earned(date(2024, 3, 31), 1, 1),
        earned(date(2024, 4, 1), 2, 2),
        earned(date(2025, 4, 1), 3, 4),
    ]
    found = at(today, *history)
    assert (found.window.first, found.window.last) == window
    assert found.window.sum.half_units == half_units


def test_the_same_code_counts_once_in_the_window_and_every_kind_counts() -> None:
    history = [earned(date(2024 + number % 3, 5, 1), 74, 2, kind) for number, kind in enumerate(CreditKind)]
    assert at(TODAY, *history).window.sum == Sum(10, 1)


def test_no_more_than_84_codes_count() -> None:
    history = [earned(TODAY, code, 1) for code in range(90)]
    assert at(TODAY, *history).window.sum == Sum(90, 84)


def test_what_falls_out_on_the_next_first_of_april() -> None:
    history = [
        earned(date(2024, 4, 1), 1),
        earned(date(2025, 3, 31), 2, 3),
        earned(date(2025, 4, 1), 2),
        earned(date(2026, 4, 1), 4),
    ]
    found = at(TODAY, *history)
    assert (found.falls, found.falling_codes, found.falls_on) == (Sum(5, 1), frozenset({1}), date(2027, 4, 1))
    assert found.stays == at(found.falls_on, *history).window.sum == Sum(4, 2)
    assert at(date(2027, 3, 31), *history).falls_on == date(2027, 4, 1)
    assert at(date(2027, 4, 1), *history).falls_on == date(2028, 4, 1)


def test_the_latest_earlier_window_that_reached_it() -> None:
    history = [earned(date(2020, 4, 1), 1, 60), earned(date(2021, 3, 31), 2, 56)]
    assert at(TODAY, *history).earlier == Window(2020, 2022, Sum(116, 2))
    assert at(date(2022, 4, 1), *history).earlier == Window(2019, 2021, Sum(116, 2))
    assert at(date(2021, 3, 31), *history).earlier is None
    assert at(TODAY, *history[:1]).earlier is None
    assert at(TODAY, history[0], earned(date(2021, 3, 31), 2, 55)).earlier is None  # 59.5
    assert at(TODAY).earlier is None


def test_what_is_of_tomorrow_does_not_count_yet() -> None:
    assert at(TODAY, earned(TODAY + timedelta(days=1), 1)).window.sum == Sum(0, 0)


def test_a_steady_pace_says_when() -> None:
    """A credit and a new code a month are 2 a month: twelve months make 24, and 36 more take eighteen months."""
    history = months(date(2026, 4, 1), 12, codes=range(12))
    assert at(date(2027, 3, 31), *history).reached_in == Month(2028, 9)


@pytest.mark.parametrize(("old", "month"), [(14, Month(2027, 3)), (13, Month(2028, 9))])
def test_a_pace_meets_what_falls_out_on_the_way(old: int, month: Month) -> None:
    """24 of the last twelve months and 28 of two years ago lack 8, four months' worth: by the end of March. With 26 it
    would be April, when these are gone: then only after the next April, when four of the twelve months are gone too.
    """
    history = months(date(2025, 12, 1), 12, codes=range(12))
    history += [earned(date(2024, 5, 1), 40 + number) for number in range(old)]
    assert at(date(2026, 11, 30), *history).reached_in == month


@pytest.mark.parametrize(
    ("first", "count", "said"),
    [
        (date(2026, 5, 22), 7, True),  # half a year to the day
        (date(2026, 5, 23), 6, False),
    ],
)
def test_a_record_younger_than_half_a_year_is_no_pace(first: date, count: int, said: bool) -> None:
    history = months(first, count, codes=range(20), half_units=8)
    assert bool(at(TODAY, *history).reached_in) is said


def test_nothing_in_the_last_twelve_months_or_in_few_of_them_is_no_pace() -> None:
    old = months(date(2025, 1, 22), 10, codes=range(10))
    assert not at(date(2026, 11, 22), *old).reached_in
    few = [earned(date(2026, month, 1), code, 10) for month in (9, 10) for code in (1, 2)]
    assert not at(TODAY, *old, *few).reached_in
    assert at(TODAY, *old, *few, earned(date(2026, 11, 1), 1, 10)).reached_in


def test_where_it_is_reached_or_never_would_be_nothing_is_said() -> None:
    assert not at(TODAY, *months(date(2025, 12, 1), 12, codes=range(12), half_units=10)).reached_in
    assert not at(TODAY, *months(date(2025, 12, 1), 12, codes=[1], half_units=1)).reached_in


STEPS = st.lists(
    st.builds(
        Earning,
        st.dates(date(2019, 1, 1), date(2027, 12, 31)),
        st.sampled_from(CreditKind),
        st.integers(0, 83),
        st.integers(1, 6),
    ),
    max_size=60,
)


@given(STEPS, st.dates(date(2024, 1, 1), date(2027, 12, 31)))
def test_of_any_record_what_falls_is_what_the_next_year_lacks(history: list[Earning], today: date) -> None:
    known = [one for one in history if one.day <= today]
    found, then = goal(history, today, RULES), goal(known, date(fiscal_year(today) + 1, 4, 1), RULES)
    assert found.stays == then.window.sum
    assert found.missing + found.window.sum.halves >= 120
    if found.earlier is not None:
        assert found.earlier.sum.halves >= 120
        assert found.earlier.last < found.window.last
    if found.reached_in is not None:
        assert found.reached_in.last_day > today
        assert found.missing


def test_states_of_codes() -> None:
    found = at(TODAY, earned(TODAY, 1), earned(date(2020, 5, 1), 2), earned(date(2020, 5, 1), 3))
    assert states(range(6), found, {1, 2, 3}, {1, 2, 4}) == (
        CodeState.NONE,
        CodeState.EARNED,
        CodeState.OPEN,
        CodeState.BEFORE,
        CodeState.OPEN,
        CodeState.NONE,
    )


NOTED = [earned(date(2024, 3, 31), 1), earned(date(2024, 4, 1), 2), earned(date(2025, 4, 1), 3), earned(TODAY, 4)]


@pytest.mark.parametrize(
    ("certified_on", "today", "years", "halves", "falls"),
    [
        (None, TODAY, (2024, 2026), 12, 4),
        (date(2023, 12, 1), TODAY, (2024, 2026), 12, 4),  # its three years are over: the forecast slides on
        (date(2024, 3, 31), date(2026, 3, 31), (2023, 2025), 12, 4),
        (date(2024, 4, 1), date(2026, 3, 31), (2024, 2026), 8, 0),
        (date(2024, 12, 1), TODAY, (2024, 2026), 12, 4),
        (date(2025, 12, 1), TODAY, (2025, 2027), 8, 0),
        (date(2026, 12, 1), date(2026, 12, 1), (2026, 2028), 4, 0),
        (date(2024, 12, 1), date(2027, 3, 31), (2024, 2026), 12, 4),
        (date(2024, 12, 1), date(2027, 4, 1), (2025, 2027), 8, 4),
    ],
)
def test_the_window_begins_after_the_last_certificate(
    certified_on: date | None, today: date, years: tuple[int, int], halves: int, falls: int
) -> None:
    """By hand: each credit is 2 halves and its code 2; 31 March is of the year before."""
    found = goal(NOTED, today, RULES, certified_on)
    assert (found.window.first, found.window.last) == years
    assert found.window.sum.halves == halves
    assert found.falls.halves == falls
    assert found.certified_on == certified_on


def test_what_an_earlier_certificate_was_issued_for_is_not_told_again() -> None:
    full = [earned(date(2021, 5, 1), code, 4) for code in range(30)]
    assert goal(full, TODAY, RULES).earlier
    assert not goal(full, TODAY, RULES, date(2024, 12, 1)).earlier


@given(STEPS, st.dates(date(2024, 1, 1), date(2027, 12, 31)), st.dates(date(2020, 1, 1), date(2027, 12, 31)))
def test_after_a_certificate_too_what_falls_is_what_the_next_year_lacks(
    history: list[Earning], today: date, certified_on: date
) -> None:
    known = [one for one in history if one.day <= today]
    found = goal(history, today, RULES, certified_on)
    then = goal(known, date(fiscal_year(today) + 1, 4, 1), RULES, certified_on)
    assert found.stays.halves == then.window.sum.halves or fiscal_year(certified_on) > fiscal_year(today)
