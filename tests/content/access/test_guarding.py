"""The waits after wrong passwords: every step, and both sides of every boundary."""

from datetime import UTC, datetime, timedelta

import pytest

from content.access.guarding import LADDER, LIMITS, Bucket, Daily, Limit, Tally, is_apart

NOW = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
FRESH = Tally(0, NOW, NOW)


def failing(limit: Limit, times: int, every: timedelta = timedelta(0)) -> Tally:
    tally = FRESH
    for number in range(times):
        tally = limit.after(tally, NOW + number * every)
    return tally


@pytest.mark.parametrize(
    ("failures", "minutes"),
    [(1, 0), (4, 0), (5, 1), (6, 2), (7, 5), (8, 15), (9, 60), (10, 240), (11, 1440), (12, 1440), (500, 1440)],
)
def test_waits_grow_to_a_day(failures: int, minutes: int) -> None:
    tally = failing(LADDER, failures)
    assert tally == Tally(failures, NOW, NOW + timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("quiet", "failures"), [(timedelta(days=30) - timedelta(microseconds=1), 7), (timedelta(days=30), 1)]
)
def test_failures_are_forgotten_after_thirty_quiet_days(quiet: timedelta, failures: int) -> None:
    assert LADDER.after(failing(LADDER, 6), NOW + quiet).failures == failures


def test_one_who_never_tires_fails_fewer_than_a_hundred_times_a_month() -> None:
    tally, failures = FRESH, 0
    while tally.until < NOW + timedelta(days=30):
        tally = LADDER.after(tally, tally.until)
        failures += 1
    assert 30 < failures < 50


def test_a_bucket_holds_so_many_at_once() -> None:
    bucket = Bucket(holds=3, drains_every=timedelta(seconds=20))
    assert failing(bucket, 3).until == NOW
    assert failing(bucket, 4).until == NOW + timedelta(seconds=20)
    assert failing(bucket, 6).until == NOW + timedelta(seconds=60)


def test_a_bucket_drains_steadily_though_it_drips() -> None:
    bucket = Bucket(holds=3, drains_every=timedelta(seconds=20))
    assert failing(bucket, 1000, every=timedelta(seconds=21)).failures == 1
    dripped = failing(bucket, 1000, every=timedelta(seconds=19))
    assert dripped.failures == 1000 - 999 * 19 // 20  # all that came, less one for each 20 seconds that went by
    assert dripped.until > NOW + 999 * timedelta(seconds=19)


@pytest.mark.parametrize(("seconds", "failures"), [(19, 4), (20, 3), (39, 3), (40, 2), (60, 1), (999, 1)])
def test_what_drained_is_forgotten(seconds: int, failures: int) -> None:
    bucket = Bucket(holds=3, drains_every=timedelta(seconds=20))
    assert bucket.after(failing(bucket, 3), NOW + timedelta(seconds=seconds)).failures == failures


def test_a_clock_set_back_frees_nobody() -> None:
    bucket = Bucket(holds=3, drains_every=timedelta(seconds=20))
    assert bucket.after(failing(bucket, 3), NOW - timedelta(hours=1)).failures == 4


def test_strangers_together_have_200_tries_and_180_more_an_hour() -> None:
    bucket = LIMITS["strangers"]
    assert failing(bucket, 200).until == NOW
    assert failing(bucket, 201).until == NOW + timedelta(seconds=20)
    full = failing(bucket, 200)
    assert [bucket.after(full, NOW + timedelta(seconds=after)).failures for after in (19, 20, 3600)] == [201, 200, 21]


LATE = datetime(2026, 11, 22, 14, 59, 59, tzinfo=UTC)  # the last second of the day in Japan


@pytest.mark.parametrize(
    ("before", "now", "failures", "waits"),
    [
        (0, LATE, 1, False),
        (3, LATE, 4, False),
        (4, LATE, 5, True),
        (5, LATE, 6, True),
        (4, LATE + timedelta(seconds=1), 1, False),
        (4, LATE - timedelta(days=1), 5, True),  # a clock that was set back
    ],
)
def test_so_many_on_a_day_of_japan(before: int, now: datetime, failures: int, waits: bool) -> None:
    after = Daily(5).after(Tally(before, LATE, LATE), now)
    assert after.failures == failures
    assert after.until == (LATE + timedelta(seconds=1) if waits else now)


def test_every_scope_has_its_limit() -> None:
    assert set(LIMITS) == {"id", "person", "pair", "code", "strangers", "checkin", "name", "verify", "verifying"}


def tally(failures: int, hours: float = 0) -> Tally:
    return Tally(failures, NOW - timedelta(hours=hours), NOW)


@pytest.mark.parametrize(
    ("of_id", "of_person", "of_pair", "apart"),
    [
        (tally(0), tally(0), tally(0), True),
        (tally(3), tally(3), tally(3), True),
        (tally(4), tally(4), tally(4), False),
        (tally(1), tally(0), tally(0), False),
        (tally(0), tally(1), tally(0), False),
        (tally(3), tally(2), tally(2), False),
        (tally(2), tally(3), tally(2), False),
        (tally(1, hours=23.99), tally(0), tally(0), False),
        (tally(1, hours=24), tally(0), tally(0), True),
        (tally(0), tally(1, hours=24), tally(0), True),
        (tally(4, hours=24), tally(4, hours=24), tally(4, hours=24), True),
    ],
)
def test_who_has_a_part_in_an_attack(of_id: Tally, of_person: Tally, of_pair: Tally, apart: bool) -> None:
    assert is_apart(of_id, of_person, of_pair, NOW) is apart
