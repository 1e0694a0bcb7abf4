"""Home as the record has it now, and the functions that are further away."""

from collections.abc import Sequence
from dataclasses import replace

from content.credits.goal import Earning, Goal
from content.rules import day_of, fiscal_year
from content.staff.rights import Act, acts_of
from content.text.periods import Named
from handlers import maintenance
from handlers.certificates import drafting
from handlers.credits import goal, kept
from handlers.home.ahead import ahead
from handlers.home.deadlines import deadlines
from handlers.press import Press
from handlers.presses.certificates.certificate import Certificates, ForPeriod
from handlers.screens import home as screens
from handlers.screens.screen import Screen
from handlers.staff import desk
from handlers.turn import Turn, Visit
from storage.credits import ledger
from storage.people import callers, members
from storage.staff import roles


def home(turn: Turn, said: tuple[str, ...] = ()) -> Screen:
    """Home of this member. `said` is told first."""
    history = ledger.history(turn.session, turn.member.id)
    now = goal.standing(turn, history)
    view = screens.Home(
        name=members.name(turn.session, turn.member.id),
        can_earn=turn.member.can_earn,
        standing=_standing(turn, history, now),
        ahead=ahead(turn, now),
        deadlines=deadlines(turn),
        waiting=waiting(turn, turn.member.id),
        certificate=_certificate(turn, history),
        announced=maintenance.announced(turn),
        said=said,
    )
    return screens.home(view, turn.words)


def entered(visit: Visit, member_id: int, said: tuple[str, ...]) -> Screen:
    """Home of the member who has just logged in here."""
    return home(turn_of(visit, member_id), said)


def turn_of(visit: Visit, member_id: int) -> Turn:
    """The turn of the member who has just logged in here."""
    caller = callers.caller(visit.session, member_id)
    chat = replace(visit.chat, caller=caller, staff_id=None)
    return Turn(visit.session, chat, visit.now, visit.words, visit.house, visit.update_id, member=caller)


def waiting(visit: Visit, person_id: int) -> int | None:
    """How much waits on the desk of this person; 0 without the right to see it, None for somebody without a role."""
    held = roles.roles(visit.session, person_id)
    if not held:
        return None
    return desk.waiting(visit.session) if Act.SEE_DESK in acts_of(held) else 0


def _certificate(turn: Turn, history: Sequence[Earning]) -> Press:
    """The preview of this year's certificate, if a credit of it can be certified by now; otherwise the choice."""
    today = day_of(turn.now)
    if not any(one.day < today and fiscal_year(one.day) == fiscal_year(today) for one in history):
        return Certificates()
    purpose, _ = drafting.usual(turn)
    return ForPeriod(purpose.value, Named.THIS_YEAR.value)


def _standing(turn: Turn, history: Sequence[Earning], now: Goal) -> screens.Standing | None:
    """The goal, and what this fiscal year has brought; None for an account that can't earn and never did."""
    if not history and not turn.member.can_earn:
        return None
    year = fiscal_year(day_of(turn.now))
    this_year = sum(one.half_units for one in history if fiscal_year(one.day) == year)
    return screens.Standing(now, this_year, kept.late(turn, turn.member.id, now.first_day))
