"""The privacy notice, for anybody at any time."""

from handlers.presses import privacy as presses
from handlers.screens import privacy as screens
from handlers.screens.screen import Screen
from handlers.turn import ANYONE, Command, On, Visit


def show(visit: Visit, _said: str | presses.Privacy) -> Screen:
    member = visit.chat.caller is not None
    return screens.notice(visit.words, visit.rules.privacy_notice, visit.profile, member=member)


def read_all(visit: Visit, press: presses.ReadAll) -> Screen:
    return screens.full(visit.words, visit.rules.privacy_notice, press.page, visit.profile, asked=press.asked)


ROUTES = (
    Command("privacy", show, who=ANYONE),
    On(presses.Privacy, show, who=ANYONE),
    On(presses.ReadAll, read_all, who=ANYONE),
)
