"""What can be tapped during the log-in besides going on: to decline, to have no ID, to have forgotten the password."""

from handlers.presses import privacy as privacy_presses
from handlers.presses.access import login as presses
from handlers.screens import privacy
from handlers.screens.access import login as screens
from handlers.screens.screen import Screen
from handlers.turn import ANYONE, On, Visit


def decline(visit: Visit, _press: privacy_presses.Decline) -> Screen:
    return privacy.declined(visit.words)


def not_member(visit: Visit, _press: presses.NotMember) -> Screen:
    return screens.not_member(visit.words)


def forgotten(visit: Visit, _press: presses.Forgotten) -> Screen:
    return screens.forgotten(visit.words, visit.profile)


ROUTES = (
    On(presses.NotMember, not_member, who=ANYONE),
    On(presses.Forgotten, forgotten, who=ANYONE),
    On(privacy_presses.Decline, decline, who=ANYONE),
)
