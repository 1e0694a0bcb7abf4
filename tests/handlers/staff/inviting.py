"""Invitations of staff who are no members: made, opened, confirmed."""

from collections.abc import Sequence
from dataclasses import dataclass

from content.words import JA
from handlers.incoming import Sender
from handlers.presses.staff.inviting import ChooseRole, ConfirmInvitation, Invite, InviteFor
from handlers.screens.screen import Screen
from storage.staff import roles
from tests.handlers.staff.office import Office
from tests.handlers.talking import Guest

NAME = "事務 花子"


@dataclass(frozen=True)
class Invited:
    """An invitation: its number, and what the link says."""

    number: int
    start: str


async def invites(here: Office, owner: Guest, role: str = "support", name: str = NAME) -> Invited:
    """The whole way of the owner: the name, the role, the reason."""
    await owner.taps(Invite())
    await owner.says(name)
    await owner.taps(ChooseRole(role))
    return made(here, await owner.taps(InviteFor(0)))


def made(here: Office, screen: Screen) -> Invited:
    """What the screen with the link has."""
    (link,) = [button.copies for row in screen.rows for button in row if button.copies]
    assert link in screen.text
    number = next(one for one in here.log if one.act == "invite_staff").after["invitation"]
    assert isinstance(number, int)
    return Invited(number, f"/start {link.partition('=')[2]}")


def stranger(here: Office, telegram_id: int = 710_000_001, name: str = "Hanako J") -> Guest:
    """A Telegram account in which nobody is logged in."""
    guest = here.guest(telegram_id)
    guest.sender = Sender(name, "hanako")
    return guest


async def enters(here: Office, owner: Guest, guest: Guest, role: str = "support") -> int:
    """The guest gets a staff account with this role; returns its person."""
    invited = await invites(here, owner, role)
    await guest.says(invited.start)
    await owner.taps(ConfirmInvitation(invited.number))
    person = guest.chat.staff_id
    assert person is not None
    return person


def nothing(guest: Guest) -> bool:
    """Whether nobody is logged in there."""
    return guest.chat.person_id is None


def held(here: Office, person: int) -> frozenset[str]:
    with here.sessions.reading() as session:
        return roles.roles(session, person)


def acts(here: Office) -> Sequence[str]:
    """What the log has, the latest first."""
    return [one.act for one in here.log]


TITLE = JA.account.opening_title()
