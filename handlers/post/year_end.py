"""Before a fiscal year ends, members hear what is missing to the goal of 60, and what leaves its window."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from content.credits.goal import Goal
from content.keys.letters import CreditsFall, YearEnds
from content.rules import Rulebook, day_of, fiscal_year
from handlers.credits import goal, kept, plan
from handlers.due import Rounds
from handlers.screens.post import year_end as screens
from handlers.screens.screen import Screen
from handlers.turn import Turn, Unwanted, Writes
from storage.credits import ledger, reminders
from storage.post.letters import Letter
from storage.post.rounds import Round


def write_missing(turn: Turn, letter: Letter[YearEnds]) -> Screen | Unwanted:
    """Write it by the record of now: none if the goal is reached, or the year is over. A member's own plan is named
    in it.
    """
    now = _standing(turn, letter.key.year)
    if isinstance(now, Unwanted):
        return now
    if not now.missing:
        return Unwanted("the goal is reached")
    late = kept.late(turn, turn.member.id, now.first_day)
    return screens.missing(now, late, turn.words, plan.standing(turn))


def write_falling(turn: Turn, letter: Letter[CreditsFall]) -> Screen | Unwanted:
    """Write it by the record of now: none if nothing leaves the window, or it has left it."""
    now = _standing(turn, letter.key.year)
    if isinstance(now, Unwanted):
        return now
    if not now.falls.halves:
        return Unwanted("nothing leaves the window")
    return screens.falling(now, kept.late(turn, turn.member.id, now.first_day), turn.words)


def _standing(turn: Turn, year: int) -> Goal | Unwanted:
    if fiscal_year(day_of(turn.now)) != year:
        return Unwanted("the fiscal year is over")
    if not turn.member.can_earn:
        return Unwanted("the member earns no credits")
    return goal.standing(turn, ledger.history(turn.session, turn.member.id))


def find_missing(_session: Session, now: datetime, rulebook: Rulebook) -> Sequence[Round]:
    return reminders.year_ends(now, rulebook.now(now))


def find_falling(_session: Session, now: datetime, rulebook: Rulebook) -> Sequence[Round]:
    return reminders.credits_fall(now, rulebook.now(now))


ROUTES = ()
LETTERS = (Writes(YearEnds, write_missing), Writes(CreditsFall, write_falling))
DUE = (
    Rounds("what is missing before the year ends", YearEnds, find_missing),
    Rounds("credits that leave the window", CreditsFall, find_falling),
)
