"""The other side of an invitation: somebody opens the link. It gives no right: the inviter is told, and confirms."""

from content.keys.letters import InvitationOpened
from content.rules import day_of
from content.staff.inviting import PREFIX, Invitation, Opener, Opening
from content.staff.logged import ACTS, Filter
from content.staff.rights import Role
from handlers.screens.screen import Screen
from handlers.screens.staff import account as screens
from handlers.turn import ANYONE, Opens, Visit
from storage.post import letters
from storage.staff import invitations, log, log_room, roles

EVERY = 2**31 - 1
"""Up to the last act of the log, whatever its number is."""


def open_link(visit: Visit, token: str) -> Screen:
    shown = invitations.by_token(visit.session, visit.house.cipher, token)
    what = Opening.UNKNOWN if shown is None else _open(visit, shown)
    return screens.opening(what, visit.words)


def _open(visit: Visit, shown: Invitation) -> Opening:
    """A chat in which somebody is logged in uses nothing up."""
    person = visit.chat.person_id
    if person is not None:
        what = Opening.MEMBER if visit.chat.staff_id is None else Opening.STAFF
        _note(visit, shown, person, what)
        return what
    if shown.by is not None and Role.OWNER.value not in roles.roles(visit.session, shown.by):
        return Opening.OVER
    opener = Opener(visit.chat.telegram_id, visit.sender.name, visit.sender.username)
    what = invitations.open_it(visit.session, shown, visit.chat.id, opener, visit.now)
    if what is Opening.NEW and shown.by is not None:
        letters.put(visit.session, member_id=shown.by, key=InvitationOpened(shown.id), slot="", at=visit.now)
    return what


def _note(visit: Visit, shown: Invitation, person: int, what: Opening) -> None:
    """Somebody who is known had a link that was meant for others: that stands in the log, some times a day at most."""
    today = Filter(by=person, act=ACTS.index("open_invitation") + 1, day=day_of(visit.now), upto=EVERY)
    if log_room.count(visit.session, today) >= visit.rules.strange_openings_a_day:
        return
    log.write(
        visit.session,
        visit.house.cipher,
        staff_id=person,
        member_id=None,
        act="open_invitation",
        why="opened the link",
        before={},
        after={"invitation": shown.id, "outcome": what.value},
        at=visit.now,
    )


ROUTES = (Opens(PREFIX, open_link, ANYONE),)
