"""A member's plan, /plan: 60 by a day. It is set, shown, changed and ended here; a letter tells of it once a month."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from content.credits import plan as planning
from content.credits.goal import Earning
from content.credits.plan import PlanStanding, PlanState
from content.keys.note import Note
from content.keys.plan_letters import PlanStands
from content.refusals import StaleButton
from content.rules import Rulebook, day_of
from content.text import shapes
from content.text.dating import day_ahead
from content.values import Reminder
from handlers.credits.kept import late
from handlers.due import Rounds
from handlers.home.ahead import ahead
from handlers.presses.credits import plan as presses
from handlers.screens.credits import plan as screens
from handlers.screens.screen import Screen
from handlers.turn import MEMBER, Command, Hears, On, Turn, Unwanted, Writes
from storage.credits import ledger, plans, samples
from storage.people import chats, noted, preferences
from storage.post.letters import Letter
from storage.post.rounds import Round


@dataclass(frozen=True)
class AwaitPlanDay(Note, expects="plan_day"):
    """The day by which the member wants to reach 60."""


def show(turn: Turn, _said: str | presses.OpenPlan = "") -> Screen:
    """Show the plan. Without one, show the days to choose from."""
    now = standing(turn)
    return _choose(turn, planned=False) if now is None else screens.plan(_view(turn, now), turn.words)


def choose(turn: Turn, _press: presses.ChoosePlan) -> Screen:
    return _choose(turn, planned=plans.get(turn.session, turn.member.id) is not None)


def set_plan(turn: Turn, press: presses.SetPlan) -> Screen:
    """Set the plan with this day. Raises StaleButton if it can't have this day, or not any more."""
    last = planning.last_day(day_of(turn.now), turn.rules)
    if not 0 < press.until <= last.toordinal():
        raise StaleButton
    until = date.fromordinal(press.until)
    if not planning.may_end(until, day_of(turn.now), turn.rules):
        raise StaleButton
    return _set(turn, until)


def ask_day(turn: Turn, _press: presses.AskPlanDay) -> Screen:
    if not turn.member.can_earn:
        return screens.cannot(turn.words)
    chats.expect(turn.session, turn.chat.id, AwaitPlanDay(), turn.now)
    return _ask_day(turn)


def hear_day(turn: Turn, _note: AwaitPlanDay, text: str) -> Screen:
    today = day_of(turn.now)
    try:
        until = day_ahead(text, today)
    except ValueError:
        return _ask_day(turn, bad=True)
    if not planning.may_end(until, today, turn.rules):
        return _ask_day(turn, bad=True)
    chats.expect(turn.session, turn.chat.id, None, turn.now)
    return _set(turn, until)


def end(turn: Turn, _press: presses.EndPlan) -> Screen:
    plans.end(turn.session, turn.member.id)
    return _choose(turn, planned=False, toast=turn.words.plan.ended())


def standing(turn: Turn) -> PlanStanding | None:
    """Where the member's plan stands; None if there is no plan."""
    plan = plans.get(turn.session, turn.member.id)
    if plan is None:
        return None
    found = planning.standing(_history(turn), plan, day_of(turn.now), turn.rules, _certified_on(turn))
    return _marked(turn, found)


def write(turn: Turn, letter: Letter[PlanStands]) -> Screen | Unwanted:
    """Write it by the record of now: none if the plan was ended or reached, or another month has begun."""
    if planning.told_day(day_of(turn.now), turn.rules) != letter.key.day:
        return Unwanted("another month has begun")
    if not turn.member.can_earn:
        return Unwanted("the member earns no credits")
    now = standing(turn)
    if now is None:
        return Unwanted("the plan was ended")
    if now.state is PlanState.REACHED:
        return Unwanted("the goal is reached")
    return screens.told(_view(turn, now), turn.words)


def find_due(_session: Session, now: datetime, rulebook: Rulebook) -> Sequence[Round]:
    return plans.due(now, rulebook.now(now))


def _choose(turn: Turn, *, planned: bool, toast: str = "") -> Screen:
    if not turn.member.can_earn:
        return screens.cannot(turn.words)
    today, history = day_of(turn.now), _history(turn)
    offers = [_begun(turn, history, until) for until in planning.choices(today, turn.rules)]
    return screens.choose(offers, turn.words, planned=planned, toast=toast)


def _set(turn: Turn, until: date) -> Screen:
    if not turn.member.can_earn:
        return screens.cannot(turn.words)
    now = _begun(turn, _history(turn), until)
    plans.put(turn.session, turn.member.id, now.plan)
    return screens.plan(_view(turn, now), turn.words, toast=turn.words.plan.is_set(until))


def _begun(turn: Turn, history: Sequence[Earning], until: date) -> PlanStanding:
    return _marked(turn, planning.begun(history, until, day_of(turn.now), turn.rules, _certified_on(turn)))


def _ask_day(turn: Turn, *, bad: bool = False) -> Screen:
    today = day_of(turn.now)
    first, last = today + timedelta(days=1), planning.last_day(today, turn.rules)
    return screens.ask_day(first, last, turn.words, bad=bad)


def _view(turn: Turn, now: PlanStanding) -> screens.PlanView:
    following = ahead(turn, now.goal) if turn.member.can_earn and now.state is not PlanState.REACHED else None
    wanted = preferences.get(turn.session, turn.member.id).wants(Reminder.PLAN)
    return screens.PlanView(
        now, following, late(turn, turn.member.id, now.goal.first_day), turn.rules.plan_told_day, wanted
    )


def _marked(turn: Turn, found: PlanStanding) -> PlanStanding:
    return replace(found, goal=replace(found.goal, sample=samples.count_here(turn.session)))


def _history(turn: Turn) -> Sequence[Earning]:
    return tuple(ledger.history(turn.session, turn.member.id))


def _certified_on(turn: Turn) -> date | None:
    return noted.get(turn.session, turn.member.id).certified_on


ROUTES = (
    Command("plan", show, MEMBER),
    On(presses.OpenPlan, show, MEMBER),
    On(presses.ChoosePlan, choose, MEMBER),
    On(presses.SetPlan, set_plan, MEMBER),
    On(presses.AskPlanDay, ask_day, MEMBER),
    On(presses.EndPlan, end, MEMBER),
    Hears(AwaitPlanDay, hear_day, MEMBER, fits=shapes.day),
)
LETTERS = (Writes(PlanStands, write),)
DUE = (Rounds("where plans stand, once a month", PlanStands, find_due),)
