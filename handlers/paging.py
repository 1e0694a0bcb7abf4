"""The choice of a page, for every list that is cut into pages."""

from handlers.presses.paging import ChoosePage
from handlers.screens import paging as screens
from handlers.screens.screen import Screen
from handlers.turn import ANYONE, On, Visit


def choose(visit: Visit, press: ChoosePage) -> Screen:
    """Show the numbers of the pages alone. The route of the page that is opened checks who may see the list."""
    return screens.choice(press, visit.words)


ROUTES = (On(ChoosePage, choose, who=ANYONE),)
