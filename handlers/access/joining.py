"""入会について: a page of the public part."""

from handlers.presses.access.joining import Joining
from handlers.screens.access import joining as screens
from handlers.screens.screen import Screen
from handlers.turn import ANYONE, On, Visit


def show(visit: Visit, _press: Joining) -> Screen:
    return screens.joining(visit.words, visit.profile)


ROUTES = (On(Joining, show, who=ANYONE),)
