"""The privacy notice, for anybody at any time."""

from handlers.screens import privacy as screens
from handlers.screens.screen import Screen
from handlers.turn import ANYONE, Command, On, Visit


def show(visit: Visit, _said: str | screens.Privacy) -> Screen:
    return screens.notice(visit.words, visit.rules.privacy_notice)


ROUTES = (
    Command("privacy", show, who=ANYONE),
    On(screens.Privacy, show, who=ANYONE),
)
