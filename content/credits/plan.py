"""A member's plan: to reach 60 by a day that the member chose. How much it takes each month, and where it stands. Pure.

Everything is counted in halves, as in content.credits.goal. A plan looks at the window of its own day: what leaves the
window until then does not help to reach it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from content.credits.goal import Earning, Goal, Month, goal
from content.rules import Rules, fiscal_year, year_span


class PlanState(StrEnum):
    """REACHED: the record holds all that the plan asks for. OVER: its day has passed without that. BEHIND: each
    month now takes more than when the plan was set. ON_WAY: otherwise.
    """

    REACHED = "reached"
    ON_WAY = "on_way"
    BEHIND = "behind"
    OVER = "over"


@dataclass(frozen=True)
class Plan:
    """60 by `until`. `monthly`: how many halves a month it took on the day on which it was set."""

    until: date
    set_on: date
    monthly: int


@dataclass(frozen=True)
class PlanStanding:
    """Where a plan stands. `goal` is the goal of its day by what is on record now; `falls`: the halves of today's
    window that are out of it on that day. `months` are left, and each takes `monthly` halves.
    """

    plan: Plan
    goal: Goal
    falls: int
    months: int
    monthly: int
    state: PlanState


def standing(
    history: Iterable[Earning], plan: Plan, today: date, rules: Rules, certified_on: date | None
) -> PlanStanding:
    """Where the plan stands on this day, by what stands of a member's whole record."""
    every = list(history)
    then, now = goal(every, plan.until, rules, certified_on), goal(every, today, rules, certified_on)
    months = months_left(plan, today, rules)
    monthly = -(-then.missing // months)  # rounded up
    if not then.missing:
        state = PlanState.REACHED
    elif today > plan.until:
        state = PlanState.OVER
    else:
        state = PlanState.BEHIND if monthly > plan.monthly else PlanState.ON_WAY
    falls = 0 if state is PlanState.OVER else max(0, now.window.sum.halves - then.window.sum.halves)
    return PlanStanding(plan, then, falls, months, monthly, state)


def begun(
    history: Iterable[Earning], until: date, today: date, rules: Rules, certified_on: date | None
) -> PlanStanding:
    """The plan of reaching 60 by that day, as it would be set today."""
    every = list(history)
    asked = standing(every, Plan(until, today, 0), today, rules, certified_on).monthly
    return standing(every, Plan(until, today, asked), today, rules, certified_on)


def months_left(plan: Plan, today: date, rules: Rules) -> int:
    """The months of the calendar from today's to that of the plan's day, both included; at least one. The month in
    which the plan was set counts only if it was set early in it.
    """
    late = plan.set_on.day > rules.plan_month_counts_until
    first = max(_count(Month(today.year, today.month)), _count(Month(plan.set_on.year, plan.set_on.month)) + late)
    return max(1, _count(Month(plan.until.year, plan.until.month)) - first + 1)


def may_end(until: date, today: date, rules: Rules) -> bool:
    """Whether a plan of today can have this day: it lies ahead, and not too far."""
    return today < until <= last_day(today, rules)


def last_day(today: date, rules: Rules) -> date:
    """The last day that a plan can have: after it nothing of today's fiscal year is in the window any more."""
    return year_span(fiscal_year(today) + rules.goal_years - 1)[1]


def choices(today: date, rules: Rules) -> Sequence[date]:
    """The days that are offered: the ends of fiscal years, for a 認定証 is issued for whole ones."""
    year = fiscal_year(today)
    ends = (year_span(one)[1] for one in range(year, year + rules.goal_years))
    return [end for end in ends if may_end(end, today, rules)]


def told_day(today: date, rules: Rules) -> date:
    """The latest day, up to this one, on which members hear where their plans stand."""
    here = today.replace(day=rules.plan_told_day)
    return here if here <= today else told_before(here)


def told_before(day: date) -> date:
    """The same day of the month before."""
    return _months_later(day, -1)


def told_after(day: date) -> date:
    """The same day of the next month."""
    return _months_later(day, 1)


def _months_later(day: date, months: int) -> date:
    """The same day of another month. A day that members are told on is in each month."""
    month = Month(day.year, day.month).later(months)
    return date(month.year, month.month, day.day)


def _count(month: Month) -> int:
    return 12 * month.year + month.month
