"""A member's plan: where it stands, the days to choose from, and the letter of each month."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from content.absence import given
from content.credits.plan import PlanStanding, PlanState
from content.credits.since import Since
from content.words import Words
from handlers.press import Press
from handlers.presses.credits.goal import OpenWay
from handlers.presses.credits.plan import AskPlanDay, ChoosePlan, EndPlan, OpenPlan, SetPlan
from handlers.screens import ahead as going_on
from handlers.screens.ahead import Ahead
from handlers.screens.credits import since
from handlers.screens.labels import summed
from handlers.screens.screen import Button, Place, Row, Screen, page, row
from handlers.screens.ways import back


@dataclass(frozen=True)
class PlanView:
    """A plan as it is shown. `ahead`: what the member goes on with; None if no course brings what is missing. `since`:
    what the record lacks of the plan's years. `told_on`: the day of the month of the letter; `wanted`: whether the
    member is sent it.
    """

    standing: PlanStanding
    ahead: Ahead | None
    since: Sequence[Since]
    told_on: int
    wanted: bool


def plan(view: PlanView, words: Words, *, toast: str = "") -> Screen:
    """Where the plan stands, and what to go on with."""
    say = words.plan
    lines = (*_figures(view, words), *_hears(view, words), *_following(view, words))
    rows = (
        *_ahead(view, words),
        row(Button(words.goal.to_way(), OpenWay(1))),
        row(Button(say.to_change(), ChoosePlan()), Button(say.to_end(), EndPlan())),
        back(words),
    )
    return Screen(page(say.title(), *lines), rows, subject="plan", toast=toast)


def choose(offers: Sequence[PlanStanding], words: Words, *, planned: bool, toast: str = "") -> Screen:
    """The days to choose from, and what each asks for. `planned`: there is a plan to go back to."""
    say = words.plan
    buttons = (row(Button(say.to_until(one.plan.until), SetPlan(one.plan.until.toordinal()))) for one in offers)
    rows = (*buttons, row(Button(say.to_other_day(), AskPlanDay())), _back(words) if planned else back(words))
    samples = summed(words, sample=any(one.goal.sample for one in offers))
    lines = (*given(None if planned else say.explained()), "", say.choose(), *map(say.offer, offers), *samples)
    return Screen(page(say.title(), *lines), rows, subject="plan", toast=toast)


def ask_day(first: date, last: date, words: Words, *, bad: bool = False) -> Screen:
    """Ask for another day, from `first` to `last`."""
    said = words.plan.bad_day(first, last) if bad else words.plan.ask_day(last)
    return Screen(page(words.plan.title(), said), (_back(words, ChoosePlan()),), subject="plan")


def cannot(words: Words) -> Screen:
    """For a member who can't earn credits."""
    return Screen(page(words.plan.title(), words.plan.cannot_plan()), (back(words),), subject="plan")


def told(view: PlanView, words: Words) -> Screen:
    """The letter of a month."""
    say = words.plan
    lines = (*_figures(view, words), *_following(view, words))
    rows = (*_ahead(view, words), row(Button(say.to_plan(), OpenPlan())))
    return Screen(page(say.told_title(view.standing), *lines), rows, place=Place.OWN)


def _figures(view: PlanView, words: Words) -> Sequence[str]:
    standing, say = view.standing, words.plan
    goal = standing.goal
    return (
        say.by(standing.plan.until),
        words.goal.figures(goal.window.sum, goal.needed),
        *given(say.falls(standing.falls, standing.plan.until) if standing.falls else None),
        say.state(standing),
        *summed(words, sample=goal.sample),
        *since.line(view.since, words),
    )


def _hears(view: PlanView, words: Words) -> Sequence[str]:
    """When the member hears of it: not once it is reached or over."""
    if view.standing.state in (PlanState.REACHED, PlanState.OVER):
        return ()
    return (words.plan.told_by(view.told_on, wanted=view.wanted),)


def _following(view: PlanView, words: Words) -> Sequence[str]:
    return ("", words.plan.following(), *going_on.lines(view.ahead, words)) if view.ahead else ()


def _ahead(view: PlanView, words: Words) -> tuple[Row, ...]:
    return (row(going_on.button(view.ahead, words)),) if view.ahead else ()


def _back(words: Words, to: Press | None = None) -> Row:
    return row(Button(words.common.back(), to or OpenPlan()))
