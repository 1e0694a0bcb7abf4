"""Staff can't become each other: codes for holders of a role, and five ways for support to become an owner."""

from collections.abc import Awaitable, Callable, Sequence

from content.keys.letters import AttemptRefused, SecondWanted
from content.words import JA
from handlers.presses.staff.members import DoIt
from handlers.presses.staff.roles import ChangeRole
from handlers.screens.screen import Screen
from tests.handlers.staff.office import Office
from tests.handlers.staff.pairing import asked, held, sent, shown, with_pin
from tests.handlers.talking import AOI, SHIRO, Guest


async def test_a_code_for_a_holder_of_a_role_takes_two(here: Office, owners: Sequence[Guest], aoi: Guest) -> None:
    """Support asks, an owner confirms and sees the code; the member alone is nobody of staff's business."""
    here.joins(SHIRO)
    here.grants(SHIRO, "editor")
    here.grants(AOI, "support")
    asking = await aoi.taps(DoIt("give_code", here.id_of(SHIRO), 0))
    assert JA.joint.title("code_for_staff", "白石 結子") in asking.text
    assert not [button for row in asking.rows for button in row if button.copies]
    request = here.log[0].after["request"]
    assert {to for to, key in sent(here) if key == SecondWanted(request)} == {one.member_id for one in owners}
    code = await with_pin(owners[1], await shown(owners[1], request))
    typed = code.rows[0][0].copies
    assert here.log[0].act == "code_for_staff"
    elsewhere = here.guest(700000003)
    await elsewhere.comes_to_password(SHIRO.member_no)
    assert JA.login.new_title() in (await elsewhere.says(typed)).text


async def test_no_code_for_oneself(here: Office, kita: Guest, owners: Sequence[Guest]) -> None:
    answer = await kita.taps(DoIt("give_code", kita.member_id, 0))
    assert JA.staff.no_own_code() in answer.text
    assert (here.log[0].act, here.log[0].after) == ("refused", {"act": "own_code"})
    told = AttemptRefused(kita.member_id, "own_code", here.clock.now())
    assert [to for to, key in sent(here) if key == told] == [one.member_id for one in sorted(owners, key=_id)]


async def test_support_can_not_become_an_owner_in_five_ways(here: Office, owners: Sequence[Guest], aoi: Guest) -> None:
    """By the command, by a forged button, by confirming a request, by a code for oneself, by a code for an owner."""
    here.grants(AOI, "support")
    request = await asked(here, owners)
    press = await shown(owners[1], request)
    sent(here)
    owner = owners[1].member_id
    ways: tuple[tuple[int, str, Callable[[], Awaitable[Screen]]], ...] = (
        (0, "confirm_joint", lambda: aoi.taps(press)),
        (0, "manage_roles", lambda: aoi.says("/roles 1000000001")),
        (0, "own_code", lambda: aoi.taps(DoIt("give_code", aoi.member_id, 0))),
        (1, "manage_roles", lambda: aoi.taps(ChangeRole(aoi.member_id, "owner", True, 0))),
    )
    for days, act, way in ways:
        here.waits(days=days)  # an act that is attempted again on the same day is not told again
        screen = await way()
        assert not [button for row in screen.rows for button in row if button.copies]
        assert (here.log[0].act, here.log[0].after) == ("refused", {"act": act})
        assert (owner, AttemptRefused(aoi.member_id, act, here.clock.now())) in sent(here)
    fifth = await aoi.taps(DoIt("give_code", owner, 0))
    assert not [button for row in fifth.rows for button in row if button.copies]
    assert here.log[0].act == "ask_joint"
    assert (owners[0].member_id, SecondWanted(here.log[0].after["request"])) in sent(here)
    assert held(here, AOI) == {"support"}


def _id(guest: Guest) -> int:
    return guest.member_id
