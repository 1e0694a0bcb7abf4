"""Acts that wait for a second person: asked for, shown, confirmed."""

from collections.abc import Sequence
from typing import Any

from content.words import EN, JA
from handlers.presses.staff.joint import ConfirmJoint, OpenJoint
from handlers.presses.staff.roles import ChangeRole
from handlers.screens.screen import Screen
from storage.post import letters
from storage.staff import roles
from tests.handlers.staff.office import Office
from tests.handlers.talking import AOI, Guest, presses

PIN, OTHER_PIN = "480271", "905318"


async def asked(here: Office, owners: Sequence[Guest]) -> int:
    """北見 asks that 青井 become an owner; returns the number of the request."""
    screen = await owners[0].taps(ChangeRole(here.id_of(AOI), "owner", True, 0))
    assert JA.joint.title("grant_owner", "青井 遥") in screen.text
    request = here.log[0].after["request"]
    assert isinstance(request, int)
    return request


async def shown(guest: Guest, request: int) -> ConfirmJoint:
    """The button that confirms what is shown now."""
    found = [press for press in presses(await guest.taps(OpenJoint(request))) if isinstance(press, ConfirmJoint)]
    assert len(found) == 1
    return found[0]


async def with_pin(guest: Guest, press: ConfirmJoint, pin: str = PIN) -> Screen:
    """Confirms it, setting the PIN if there is none."""
    screen = await guest.taps(press)
    if any(words.joint.ask_new_pin(6, 12)[0] in screen.text for words in (JA, EN)):
        await guest.says(pin)
    return await guest.says(pin)


def held(here: Office, record: Any) -> frozenset[str]:
    member = here.id_of(record)
    with here.sessions.reading() as session:
        return roles.roles(session, member)


def sent(here: Office) -> list[tuple[int, Any]]:
    with here.sessions.begin() as session:
        return [(one.member_id, one.key) for one in letters.claim(session, here.clock.now(), limit=99)]
