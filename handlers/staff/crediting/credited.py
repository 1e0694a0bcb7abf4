"""What granting and taking back have in common: whose credits they are, the list, and the line in the log."""

from collections.abc import Mapping

from content.credits.credit import StandingCredit
from content.refusals import StaleButton
from content.study.course import CommonLecture
from handlers.credits.naming import named
from handlers.screens.screen import Screen
from handlers.screens.staff import crediting as screens
from handlers.staff import acting
from handlers.turn import StaffTurn
from storage.credits import history, ledger
from storage.people import callers


def can_earn(turn: StaffTurn, member_id: int) -> bool:
    """Raises StaleButton if there is no such member."""
    found = callers.member_of(turn.session, member_id)
    if found is None:
        raise StaleButton
    return found.can_earn


def listed(turn: StaffTurn, member_id: int, number: int, said: str = "") -> Screen:
    """A page of the credits that stand. `said`: what came of the last act."""
    whose = acting.member_name(turn, member_id)
    credits = named(turn, ledger.standing(turn.session, member_id))
    return screens.listed(credits, number, member_id, whose, turn.words, said)


def lectures(turn: StaffTurn, member_id: int, credit: StandingCredit) -> tuple[CommonLecture, ...]:
    return history.common(turn.session, member_id, credit.source, sample=credit.sample)


def log(turn: StaffTurn, act: str, member_id: int, why: str, after: Mapping[str, object]) -> None:
    """The line of an act, as the last thing that it does."""
    acting.write(turn, act, member_id, why, {}, after)
