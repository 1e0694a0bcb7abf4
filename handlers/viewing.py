"""Seeing what a member sees: the visit of the member, through which staff look, and what of it is shown.

The decision stands here and in bot/updates/looking.py, not in the routes: all of a member's turn runs on a connection
that can't write, so a route that writes is closed without knowing of it. Closed too is whatever shows a paper, waits
for a password or a file, or leads out of the chat.
"""

from dataclasses import replace

from content.refusals import NotUnderstood, OnlyLooking
from content.staff.rights import Act, may
from content.staff.viewing import Ended, Viewing
from handlers.incoming import Edited, Incoming, Pressed, Said, Sent
from handlers.planning import Plan
from handlers.presses.staff.viewing import EndView, seen
from handlers.routing import Routes
from handlers.screens.screen import Screen
from handlers.screens.staff.viewing import framed
from handlers.turn import HearsSecret, Visit
from storage.people import callers, members
from storage.people import viewing as noting
from storage.staff import roles

COMMAND = "end_view"
What = Said | Pressed | Sent | Edited


def ends(visit: Visit, viewing: Viewing, what: What, command: str) -> Ended | None:
    """How the view ends with this update; None if it goes on. `command`: the one that a text means."""
    person = visit.chat.person_id
    if person is None or not may(Act.VIEW_AS_MEMBER, roles.roles(visit.session, person)):
        return Ended.RIGHT
    if roles.roles(visit.session, viewing.member_id):
        return Ended.ROLE
    if viewing.is_over(visit.now):
        return Ended.TIME
    if isinstance(what, Pressed) and what.data == EndView().pack():
        return Ended.BUTTON
    return Ended.COMMAND if command == COMMAND else None


def look(visit: Visit, viewing: Viewing, incoming: Incoming, routes: Routes) -> Screen:
    """What the member would see, in a session that only reads; raises OnlyLooking for what is closed."""
    noting.only_note(visit.session)
    theirs = _theirs(visit, viewing)
    plan = _plan(routes, _inside(viewing, incoming.what))
    screen = _acted(plan, theirs)
    if _is_closed(screen) or _awaits_more_than_text(noting.awaited(visit.session), routes):
        raise OnlyLooking
    return framed(screen, members.name(visit.session, viewing.member_id), viewing, visit.words)


def _plan(routes: Routes, what: What) -> Plan:
    try:
        plan = routes.plan(what, None)
    except NotUnderstood:
        raise OnlyLooking from None
    if plan.slow is not None:
        raise OnlyLooking
    return plan


def _acted(plan: Plan, theirs: Visit) -> Screen:
    """What the route answers. A command of staff is not there for the member, and whoever looks is told why."""
    try:
        return plan.act(theirs)
    except NotUnderstood:
        raise OnlyLooking from None


def _theirs(visit: Visit, viewing: Viewing) -> Visit:
    """The visit as if the member were logged in in this chat, which waits for nothing."""
    caller = callers.caller(visit.session, viewing.member_id)
    return replace(visit, chat=replace(visit.chat, caller=caller, staff_id=None, expects="", expects_at=None, note={}))


def _inside(viewing: Viewing, what: What) -> What:
    """What was said, as the member's. A button that is not of a screen of this member is not pressed."""
    if not isinstance(what, Pressed):
        return what
    button = seen(what.data)
    if button is None or button.member != viewing.member_id or not button.data:
        raise OnlyLooking
    return replace(what, data=button.data)


def _is_closed(screen: Screen) -> bool:
    """Whether it shows a paper, or hides what was said."""
    papers = screen.paper is not None or screen.first_page is not None
    return papers or screen.hides or any(_is_closed(one) for one in screen.also)


def _awaits_more_than_text(expects: str, routes: Routes) -> bool:
    """Whether the chat would wait for a password or a file."""
    return isinstance(routes.heard.get(expects), HearsSecret) or expects in routes.received
