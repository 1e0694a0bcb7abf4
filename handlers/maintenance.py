"""Announced maintenance, for anybody. Nothing is refused because of it."""

from content.maintenance import Concerned, pressing
from handlers.presses.help import Periods
from handlers.screens import maintenance as screens
from handlers.screens.screen import Screen
from handlers.turn import ANYONE, On, Visit
from storage.programme import maintenance


def announced(visit: Visit, *concerned: Concerned) -> str | None:
    """One line about maintenance that is on or begins soon, or None. `concerned` limits it to these kinds."""
    periods = pressing(maintenance.coming(visit.session, visit.now), visit.now, visit.rules)
    wanted = [one for one in periods if not concerned or one.concerns in concerned]
    return screens.line(wanted, visit.now, visit.words)


def all_announced(visit: Visit) -> str | None:
    """One line about maintenance that is on or to come, however far ahead, or None."""
    return screens.line(maintenance.coming(visit.session, visit.now), visit.now, visit.words)


def periods(visit: Visit, press: Periods) -> Screen:
    return screens.periods(maintenance.coming(visit.session, visit.now), press.page, visit.now, visit.words)


ROUTES = (On(Periods, periods, who=ANYONE),)
