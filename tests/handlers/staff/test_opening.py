"""The link of an invitation: opened twice, by others, in a group, too late, and by somebody who is logged in."""

from datetime import timedelta

import pytest

from content.staff.inviting import Opening
from content.words import JA
from handlers.presses.staff.inviting import (
    ConfirmInvitation,
    OpenInvitation,
    RefuseInvitation,
)
from handlers.staff import letting_in
from storage.staff import invitations
from tests.handlers.staff.inviting import Invited, enters, held, invites, nothing, stranger
from tests.handlers.staff.office import KITA, Office
from tests.handlers.talking import SHIRO, Guest

NEW, AGAIN, TAKEN, OVER = (JA.account.opening(one)[0] for one in list(Opening)[:4])


@pytest.fixture
async def owner(here: Office, kita: Guest) -> Guest:
    here.grants(KITA, "owner")
    return kita


@pytest.fixture
async def invited(here: Office, owner: Guest) -> Invited:
    return await invites(here, owner)


async def test_the_link_is_opened_twice_and_by_others(here: Office, owner: Guest, invited: Invited) -> None:
    first, second = stranger(here), stranger(here, 710_000_002, "Taro")
    assert NEW in (await first.says(invited.start)).text
    assert AGAIN in (await first.says(invited.start)).text
    for _ in range(2):
        assert TAKEN in (await second.says(invited.start)).text
    card = (await owner.taps(OpenInvitation(invited.number))).text
    assert "Hanako J" in card
    assert "Taro" not in card
    assert JA.inviting.turned_away(2) in card, "the inviter sees that others have the link"
    await owner.taps(ConfirmInvitation(invited.number))
    assert first.chat.staff_id is not None
    assert nothing(second)
    for guest in (second, stranger(here, 710_000_003)):
        assert OVER in (await guest.says(invited.start)).text
        assert nothing(guest)


async def test_a_link_that_went_to_a_group_is_refused_and_gives_nothing(
    here: Office, owner: Guest, invited: Invited
) -> None:
    """The first one of the group who taps is shown, is not the person, and is refused; then nobody can use it."""
    group = [stranger(here, 710_000_010 + number, f"Member {number}") for number in range(5)]
    for guest in group:
        await guest.says(invited.start)
    assert "Member 0" in (await owner.taps(OpenInvitation(invited.number))).text
    assert JA.inviting.refused() in (await owner.taps(RefuseInvitation(invited.number))).text
    for guest in group:
        assert OVER in (await guest.says(invited.start)).text
        assert nothing(guest)
    assert JA.inviting.over() in (await owner.taps(ConfirmInvitation(invited.number))).text
    assert all(nothing(guest) for guest in group)
    with here.sessions.reading() as session:
        assert invitations.one(session, invited.number).opener is None, "who it was is not kept"


@pytest.mark.parametrize(("late", "said"), [(timedelta(seconds=-1), NEW), (timedelta(), OVER)])
async def test_it_can_be_opened_for_a_day(
    late: timedelta, said: str, here: Office, owner: Guest, invited: Invited
) -> None:
    here.clock.jump(here.clock.now() + timedelta(hours=24) + late)
    guest = stranger(here)
    assert said in (await guest.says(invited.start)).text
    await owner.taps(ConfirmInvitation(invited.number))
    assert nothing(guest) is (said == OVER)


@pytest.mark.parametrize(("late", "good"), [(timedelta(seconds=-1), True), (timedelta(), False)])
async def test_once_opened_it_can_be_confirmed_for_a_day(
    late: timedelta, good: bool, here: Office, owner: Guest, invited: Invited
) -> None:
    guest = stranger(here)
    here.waits(hours=23)
    await guest.says(invited.start)
    here.clock.jump(here.clock.now() + timedelta(hours=24) + late)
    answer = await owner.taps(ConfirmInvitation(invited.number))
    assert (JA.inviting.over() in answer.text) is not good
    assert nothing(guest) is not good


async def test_who_opened_one_that_nobody_decided_is_forgotten(here: Office, owner: Guest, invited: Invited) -> None:
    await stranger(here).says(invited.start)
    for hours, found in ((23, 0), (1, 1)):
        here.waits(hours=hours)
        with here.sessions.begin() as session:
            over = letting_in.find_over(session, here.clock.now(), here.turns.house.rulebook)
            assert len(over) == found
            letting_in.end_over(session, over, here.clock.now(), here.turns.house.rulebook)
            assert (invitations.one(session, invited.number).opener is None) is bool(found)


async def test_a_member_who_is_logged_in_uses_nothing_up(here: Office, aoi: Guest, invited: Invited) -> None:
    assert JA.account.opening(Opening.MEMBER)[0] in (await aoi.says(invited.start)).text
    assert (here.log[0].act, here.log[0].staff_id) == ("open_invitation", aoi.member_id)
    assert here.log[0].after == {"invitation": invited.number, "outcome": Opening.MEMBER.value}
    assert aoi.chat.staff_id is None
    assert NEW in (await stranger(here).says(invited.start)).text


async def test_somebody_of_staff_uses_nothing_up(here: Office, owner: Guest) -> None:
    guest = stranger(here)
    person = await enters(here, owner, guest)
    more = await invites(here, owner, "officer")
    assert JA.account.opening(Opening.STAFF)[0] in (await guest.says(more.start)).text
    assert (here.log[0].act, here.log[0].staff_id) == ("open_invitation", person)
    assert held(here, person) == {"support"}
    assert NEW in (await stranger(here, 710_000_002).says(more.start)).text


async def test_whoever_logs_in_there_meanwhile_is_not_made_staff(here: Office, owner: Guest, invited: Invited) -> None:
    guest = stranger(here)
    await guest.says(invited.start)
    await guest.chooses(SHIRO)
    assert JA.inviting.busy() in (await owner.taps(ConfirmInvitation(invited.number))).text
    assert (guest.chat.staff_id, guest.member_id) == (None, here.id_of(SHIRO))
    assert here.log[0].after["outcome"] == "void"


async def test_a_link_that_nobody_made(here: Office, owner: Guest, invited: Invited) -> None:
    for start in (invited.start[:-1], invited.start + "x", "/start staff_", "/start staff_" + "A" * 32):
        assert JA.account.opening(Opening.UNKNOWN)[0] in (await stranger(here).says(start)).text
