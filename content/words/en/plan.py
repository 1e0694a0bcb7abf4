from datetime import date

from content.credits.plan import PlanStanding, PlanState
from content.text.ordinal import ordinal
from content.words.en import common as forms
from content.words.en import goal


def title() -> str:
    return "Monthly plan for 60"


def to_plan() -> str:
    return "My monthly plan to 60"


def explained() -> str:
    return (
        "Decide by which day you want to reach 60 (credits + codes), and see how many each month takes. "
        "Once a month we tell you where you stand and which course is next."
    )


def choose() -> str:
    return "By which day would you like to reach it?"


def offer(standing: PlanStanding) -> str:
    if not standing.goal.missing:
        return f"• By {forms.day(standing.plan.until)}: reached already"
    return f"• By {forms.day(standing.plan.until)}: {_missing(standing)} to go, {_monthly(standing)}"


def to_until(until: date) -> str:
    return f"By {until:%-d %b %Y}"


def to_other_day() -> str:
    return "Enter another day"


def ask_day(last: date) -> str:
    return f"Please enter the day by which you want to reach 60, like 2027/9/30 (up to {forms.day(last)})."


def bad_day(first: date, last: date) -> str:
    return (
        "⚠️ That is not a valid date. Your plan was not changed. "
        f"Please enter a date from {forms.day(first)} to {forms.day(last)}."
    )


def by(until: date) -> str:
    return f"60 by {forms.day(until)}"


def falls(halves: int, until: date) -> str:
    return (
        f"By {forms.day(until)}, {goal.points(halves)} of what you have now will drop out of the period "
        "(not counted above)."
    )


def state(standing: PlanStanding) -> str:
    missing = _missing(standing)
    match standing.state:
        case PlanState.REACHED:
            return "✅ You have reached the 60 you planned."
        case PlanState.OVER:
            return f"⚠️ The day of your plan has passed. You were {missing} short of 60."
        case PlanState.BEHIND:
            return (
                f"⚠️ You are behind your plan: {missing} to go in {_months(standing)}, {_monthly(standing)} "
                f"({goal.points(standing.plan.monthly)} a month when you set it)."
            )
        case PlanState.ON_WAY:
            return f"You are on plan: {missing} to go in {_months(standing)}, {_monthly(standing)}."


def told_by(day: int, *, wanted: bool) -> str:
    if not wanted:
        return "The monthly reminder is off (you can turn it on in /settings)."
    return f"We tell you where it stands on the {ordinal(day)} of each month."


def to_change() -> str:
    return "Change the day"


def to_end() -> str:
    return "End the plan"


def is_set(until: date) -> str:
    return f"Your plan is set: 60 by {forms.day(until)}."


def ended() -> str:
    return "Your plan has ended. You will get no more monthly reminders."


def cannot_plan() -> str:
    return "⚠️ This user ID can't earn credits, so there is nothing to plan."


def told_title(standing: PlanStanding) -> str:
    if standing.state is PlanState.OVER:
        return "The day of your plan has passed"
    return f"Your plan this month: {goal.points(standing.monthly)}"


def following() -> str:
    return "Next course:"


def at_year_end(standing: PlanStanding) -> str:
    if standing.state is PlanState.REACHED:
        return f"You have reached the goal of your own plan ({by(standing.plan.until)})."
    if standing.state is PlanState.OVER:
        return f"The day of your own plan ({by(standing.plan.until)}) has passed."
    return f"Your own plan: {by(standing.plan.until)}, {_monthly(standing)} ({_months(standing)} left)."


def _missing(standing: PlanStanding) -> str:
    return goal.points(standing.goal.missing)


def _monthly(standing: PlanStanding) -> str:
    return f"{goal.points(standing.monthly)} a month"


def _months(standing: PlanStanding) -> str:
    return f"{standing.months} month{'' if standing.months == 1 else 's'}"
