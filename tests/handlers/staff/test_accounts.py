"""A staff account: its log-in, its way back, and what is not there for it because its person is no member."""

from collections.abc import Sequence

import pytest

from content.attendance.attending import Claim
from content.keys.letters import SecondWanted, SessionEnded
from content.staff.rights import Role
from content.words import JA
from handlers.features import FEATURES
from handlers.presses.access.login import NotMember
from handlers.presses.access.session import LogOut
from handlers.presses.help import Help
from handlers.presses.staff.claims import DecideClaim
from handlers.presses.staff.desk import OpenClaim
from handlers.presses.staff.inviting import AskAgain, ConfirmInvitation, InviteAgain
from handlers.presses.staff.joint import ConfirmJoint, OpenJoint
from handlers.presses.staff.members import AskWhy
from handlers.presses.staff.roles import ChangeRole, OpenHolder
from handlers.presses.staff.rooms import Rooms
from handlers.presses.start import LogIn, Start
from handlers.routing import Routes
from tests.handlers.staff.inviting import NAME, Invited, enters, held, invites, made, nothing, stranger
from tests.handlers.staff.office import KITA, Office, labels
from tests.handlers.staff.pairing import sent, shown, with_pin
from tests.handlers.staff.pile import MINAMI, Pile
from tests.handlers.talking import AOI, Guest, presses

PHONE, NEW_PHONE = 710_000_001, 710_000_002


@pytest.fixture
async def owner(here: Office, kita: Guest) -> Guest:
    here.grants(KITA, "owner")
    return kita


@pytest.fixture
async def hanako(here: Office, owner: Guest) -> Guest:
    """Somebody with a staff account, who helps members."""
    guest = stranger(here, PHONE)
    await enters(here, owner, guest)
    return guest


def person(guest: Guest) -> int:
    found = guest.chat.staff_id
    assert found is not None
    return found


async def test_what_belongs_to_members_is_not_there(hanako: Guest) -> None:
    for command in ("/credits", "/courses", "/codes"):
        assert (await hanako.says(command)).text == JA.refusals.not_a_member(), command
    home = await hanako.says("/start")
    assert JA.account.home([Role.SUPPORT])[0] in home.text
    assert JA.account.home_title(NAME) in home.text
    assert "学習" not in home.text


async def test_what_it_types_leads_to_what_it_can_do(here: Office, hanako: Guest) -> None:
    here.turns.routes = Routes(FEATURES)
    for said in ("高血圧", "ぬぬぬ", "😀"):
        screen = await hanako.says(said)
        assert JA.search.account_title() in screen.text
        assert "高血圧" not in screen.text
        ways = [button.press for row in screen.rows for button in row if button.press]
        assert [type(press) for press in ways] == [Rooms, Help, Start]
        for press in ways:
            assert (await hanako.taps(press)).text


async def test_the_rooms_of_its_role_work_as_for_a_member(here: Office, hanako: Guest) -> None:
    member = here.id_of(AOI)
    await hanako.says("/find 青井")
    assert (here.log[0].act, here.log[0].staff_id, here.log[0].member_id) == ("viewed", person(hanako), member)
    await hanako.taps(AskWhy("lift_lock", member))
    await hanako.says("電話で依頼")
    assert (here.log[0].act, here.log[0].staff_id) == ("lift_lock", person(hanako))
    assert JA.rights.not_yours_title() in (await hanako.says("/roles")).text
    assert (here.log[0].act, here.log[0].staff_id) == ("refused", person(hanako))


async def test_it_decides_a_claim_and_its_name_stands_there(here: Office, owner: Guest, pile: Pile) -> None:
    guest = stranger(here, PHONE)
    await enters(here, owner, guest, "officer")
    await guest.taps(DecideClaim(pile.claim, 1, True, 0))
    assert pile.card.state is Claim.ACCEPTED
    assert NAME in (await owner.taps(OpenClaim(pile.claim, 1))).text


async def test_an_owner_sees_the_account_and_its_role_can_be_taken(here: Office, owner: Guest, hanako: Guest) -> None:
    number = person(hanako)
    listed = await owner.says("/roles")
    assert f"2　{NAME}　{JA.account.no_number()}　会員対応" in listed.text.splitlines()
    card = await owner.taps(OpenHolder(number))
    assert JA.account.number(number) in card.text
    assert JA.inviting.to_invite_again() in labels(card)
    assert JA.inviting.to_invite_again() not in labels(await owner.taps(OpenHolder(here.id_of(AOI))))
    await owner.taps(ChangeRole(number, "support", False, 0))
    assert (await hanako.says("/staff")).text == JA.refusals.not_understood()
    assert JA.account.home([])[0] in (await hanako.says("/start")).text
    assert NAME in (await owner.says(f"/roles ｓｔａｆｆ－{number}")).text, "found by its number, also in full width"
    assert JA.roles.no_such() in (await owner.says("/roles staff-999")).text
    assert JA.roles.no_such() in (await owner.says(f"/roles staff-{here.id_of(AOI)}")).text, "a member's is none"


async def test_a_member_does_not_log_in_where_it_is_logged_in(here: Office, hanako: Guest) -> None:
    for again in (False, True):
        assert JA.account.logged_in(NAME)[0] in (await hanako.taps(LogIn(again))).text
    assert hanako.chat.expects == ""
    assert JA.login.not_member_title() in (await hanako.taps(NotMember())).text


async def test_it_ends_with_the_log_out(here: Office, hanako: Guest) -> None:
    room = await hanako.says("/staff")
    assert JA.account.ask_logout() in (await hanako.says("/logout")).text
    assert JA.account.logged_out() in (await hanako.taps(LogOut())).text
    assert nothing(hanako)
    assert (await hanako.says("/staff")).text == JA.refusals.not_understood()
    assert (await hanako.taps(presses(room)[0])).toast == JA.refusals.stale_button()
    await hanako.chooses(AOI)
    assert hanako.member_id == here.id_of(AOI)


async def test_without_a_role_one_owner_leads_it_to_a_new_telephone(here: Office, owner: Guest, hanako: Guest) -> None:
    number, phone = person(hanako), stranger(here, NEW_PHONE)
    await owner.taps(ChangeRole(number, "support", False, 0))
    await owner.taps(AskAgain(number))
    invited = made(here, await owner.taps(InviteAgain(number, 0)))
    await phone.says(invited.start)
    sent(here)
    assert person(hanako) == number, "the old one works until the new one is confirmed"
    assert JA.inviting.confirmed(None) in (await owner.taps(ConfirmInvitation(invited.number))).text
    assert (person(phone), nothing(hanako)) == (number, True)
    assert (number, SessionEnded(here.clock.now())) in sent(here)


async def test_with_a_role_it_takes_two_persons(here: Office, owners: Sequence[Guest]) -> None:
    """No owner alone becomes another member of staff by a link into that account."""
    asker, second = owners
    guest, phone = stranger(here, PHONE), stranger(here, NEW_PHONE)
    number = await enters(here, asker, guest, "officer")
    sent(here)
    await asker.taps(AskAgain(number))
    assert JA.joint.title("reenter_account", NAME) in (await asker.says("電話機の変更")).text
    request = here.log[0].after["request"]
    assert sent(here) == [(second.member_id, SecondWanted(request))]
    card = await second.taps(OpenJoint(request))
    assert f"職員アカウント staff-{number}（TelegramのID：{PHONE}）" in card.text
    assert JA.joint.own() in (await asker.taps(OpenJoint(request))).text
    invited = made(here, await with_pin(second, await shown(second, request)))
    await phone.says(invited.start)
    assert JA.inviting.not_yours() in (await asker.taps(ConfirmInvitation(invited.number))).text
    await second.taps(ConfirmInvitation(invited.number))
    assert (person(phone), nothing(guest)) == (number, True)
    assert held(here, number) == {"officer"}


async def test_a_link_back_is_void_once_the_account_gets_a_role(here: Office, owner: Guest, hanako: Guest) -> None:
    """One owner makes a link into an account without a role, has the role given by others, and confirms."""
    number, phone = person(hanako), stranger(here, NEW_PHONE)
    await owner.taps(ChangeRole(number, "support", False, 0))
    invited = made(here, await owner.taps(InviteAgain(number, 0)))
    await phone.says(invited.start)
    await owner.taps(ChangeRole(number, "officer", True, 0))
    assert JA.inviting.roles_changed() in (await owner.taps(ConfirmInvitation(invited.number))).text
    assert (nothing(phone), person(hanako)) == (True, number)


async def test_who_is_logged_in_in_the_account_is_part_of_what_is_confirmed(
    here: Office, owners: Sequence[Guest]
) -> None:
    """It moves to another telephone after the second person saw it, and before the PIN."""
    asker, second = owners
    guest, phone = stranger(here, PHONE), stranger(here, NEW_PHONE)
    number = await enters(here, asker, guest, "owner")
    request = next(one.after["request"] for one in here.log if one.act == "ask_joint")
    press = await shown(second, request)
    invited = made(here, await asker.taps(InviteAgain(number, 0)))
    await phone.says(invited.start)
    await asker.taps(ConfirmInvitation(invited.number))
    answer = await second.taps(press)
    assert JA.joint.changed() in answer.text
    assert str(NEW_PHONE) in answer.text
    assert held(here, number) == frozenset()
    fresh = presses(answer)[0]
    assert isinstance(fresh, ConfirmJoint)
    assert JA.joint.done() in (await with_pin(second, fresh)).text
    assert held(here, number) == {"owner"}


async def test_an_owner_with_a_staff_account_confirms_as_any_owner(here: Office, owners: Sequence[Guest]) -> None:
    asker, second = owners
    guest = stranger(here, PHONE)
    number = await enters(here, asker, guest, "owner")
    first = next(one.after["request"] for one in here.log if one.act == "ask_joint")
    await with_pin(second, await shown(second, first))
    await asker.taps(ChangeRole(here.id_of(AOI), "owner", True, 0))
    request = here.log[0].after["request"]
    assert {to for to, key in sent(here) if key == SecondWanted(request)} == {here.id_of(MINAMI), number}
    assert JA.joint.done() in (await with_pin(guest, await shown(guest, request))).text
    assert held(here, here.id_of(AOI)) == {"owner"}


async def test_an_invitation_of_an_account_is_an_act_of_that_account(here: Office, owners: Sequence[Guest]) -> None:
    """An owner who is no member invites, confirms, and stands in the log under the own number."""
    asker, second = owners
    guest = stranger(here, PHONE)
    number = await enters(here, asker, guest, "owner")
    first = next(one.after["request"] for one in here.log if one.act == "ask_joint")
    await with_pin(second, await shown(second, first))
    further = stranger(here, NEW_PHONE)
    invited: Invited = await invites(here, guest, "editor", "事務 次郎")
    await further.says(invited.start)
    await guest.taps(ConfirmInvitation(invited.number))
    assert held(here, person(further)) == {"editor"}
    assert (here.log[0].act, here.log[0].staff_id) == ("confirm_invitation", number)
