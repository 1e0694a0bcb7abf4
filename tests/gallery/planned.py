"""Screens of a member's plan, in each of its states."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from content.credits import plan as planning
from content.credits.goal import Earning
from content.credits.plan import Plan, PlanStanding, PlanState
from content.operator import Profile
from content.values import CreditKind
from content.words import Words
from handlers.screens.ahead import Play
from handlers.screens.credits import plan
from handlers.screens.credits.plan import PlanView
from handlers.screens.post import year_end
from tests.gallery.facts import ADDRESS, RULES, TODAY, largest
from tests.gallery.hanging import Exhibit, hang
from tests.gallery.tests_and_papers import FAR

OLD = Earning(TODAY - timedelta(days=800), CreditKind.LECTURE, 8, 3)
LAST = planning.last_day(TODAY, RULES)


def standings() -> Iterator[PlanStanding]:
    """One of each state, and with the largest and the smallest figures."""
    full = Earning(TODAY, CreditKind.LECTURE, 1, 1999)
    yield _standing([full], Plan(LAST, TODAY, 1))
    yield _standing([OLD], Plan(LAST, TODAY, 120))
    yield _standing([OLD], Plan(LAST, TODAY, 1))
    yield _standing([OLD], Plan(TODAY - timedelta(days=1), TODAY - timedelta(days=90), 120))


def exhibits(words: Words, profile: Profile) -> Iterator[Exhibit]:
    every = list(standings())
    assert {one.state for one in every} == set(PlanState)
    following = Play(words.titled(largest()), 30, 5999, True, ADDRESS, True)
    for one in every:
        for ahead in (None, following):
            for wanted in (True, False):
                marked = replace(one, goal=replace(one.goal, sample=wanted))
                view = PlanView(marked, ahead, profile.late(None), RULES.plan_told_day, wanted)
                name = f"{one.state}, next {ahead is not None}, told {wanted}"
                yield hang(name, plan.plan, view, words, toast=words.plan.is_set(LAST))
                yield hang(name, plan.told, view, words)
        yield hang(f"with a plan, {one.state}", year_end.missing, FAR, profile.late(None), words, one)
    for planned in (True, False):
        offers = [planning.begun([OLD], until, TODAY, RULES, None) for until in planning.choices(TODAY, RULES)]
        yield hang(f"planned {planned}", plan.choose, [*offers, every[0]], words, planned=planned)
    for bad in (False, True):
        yield hang(f"bad {bad}", plan.ask_day, TODAY, LAST, words, bad=bad)
    yield hang("cannot earn", plan.cannot, words)


def _standing(history: list[Earning], plan: Plan) -> PlanStanding:
    return planning.standing(history, plan, TODAY, RULES, None)
