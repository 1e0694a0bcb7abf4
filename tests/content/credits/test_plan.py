"""A plan of reaching 60 by a day: its months, what each asks for, its states and its days; both sides of each bound."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from content.credits import plan as planning
from content.credits.goal import Earning
from content.credits.plan import Plan, PlanState
from content.rules import Rulebook
from content.values import CreditKind

TODAY = date(2026, 11, 22)
RULES = Rulebook().at(TODAY)
END = date(2027, 3, 31)
DAY = timedelta(days=1)


def earned(half_units: int, *, day: date = date(2026, 5, 1), code: int = 1) -> Earning:
    return Earning(day, CreditKind.LECTURE, code, half_units)


def state(history: list[Earning], monthly: int, today: date = TODAY, until: date = END) -> PlanState:
    return planning.standing(history, Plan(until, date(2026, 10, 1), monthly), today, RULES, None).state


@pytest.mark.parametrize(
    ("set_on", "today", "until", "months"),
    [
        (date(2026, 11, 15), date(2026, 11, 15), END, 5),  # the month in which it is set counts up to the 15th
        (date(2026, 11, 16), date(2026, 11, 16), END, 4),
        (date(2026, 11, 16), date(2026, 11, 30), END, 4),
        (date(2026, 11, 16), date(2026, 12, 1), END, 4),
        (date(2026, 11, 16), date(2026, 12, 31), END, 4),
        (date(2026, 11, 16), date(2027, 1, 1), END, 3),
        (date(2026, 11, 1), date(2027, 3, 31), END, 1),
        (date(2026, 11, 1), date(2027, 4, 1), END, 1),  # over: never none
        (date(2026, 11, 1), date(2026, 11, 1), date(2027, 4, 1), 6),
        (date(2026, 11, 16), date(2026, 11, 16), date(2026, 11, 30), 1),
        (date(2026, 12, 16), date(2026, 12, 16), date(2027, 1, 1), 1),
    ],
)
def test_how_many_months_are_left(set_on: date, today: date, until: date, months: int) -> None:
    assert planning.months_left(Plan(until, set_on, 1), today, RULES) == months


@pytest.mark.parametrize(
    ("half_units", "missing", "monthly"), [(37, 81, 17), (38, 80, 16), (39, 79, 16), (42, 76, 16), (43, 75, 15)]
)
def test_each_month_asks_for_a_whole_half_rounded_up(half_units: int, missing: int, monthly: int) -> None:
    """Five months, because it is set on the 15th. One code is 2 halves more."""
    found = planning.begun([earned(half_units)], END, date(2026, 11, 15), RULES, None)
    assert (found.goal.missing, found.monthly, found.plan.monthly) == (missing, monthly, monthly)


@pytest.mark.parametrize(
    ("missing", "monthly", "expected"),
    [
        (0, 1, PlanState.REACHED),
        (1, 1, PlanState.ON_WAY),
        (100, 20, PlanState.ON_WAY),  # five months
        (100, 19, PlanState.BEHIND),
        (101, 20, PlanState.BEHIND),
    ],
)
def test_where_it_stands(missing: int, monthly: int, expected: PlanState) -> None:
    assert state([earned(118 - missing)], monthly, date(2026, 11, 1)) is expected


@pytest.mark.parametrize(
    ("today", "half_units", "expected"),
    [
        (END, 117, PlanState.ON_WAY),
        (END + DAY, 117, PlanState.OVER),
        (END + DAY, 118, PlanState.REACHED),
    ],
)
def test_its_day_is_its_last(today: date, half_units: int, expected: PlanState) -> None:
    assert state([earned(half_units)], 200, today) is expected


def test_what_came_after_its_day_does_not_reach_it() -> None:
    late = earned(60, day=END + DAY, code=2)
    assert state([earned(58), late], 200, END + 2 * DAY) is PlanState.OVER


@pytest.mark.parametrize(("until", "missing", "falls"), [(END, 116, 0), (END + DAY, 120, 4)])
def test_what_leaves_the_window_until_then_does_not_help(until: date, missing: int, falls: int) -> None:
    """Two half-units and a code of fiscal 2024, which is the first year of the window until 31 March 2027."""
    found = planning.begun([earned(2, day=date(2024, 4, 1))], until, TODAY, RULES, None)
    assert (found.goal.missing, found.falls) == (missing, falls)


def test_who_noted_a_certificate_has_another_window() -> None:
    """It was issued in fiscal 2025: what was earned in 2024 is of the time before."""
    history = [earned(2, day=date(2024, 4, 1)), earned(2, day=date(2025, 4, 1), code=2)]
    assert planning.begun(history, END, TODAY, RULES, date(2025, 12, 1)).goal.missing == 116


@pytest.mark.parametrize(
    ("until", "may"),
    [
        (TODAY - DAY, False),
        (TODAY, False),
        (TODAY + DAY, True),
        (date(2029, 3, 31), True),
        (date(2029, 4, 1), False),
    ],
)
def test_which_day_a_plan_can_have(until: date, may: bool) -> None:
    assert planning.may_end(until, TODAY, RULES) is may


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2027, 3, 30), date(2027, 3, 31)),
        (date(2027, 3, 31), date(2028, 3, 31)),
        (date(2027, 4, 1), date(2028, 3, 31)),
    ],
)
def test_the_ends_of_fiscal_years_are_offered(today: date, first: date) -> None:
    found = planning.choices(today, RULES)
    assert found[0] == first
    assert all(planning.may_end(one, today, RULES) for one in found)


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2026, 11, 30), date(2026, 11, 1)),
        (date(2026, 12, 1), date(2026, 12, 1)),
        (date(2027, 1, 1), date(2027, 1, 1)),
    ],
)
def test_on_which_day_members_hear_of_it(today: date, told: date) -> None:
    assert planning.told_day(today, RULES) == told


@pytest.mark.parametrize(
    ("today", "told"), [(date(2027, 1, 9), date(2026, 12, 10)), (date(2027, 1, 10), date(2027, 1, 10))]
)
def test_and_if_the_rules_say_another_day(today: date, told: date) -> None:
    assert planning.told_day(today, replace(RULES, plan_told_day=10)) == told
    assert (planning.told_before(date(2027, 1, 10)), planning.told_after(date(2026, 12, 10))) == (
        date(2026, 12, 10),
        date(2027, 1, 10),
    )
