"""How credits count in the numbers of /credits: the numbers are the sums of what is said of the rows."""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from content.credits.counting import Counted, counted
from content.credits.goal import Earning, goal
from content.rules import Rulebook, fiscal_year
from content.values import CreditKind

TODAY = date(2026, 11, 22)
RULES = Rulebook().at(TODAY)


@dataclass(frozen=True)
class Row:
    id: int
    earned_on: date
    code: int
    half_units: int
    counts: bool = True


def how(*rows: Row, today: date = TODAY) -> list[Counted[Row]]:
    return list(counted(rows, today, RULES))


def test_the_edges_of_the_window() -> None:
    days = [date(2024, 3, 31), date(2024, 4, 1), date(2025, 3, 31), date(2025, 4, 1), TODAY]
    every = how(*(Row(number, day, number, 2) for number, day in enumerate(days, 1)))
    assert [one.inside for one in every] == [False, True, True, True, True]
    assert [one.falls for one in every] == [False, True, True, False, False]
    assert [one.code_falls for one in every] == [False, True, True, False, False]
    assert [one.year for one in every] == [2023, 2024, 2024, 2025, 2026]


def test_a_year_later_another_year_falls() -> None:
    one = Row(1, date(2025, 4, 1), 8, 2)
    assert [how(one, today=day)[0].falls for day in (date(2027, 3, 31), date(2027, 4, 1))] == [False, True]


def test_a_code_is_counted_by_its_first_credit_in_the_window() -> None:
    before, first, second = Row(1, date(2024, 3, 31), 8, 2), Row(2, date(2024, 4, 1), 8, 2), Row(3, TODAY, 8, 1)
    every = how(second, before, first)
    assert [one.credit.id for one in every] == [1, 2, 3]
    assert [one.code_by for one in every] == [None, first, first]
    assert [one.brings_code for one in every] == [False, True, False]
    assert [one.code_falls for one in every] == [False, False, False]  # the second stays and has it


def test_of_one_day_the_row_written_first_counts_the_code() -> None:
    assert [one.brings_code for one in how(Row(9, TODAY, 8, 2), Row(4, TODAY, 8, 2))] == [True, False]


def test_what_is_dated_ahead_does_not_count_yet() -> None:
    assert not how(Row(1, TODAY + timedelta(days=1), 8, 2))[0].inside


def test_a_sample_that_does_not_count_is_in_no_number() -> None:
    sample, real = Row(1, date(2024, 4, 1), 8, 2, counts=False), Row(2, TODAY, 8, 2)
    every = how(sample, real)
    assert [(one.inside, one.brings_code, one.falls) for one in every] == [(False, False, False), (True, True, False)]


days = st.dates(date(2019, 1, 1), date(2027, 6, 1))
records = st.lists(st.tuples(days, st.integers(0, 83), st.integers(1, 4)), max_size=40)


@given(records, days)
def test_the_numbers_are_the_sums_of_the_rows(record: list[tuple[date, int, int]], today: date) -> None:
    rules = Rulebook().at(today)
    rows = [Row(number, day, code, halves) for number, (day, code, halves) in enumerate(record, 1)]
    every = counted(rows, today, rules)
    told = goal((Earning(one.earned_on, CreditKind.LECTURE, one.code, one.half_units) for one in rows), today, rules)
    inside = [one for one in every if one.inside]
    assert sum(one.credit.half_units for one in inside) == told.window.sum.half_units
    assert {one.credit.code for one in inside if one.brings_code} == told.codes
    assert sum(one.brings_code for one in inside) == told.window.sum.codes
    assert sum(one.credit.half_units for one in every if one.falls) == told.falls.half_units
    falling = {one.credit.code for one in every if one.brings_code and one.code_falls}
    assert falling == told.falling_codes
    assert len(falling) == told.falls.codes
    assert all(one.year == fiscal_year(one.credit.earned_on) for one in every)
