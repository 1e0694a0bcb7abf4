"""The first screen."""

from content.staff.rights import Role
from handlers import maintenance
from handlers.presses.start import Start
from handlers.screens import home
from handlers.screens.screen import Screen
from handlers.screens.staff import account as account_screens
from handlers.turn import ANYONE, Command, On, Visit
from storage.people import members, persons
from storage.staff import roles
from storage.study import enrolments


def start(visit: Visit, _link: str) -> Screen:
    """The first screen, also for a deep link that no feature opens (see handlers.turn.Opens)."""
    return show(visit)


def back(visit: Visit, _press: Start) -> Screen:
    return show(visit)


def show(visit: Visit) -> Screen:
    """Home for a member, another for a staff account, the greeting for everybody else."""
    caller, account = visit.chat.caller, visit.chat.staff_id
    if account is not None:
        held = roles.roles(visit.session, account)
        mine = [role for role in Role if role.value in held]
        return account_screens.home(persons.name(visit.session, account), mine, visit.words)
    if caller is None:
        return home.greeting(visit.words, visit.profile)
    name, begun = members.name(visit.session, caller.id), bool(enrolments.under_way(visit.session, caller.id))
    told = maintenance.announced(visit)
    return home.home(visit.words, name, can_earn=caller.can_earn, begun=begun, announced=told)


ROUTES = (
    Command("start", start, who=ANYONE),
    On(Start, back, who=ANYONE),
)
