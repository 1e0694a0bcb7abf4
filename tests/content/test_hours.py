"""Quiet hours and the hour of reminders: both sides of every boundary, over midnight and within a day."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.hours import NUDGE_HOURS, QUIET_FROM, QUIET_UNTIL, Hours
from content.rules import day_of
from tests.broadcasts import moment

USUAL, NEVER, SIESTA = Hours(), Hours(0, 0), Hours(12, 14)
MOMENTS = st.integers(631_152_000, 3_786_912_000).map(lambda second: datetime.fromtimestamp(second, UTC))
CHOSEN = st.builds(Hours, st.sampled_from(QUIET_FROM), st.sampled_from(QUIET_UNTIL), st.sampled_from(NUDGE_HOURS))


@pytest.mark.parametrize(
    ("hours", "at", "end"),
    [
        (USUAL, "11-22 20:59:59", "11-22 20:59:59"),
        (USUAL, "11-22 21:00:00", "11-23 08:00:00"),
        (USUAL, "11-22 23:59:59", "11-23 08:00:00"),
        (USUAL, "11-23 00:00:00", "11-23 08:00:00"),
        (USUAL, "11-23 07:59:59", "11-23 08:00:00"),
        (USUAL, "11-23 08:00:00", "11-23 08:00:00"),
        (Hours(0, 5), "11-22 23:59:59", "11-22 23:59:59"),
        (Hours(0, 5), "11-23 00:00:00", "11-23 05:00:00"),
        (Hours(0, 5), "11-23 05:00:00", "11-23 05:00:00"),
        (SIESTA, "11-22 11:59:59", "11-22 11:59:59"),
        (SIESTA, "11-22 12:00:00", "11-22 14:00:00"),
        (SIESTA, "11-22 13:59:59", "11-22 14:00:00"),
        (SIESTA, "11-22 14:00:00", "11-22 14:00:00"),
        (NEVER, "11-22 00:00:00", "11-22 00:00:00"),
        (NEVER, "11-22 23:59:59", "11-22 23:59:59"),
    ],
)
def test_quiet_hours(hours: Hours, at: str, end: str) -> None:
    begun, ended = moment(f"2026-{at}"), moment(f"2026-{end}")
    assert hours.is_quiet(begun) is (begun != ended)
    assert hours.after_quiet(begun) == ended


@pytest.mark.parametrize(
    ("hours", "at", "before"),
    [
        (USUAL, "11-22 20:59:59", "11-22 20:59:59"),
        (USUAL, "11-22 21:00:00", "11-22 20:59:00"),
        (USUAL, "11-22 23:59:59", "11-22 20:59:00"),
        (USUAL, "11-22 07:59:59", "11-21 20:59:00"),
        (USUAL, "11-22 08:00:00", "11-22 08:00:00"),
        (Hours(0, 5), "11-22 04:59:59", "11-21 23:59:00"),
        (SIESTA, "11-22 12:00:00", "11-22 11:59:00"),
    ],
)
def test_the_last_minute_before_them_is_no_quiet_one(hours: Hours, at: str, before: str) -> None:
    assert hours.before_quiet(moment(f"2026-{at}")) == moment(f"2026-{before}")


@pytest.mark.parametrize(
    ("hours", "hour"),
    [
        (USUAL, 8),
        (Hours(21, 9), 9),
        (Hours(21, 8, nudge=7), 8),
        (Hours(21, 7, nudge=7), 7),
        (Hours(20, 8, nudge=20), 8),
        (Hours(21, 8, nudge=20), 20),
        (Hours(0, 0, nudge=5), 5),
    ],
)
def test_reminders_never_go_in_quiet_hours(hours: Hours, hour: int) -> None:
    day = moment("2026-11-22 00:00")
    assert hours.nudge_at(day_of(day)) == day + timedelta(hours=hour)
    assert hours.next_nudge(day) == day + timedelta(days=1, hours=hour)


@given(MOMENTS, CHOSEN)
def test_what_waited_does_not_wait_again_nor_longer_than_the_night(at: datetime, hours: Hours) -> None:
    end = hours.after_quiet(at)
    assert not hours.is_quiet(end)
    assert timedelta(0) <= end - at <= timedelta(hours=18)
    assert not hours.is_quiet(hours.before_quiet(at))
    assert not hours.is_quiet(hours.nudge_at(day_of(at)))
