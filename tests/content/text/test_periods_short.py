"""Days without a year, the months on offer, and the first day of all periods: both sides of each boundary."""

from datetime import date, timedelta

import pytest

from content.refusals import BadPeriod, BeforeProgramme, PeriodSlip
from content.rules import Rulebook
from content.text.periods import Named, Period, named, within_programme, written

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "today", "period"),
    [
        ("4/1-3/31", date(2026, 3, 31), (date(2025, 4, 1), date(2026, 3, 31))),
        ("4/1-3/31", date(2026, 3, 30), (date(2024, 4, 1), date(2025, 3, 31))),
        ("12/1-1/31", date(2026, 11, 22), (date(2025, 12, 1), date(2026, 1, 31))),
        ("11/22-11/22", date(2026, 11, 22), (date(2026, 11, 22), date(2026, 11, 22))),
        ("11/22-11/23", date(2026, 11, 22), (date(2025, 11, 22), date(2025, 11, 23))),
        ("2/29-3/1", date(2024, 3, 1), (date(2024, 2, 29), date(2024, 3, 1))),
        ("2025/4/1-3/31", date(2026, 3, 31), (date(2025, 4, 1), date(2026, 3, 31))),
        ("2026/9/30-9/30", date(2026, 11, 22), (date(2026, 9, 30), date(2026, 9, 30))),
    ],
)
def test_days_without_a_year_are_the_latest_that_are_not_ahead(
    text: str, today: date, period: tuple[date, date]
) -> None:
    assert written(text, today) == Period(*period)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("H31.4.30-R1.5.1", (date(2019, 4, 30), date(2019, 5, 1))),
        ("平成31年4月30日から令和元年5月1日まで", (date(2019, 4, 30), date(2019, 5, 1))),
        ("㍻31年4月1日-㋿2年3月31日", (date(2019, 4, 1), date(2020, 3, 31))),
        ("平成元年1月8日-平成2年3月31日", (date(1989, 1, 8), date(1990, 3, 31))),
        ("S64.1.7-H1.1.8", (date(1989, 1, 7), date(1989, 1, 8))),
        ("昭和62年4月1日-昭和63年3月31日", (date(1987, 4, 1), date(1988, 3, 31))),
        ("H31.4.1-3/31", (date(2019, 4, 1), date(2020, 3, 31))),
        ("令和元年4月1日-令和2年3月31日", (date(2019, 4, 1), date(2020, 3, 31))),  # the fiscal year is called so
    ],
)
def test_days_of_every_era_since_the_programme_began(text: str, period: tuple[date, date]) -> None:
    assert written(text, TODAY) == Period(*period)


@pytest.mark.parametrize("text", ["2026/9/30-4/1", "令和8年12月1日から1月31日"])
def test_a_last_day_that_has_not_come_yet_is_ahead(text: str) -> None:
    with pytest.raises(BadPeriod) as refused:
        written(text, TODAY)
    assert refused.value.slip is PeriodSlip.AHEAD


@pytest.mark.parametrize(("first", "right"), [(date(1987, 3, 31), False), (date(1987, 4, 1), True)])
def test_no_certificate_reaches_before_the_programme(first: date, right: bool) -> None:
    period, rules = Period(first, date(1987, 4, 2)), Rulebook().at(TODAY)
    if right:
        assert within_programme(period, rules) == period
        return
    with pytest.raises(BeforeProgramme):
        within_programme(period, rules)


@pytest.mark.parametrize(
    ("today", "this", "last"),
    [
        (date(2024, 2, 29), (1, 29), (1, 31)),
        (date(2024, 3, 1), (1, 31), (1, 29)),
        (date(2025, 3, 31), (1, 31), (1, 28)),
        (date(2026, 1, 1), (1, 31), (1, 31)),
        (date(2026, 12, 31), (1, 31), (1, 30)),
    ],
)
def test_the_months_on_offer(today: date, this: tuple[int, int], last: tuple[int, int]) -> None:
    month, before = named(Named.THIS_MONTH, today), named(Named.LAST_MONTH, today)
    assert (month.first.day, month.last.day) == this
    assert (before.first.day, before.last.day) == last
    assert before.last == month.first - timedelta(days=1)
    assert month.first <= today <= month.last
