"""Weeks and months of Japan's days, and when a reminder of a broadcast comes."""

from datetime import UTC, date, datetime, timedelta

import pytest

from content.hours import Hours
from content.radio import Span, reminds_at, reminds_on_time
from content.rules import Rulebook
from tests.broadcasts import a_broadcast, moment

RULES = Rulebook().at(date(2026, 11, 22))
SECOND = timedelta(seconds=1)
HOURS = Hours()


def test_a_week_is_seven_days_of_japan() -> None:
    week = Span(date(2026, 11, 22), month=False)
    assert week.last == date(2026, 11, 28)
    assert week.since == datetime(2026, 11, 21, 15, 0, tzinfo=UTC)
    assert week.until == datetime(2026, 11, 28, 15, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 11, 1), date(2026, 11, 30)),
        (date(2026, 12, 1), date(2026, 12, 31)),
        (date(2027, 2, 1), date(2027, 2, 28)),
        (date(2028, 2, 1), date(2028, 2, 29)),
    ],
)
def test_a_month_ends_with_its_last_day(first: date, last: date) -> None:
    assert Span.around(last, month=True) == Span(first, month=True)
    assert Span(first, month=True).last == last


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2026, 11, 28), date(2026, 11, 22)),
        (date(2026, 11, 29), date(2026, 11, 29)),
        (date(2026, 12, 5), date(2026, 11, 29)),
        (date(2026, 12, 6), date(2026, 12, 6)),
        (date(2026, 11, 21), date(2026, 11, 15)),
        (date(2026, 11, 15), date(2026, 11, 15)),
        (date(2026, 11, 14), date(2026, 11, 8)),
    ],
)
def test_other_weeks_are_whole_weeks_away(day: date, first: date) -> None:
    assert Span(date(2026, 11, 22), month=False).holding(day) == Span(first, month=False)


def test_other_months_are_those_of_the_day() -> None:
    assert Span(date(2026, 11, 1), month=True).holding(date(2027, 1, 31)) == Span(date(2027, 1, 1), month=True)


@pytest.mark.parametrize(
    ("starts", "reminded"),
    [
        ("2026-11-22 20:40:00", "2026-11-22 20:30:00"),
        ("2026-11-22 21:09:59", "2026-11-22 20:59:59"),
        ("2026-11-22 21:10:00", "2026-11-22 20:59:00"),
        ("2026-11-22 23:59:59", "2026-11-22 20:59:00"),
        ("2026-11-23 00:00:00", "2026-11-22 20:59:00"),
        ("2026-11-23 00:10:00", "2026-11-22 20:59:00"),
        ("2026-11-23 08:09:59", "2026-11-22 20:59:00"),
        ("2026-11-23 08:10:00", "2026-11-23 08:00:00"),
        ("2026-12-01 00:05:00", "2026-11-30 20:59:00"),
    ],
)
def test_a_reminder_comes_ten_minutes_before_or_before_the_night(starts: str, reminded: str) -> None:
    one = a_broadcast(starts)
    at = reminds_at(one, RULES, HOURS)
    assert at == moment(reminded)
    assert not HOURS.is_quiet(at)
    assert reminds_on_time(one, RULES, HOURS) is (one.starts_at - at == timedelta(minutes=10))


def test_a_reminder_keeps_to_the_hours_of_the_member() -> None:
    one = a_broadcast("2026-11-22 20:40:00")
    assert reminds_at(one, RULES, Hours(quiet_from=20)) == moment("2026-11-22 19:59:00")
    assert reminds_at(one, RULES, Hours(quiet_from=8)) == moment("2026-11-22 20:30:00")


def test_a_broadcast_is_on_from_its_first_second_to_its_last() -> None:
    one = a_broadcast("2026-11-22 20:40")
    assert [one.is_on_air(one.starts_at + by) for by in (-SECOND, 0 * SECOND)] == [False, True]
    assert [one.is_on_air(one.ends_at + by) for by in (-SECOND, 0 * SECOND)] == [True, False]
    assert [one.is_over(one.ends_at + by) for by in (-SECOND, 0 * SECOND)] == [False, True]
