"""The first screen."""

from handlers import maintenance
from handlers.presses.start import Start
from handlers.screens import home
from handlers.screens.screen import Screen
from handlers.turn import ANYONE, Command, On, Visit
from storage.people import members
from storage.study import enrolments


def start(visit: Visit, _link: str) -> Screen:
    """The first screen, also for a deep link that no feature opens (see handlers.turn.Opens)."""
    return show(visit)


def back(visit: Visit, _press: Start) -> Screen:
    return show(visit)


def show(visit: Visit) -> Screen:
    """Home for a member, the greeting for everybody else."""
    caller = visit.chat.caller
    if caller is None:
        return home.greeting(visit.words, visit.profile)
    name, begun = members.name(visit.session, caller.id), bool(enrolments.under_way(visit.session, caller.id))
    told = maintenance.announced(visit)
    return home.home(visit.words, name, can_earn=caller.can_earn, begun=begun, announced=told)


ROUTES = (
    Command("start", start, who=ANYONE),
    On(Start, back, who=ANYONE),
)
