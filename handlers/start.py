"""The first screen."""

from handlers.screens import home
from handlers.screens.screen import Screen
from handlers.screens.start import Start
from handlers.turn import ANYONE, Command, On, Visit
from storage import members


def start(visit: Visit, _link: str) -> Screen:
    """A deep link's parameter is not read: every link leads here."""
    return show(visit)


def back(visit: Visit, _press: Start) -> Screen:
    return show(visit)


def show(visit: Visit) -> Screen:
    """Home for a member, the greeting for anybody else."""
    caller = visit.chat.caller
    if caller is None:
        return home.greeting(visit.words)
    return home.home(visit.words, members.name(visit.session, caller.id), can_earn=caller.can_earn)


ROUTES = (
    Command("start", start, who=ANYONE),
    On(Start, back, who=ANYONE),
)
