"""Dated rules: both sides of every boundary of Japan's calendar."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content import curriculum
from content.rules import (
    BOOK,
    Rulebook,
    Rules,
    begins,
    day_of,
    fiscal_year,
    local,
    next_morning,
    year_span,
)

MOMENTS = st.integers(631_152_000, 3_786_912_000).map(lambda second: datetime.fromtimestamp(second, UTC))


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "right", "passed"),
    [
        (date(2016, 3, 31), 3, True),
        (date(2016, 3, 31), 2, False),
        (date(2016, 4, 1), 3, False),
        (date(2016, 4, 1), 4, True),
        (date(1, 1, 1), 3, True),
        (date(9999, 12, 31), 3, False),
    ],
)
def test_the_pass_mark_rose_from_60_to_80_on_the_first_of_april_2016(day: date, right: int, passed: bool) -> None:
    assert Rulebook().at(day).passes(right, 5) is passed


@pytest.mark.parametrize(
    ("moment", "version"),
    [
        ("2016-03-31T14:59:59", "2010-04"),
        ("2016-03-31T15:00:00", "2016-04"),
        ("2018-03-31T14:59:59", "2016-04"),
        ("2018-03-31T15:00:00", "2018-04"),
        ("2022-03-31T14:59:59", "2018-04"),
        ("2022-03-31T15:00:00", "2022-04"),
    ],
)
def test_the_day_is_japans(moment: str, version: str) -> None:
    assert Rulebook().now(utc(moment)).version == version


@pytest.mark.parametrize(
    ("day", "name", "edition"),
    [
        (date(2016, 3, 31), "日本医師会生涯教育カリキュラム<2009>", ""),
        (date(2016, 4, 1), "日本医師会生涯教育カリキュラム<2016>", ""),
        (date(2022, 3, 31), "日本医師会生涯教育カリキュラム<2016>", ""),
        (date(2022, 4, 1), "日本医師会生涯教育カリキュラム<2016>", "2022年4月版"),
    ],
)
def test_the_curriculum_is_of_its_edition(day: date, name: str, edition: str) -> None:
    assert Rulebook().at(day).curriculum == (name, edition)


def test_the_codes_are_of_the_edition_that_holds() -> None:
    loaded = curriculum.load()
    rules = Rulebook().at(date(2026, 11, 22))
    assert rules.curriculum == (loaded.name, loaded.edition)
    assert rules.most_codes == len(loaded.codes)


@pytest.mark.parametrize(
    ("asked", "needed"), [(1, 1), (2, 2), (3, 3), (4, 4), (5, 4), (6, 5), (9, 8), (10, 8), (11, 9)]
)
def test_the_mark_is_met_in_whole_answers(asked: int, needed: int) -> None:
    rules = Rulebook().at(date(2026, 11, 22))
    assert rules.right_needed(asked) == needed
    assert rules.passes(needed, asked)
    assert not rules.passes(needed - 1, asked)


def test_a_test_without_questions_is_never_passed() -> None:
    assert not Rulebook().at(date(2026, 11, 22)).passes(0, 0)


@pytest.mark.parametrize(("asked", "needed"), [(1, 1), (2, 2), (3, 2), (4, 3), (5, 3), (6, 4), (10, 6), (11, 7)])
def test_the_mark_of_the_journal_is_met_in_whole_answers(asked: int, needed: int) -> None:
    rules = Rulebook().at(date(2026, 11, 22))
    assert rules.journal_right_needed(asked) == needed
    assert rules.passes_journal(needed, asked)
    assert not rules.passes_journal(needed - 1, asked)
    assert not rules.passes_journal(0, 0)


def test_the_figures_that_the_guide_and_the_rules_state() -> None:
    """A figure that stands in a sentence or guards a door is held here, so that a slip of a key is seen."""
    rules = Rulebook().at(date(2026, 11, 22))
    assert rules.web_form_days == 3
    assert (rules.elearning_pass_pct, rules.journal_pass_pct) == (80, 60)
    assert (rules.goal, rules.goal_years, rules.most_codes) == (60, 3, 84)
    assert (rules.content_half_units, rules.issue_half_units, rules.minutes_per_half_unit) == (2, 2, 30)
    assert (rules.certificate_after_days, rules.common_lecture_from) == (1, date(2019, 12, 1))
    assert (rules.chronic_hours, rules.chronic_years, rules.psychotropic_half_units) == (20, 2, 4)
    assert (rules.new_password_length, rules.one_time_code_hours) == (8, 24)
    assert (rules.watch_threshold_pct, rules.watch_speed_pct, rules.watch_grace_ms) == (95, 200, 5_000)
    assert (rules.checkin_step_s, rules.checkin_steps_taken) == (30, 2)
    assert (rules.declared_until, rules.late_claim_days, rules.turn_of_year) == ((4, 30), 7, ((12, 29), (1, 3)))


@given(st.integers(1, 100), st.integers(1, 100))
def test_the_fewest_that_pass_do_and_one_less_does_not(asked: int, percent: int) -> None:
    rules = Rules(version="x", elearning_pass_pct=percent)
    assert rules.passes(rules.right_needed(asked), asked)
    assert not rules.passes(rules.right_needed(asked) - 1, asked)


@pytest.mark.parametrize(
    "days", [(), (date(2016, 4, 1),), (date.min, date.min), (date.min, date(2020, 1, 1), date(2019, 1, 1))]
)
def test_a_book_must_ascend_from_the_first_day_of_all(days: tuple[date, ...]) -> None:
    with pytest.raises(ValueError, match="ascend"):
        Rulebook([(day, Rules(version=str(day))) for day in days])


def test_every_era_has_a_name_of_its_own() -> None:
    versions = [rules.version for _, rules in BOOK]
    assert len(set(versions)) == len(versions)


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2026, 3, 31), 2025),
        (date(2026, 4, 1), 2026),
        (date(2026, 12, 31), 2026),
        (date(2027, 1, 1), 2026),
        (date(2027, 3, 31), 2026),
        (date(2027, 4, 1), 2027),
        (date(2028, 2, 29), 2027),
    ],
)
def test_the_fiscal_year(day: date, year: int) -> None:
    assert fiscal_year(day) == year
    first, last = year_span(year)
    assert first <= day <= last
    assert [fiscal_year(first - timedelta(days=1)), fiscal_year(first)] == [year - 1, year]
    assert [fiscal_year(last), fiscal_year(last + timedelta(days=1))] == [year, year + 1]


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-11-22T14:59:59.999999", date(2026, 11, 22)),
        ("2026-11-22T15:00:00", date(2026, 11, 23)),
        ("2026-12-31T15:00:00", date(2027, 1, 1)),
        ("2028-02-28T15:00:00", date(2028, 2, 29)),
    ],
)
def test_a_day_begins_at_15_utc(moment: str, day: date) -> None:
    assert day_of(utc(moment)) == day


def test_a_moment_written_in_another_zone_is_the_same() -> None:
    assert day_of(datetime.fromisoformat("2026-11-23T00:00:00+09:00")) == date(2026, 11, 23)
    assert day_of(datetime.fromisoformat("2026-11-22T10:00:00-05:00")) == date(2026, 11, 23)


def test_hours_of_a_day() -> None:
    assert begins(date(2026, 11, 23)) == utc("2026-11-22T15:00:00")
    assert begins(date(2026, 11, 23), 8) == utc("2026-11-22T23:00:00")
    assert local(utc("2026-11-22T23:00:00")).isoformat() == "2026-11-23T08:00:00+09:00"


@pytest.mark.parametrize(
    ("moment", "morning"),
    [
        ("2026-11-22T14:59:59", "2026-11-22T23:00:00"),
        ("2026-11-22T15:00:00", "2026-11-23T23:00:00"),
        ("2026-11-22T22:59:59", "2026-11-23T23:00:00"),
        ("2026-11-22T23:00:00", "2026-11-23T23:00:00"),
    ],
)
def test_the_next_morning_is_of_the_next_day_in_japan(moment: str, morning: str) -> None:
    assert next_morning(utc(moment)) == utc(morning)


@given(MOMENTS)
def test_every_moment_is_in_the_day_that_began_before_it(moment: datetime) -> None:
    day = day_of(moment)
    assert begins(day) <= moment < begins(day + timedelta(days=1))
