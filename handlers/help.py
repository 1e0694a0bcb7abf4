"""Help, for anybody."""

from handlers.screens import help as screens
from handlers.screens.screen import Screen
from handlers.turn import ANYONE, Command, On, Visit


def show(visit: Visit, _said: str | screens.Help) -> Screen:
    return screens.commands(visit.words)


def questions(visit: Visit, _press: screens.Questions) -> Screen:
    return screens.questions(visit.words, pass_pct=visit.rules.elearning_pass_pct)


def contact(visit: Visit, _press: screens.Contact) -> Screen:
    return screens.contact(visit.words)


ROUTES = (
    Command("help", show, who=ANYONE),
    On(screens.Help, show, who=ANYONE),
    On(screens.Questions, questions, who=ANYONE),
    On(screens.Contact, contact, who=ANYONE),
)
