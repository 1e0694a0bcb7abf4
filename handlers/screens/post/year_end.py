"""The letters before a fiscal year ends: what is missing to the goal, and what leaves its window."""

from collections.abc import Sequence
from datetime import timedelta

from content.absence import given
from content.credits.goal import Goal
from content.credits.plan import PlanStanding
from content.credits.since import Since
from content.words import Words
from handlers.presses.credits.goal import OpenWay, ShowPicture
from handlers.presses.credits.plan import OpenPlan
from handlers.screens.credits import since
from handlers.screens.screen import Button, Place, Row, Screen, page, row


def missing(goal: Goal, incomplete: Sequence[Since], words: Words, plan: PlanStanding | None = None) -> Screen:
    """What is missing to the goal. `incomplete` is what the record lacks of its years, `plan` the member's own."""
    say = words.year_end
    planned = words.plan.at_year_end(plan) if plan else None
    ends = say.ends(goal.falls_on - timedelta(days=1))
    lines = (ends, *_figures(goal, words), *given(planned), *since.line(incomplete, words))
    to_plan = given(row(Button(words.plan.to_plan(), OpenPlan())) if plan else None)
    rows = (row(Button(words.goal.to_way(), OpenWay(1))), *to_plan, _picture(words))
    return Screen(page(say.missing_title(goal.missing), *lines), rows, place=Place.OWN)


def falling(goal: Goal, incomplete: Sequence[Since], words: Words) -> Screen:
    """What leaves the window on the next 1 April, and what stays."""
    falls = words.goal.falls(goal.falls_on, goal.falls, goal.stays.halves)
    lines = (falls, *_figures(goal, words), *since.line(incomplete, words))
    rows = (row(Button(words.goal.to_way(), OpenWay(1))), _picture(words))
    return Screen(page(words.year_end.falling_title(), *lines), rows, place=Place.OWN)


def _figures(goal: Goal, words: Words) -> Sequence[str]:
    say = words.goal
    sample = words.common.sample_total() if goal.sample else None
    return given(say.title(goal.window), say.figures(goal.window.sum, goal.needed), sample)


def _picture(words: Words) -> Row:
    return row(Button(words.goal.to_picture(), ShowPicture()))
