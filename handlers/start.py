"""The first screen, and the functions that it has no room for."""

from content.staff.rights import Role
from handlers.home import shown
from handlers.presses.start import Further, Start
from handlers.screens import home
from handlers.screens.screen import Screen
from handlers.screens.staff import account as account_screens
from handlers.turn import ANYONE, MEMBER, Command, On, Turn, Visit
from storage.people import persons
from storage.staff import roles


def start(visit: Visit, _link: str) -> Screen:
    """The first screen, also for a deep link that no feature opens (see handlers.turn.Opens)."""
    return show(visit)


def back(visit: Visit, _press: Start) -> Screen:
    return show(visit)


def further(turn: Turn, _press: Further) -> Screen:
    return home.further(turn.words)


def show(visit: Visit) -> Screen:
    """Home for a member, another for a staff account, the greeting for everybody else."""
    caller, account = visit.chat.caller, visit.chat.staff_id
    if account is not None:
        held = roles.roles(visit.session, account)
        mine = [role for role in Role if role.value in held]
        waiting = shown.waiting(visit, account)
        return account_screens.home(persons.name(visit.session, account), mine, waiting, visit.words)
    if caller is None:
        return home.greeting(visit.words, visit.profile)
    return shown.entered(visit, caller.id, ())


ROUTES = (
    Command("start", start, who=ANYONE),
    On(Start, back, who=ANYONE),
    On(Further, further, who=MEMBER),
)
