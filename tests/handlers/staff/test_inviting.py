"""Staff who are no members come in by an invitation: one use, 24 hours, and no right before the inviter confirms."""

import pytest

from content.keys.letters import AccountReady, InvitationOpened, SecondWanted
from content.staff.inviting import Opening
from content.staff.rights import Role
from content.words import JA
from handlers.presses.staff.inviting import (
    AskAgain,
    ChooseRole,
    ConfirmInvitation,
    Invite,
    InviteAgain,
    InviteFor,
    OpenInvitation,
    RefuseInvitation,
)
from storage.staff import roles
from storage.staff.roles import Taken
from tests.handlers.staff.inviting import NAME, Invited, acts, enters, held, invites, nothing, stranger
from tests.handlers.staff.office import KITA, Office, labels
from tests.handlers.staff.pairing import sent
from tests.handlers.staff.pile import MINAMI
from tests.handlers.talking import Guest, presses

NEW, AGAIN, TAKEN, OVER = (JA.account.opening(one)[0] for one in list(Opening)[:4])


@pytest.fixture
async def owner(here: Office, kita: Guest) -> Guest:
    here.grants(KITA, "owner")
    return kita


@pytest.fixture
async def invited(here: Office, owner: Guest) -> Invited:
    return await invites(here, owner)


async def test_a_person_of_the_secretariat_comes_in(here: Office, owner: Guest) -> None:
    guest = stranger(here)
    await owner.taps(Invite())
    assert JA.inviting.ask_role() in (await owner.says("　事務　花子 ")).text
    assert "役割：会員対応" in (await owner.taps(ChooseRole("support"))).text
    made = await owner.taps(InviteFor(0))
    assert JA.inviting.made_title(NAME) in made.text
    assert (here.log[0].act, here.log[0].why, here.log[0].after["name"]) == ("invite_staff", "着任", NAME)
    link = made.rows[0][0].copies
    assert NEW in (await guest.says(f"/start {link.partition('=')[2]}")).text
    number = here.log[0].after["invitation"]
    assert sent(here) == [(owner.member_id, InvitationOpened(number))]
    assert nothing(guest)
    assert (await guest.says("/staff")).text == JA.refusals.not_understood(), "no right before it is confirmed"
    card = await owner.taps(OpenInvitation(number))
    for line in ("名前：Hanako J", "ユーザー名：@hanako", f"ID：{guest.telegram_id}", "付与する役割：会員対応"):
        assert line in card.text.splitlines()
    assert JA.inviting.confirmed(Role.SUPPORT) in (await owner.taps(ConfirmInvitation(number))).text
    person = guest.chat.staff_id
    assert person is not None
    assert held(here, person) == {"support"}
    assert sent(here) == [(person, AccountReady(here.clock.now()))]
    entry = here.log[0]
    assert (entry.act, entry.staff_id, entry.member_id) == ("confirm_invitation", owner.member_id, person)
    assert (entry.after["telegram_id"], entry.after["roles"]) == (guest.telegram_id, ["support"])
    assert JA.rights.rooms_title() in (await guest.says("/staff")).text
    assert here.log[0].act == "confirm_invitation", "a look at the rooms is no act"


async def test_an_inviter_who_loses_the_role_confirms_nothing(
    here: Office, owner: Guest, minami: Guest, invited: Invited
) -> None:
    here.grants(MINAMI, "owner")
    late, guest = await invites(here, owner), stranger(here)
    await guest.says(invited.start)
    with here.sessions.begin() as session:
        assert roles.take(session, owner.member_id, "owner") is Taken.DONE
    assert JA.rights.not_yours_title() in (await owner.taps(ConfirmInvitation(invited.number))).text
    assert JA.inviting.not_yours() in (await minami.taps(ConfirmInvitation(invited.number))).text
    assert here.log[0].after["outcome"] == "not the inviter"
    assert nothing(guest)
    other = stranger(here, 710_000_002)
    assert OVER in (await other.says(late.start)).text, "nobody could confirm it"
    assert JA.inviting.refused() in (await minami.taps(RefuseInvitation(invited.number))).text, "any owner ends it"


async def test_a_second_account_of_the_inviter_is_no_owner(here: Office, owner: Guest, minami: Guest) -> None:
    """The inviter opens the own link on another telephone and confirms it: the role owner takes another owner still."""
    here.grants(MINAMI, "owner")
    twin = stranger(here)
    invited = await invites(here, owner, "owner")
    await twin.says(invited.start)
    sent(here)
    answer = await owner.taps(ConfirmInvitation(invited.number))
    assert answer.toast == JA.inviting.waits_for_second()
    person = twin.chat.staff_id
    assert person is not None
    assert held(here, person) == frozenset()
    request = here.log[0].after["request"]
    assert sent(here) == [(person, AccountReady(here.clock.now())), (minami.member_id, SecondWanted(request))]
    assert (await twin.says("/roles")).text == JA.refusals.not_understood()


async def test_the_only_owner_makes_no_other_owner(here: Office, owner: Guest) -> None:
    person = await enters(here, owner, stranger(here), "owner")
    assert held(here, person) == frozenset()


async def test_it_is_withdrawn_before_anybody_opens_it(here: Office, owner: Guest, invited: Invited) -> None:
    listed = await owner.taps(Invite())
    assert NAME in listed.text
    assert OpenInvitation(invited.number) in presses(listed)
    assert JA.inviting.withdrawn() in (await owner.taps(RefuseInvitation(invited.number))).text
    assert OVER in (await stranger(here).says(invited.start)).text
    assert OpenInvitation(invited.number) not in presses(await owner.taps(Invite()))
    assert JA.inviting.over() in (await owner.taps(RefuseInvitation(invited.number))).text


async def test_what_is_typed_badly_invites_nobody(here: Office, owner: Guest) -> None:
    await owner.taps(Invite())
    for bad in ("​", "あ" * 41):
        assert JA.inviting.bad_name(40) in (await owner.says(bad)).text
    await owner.says("事務 花子")
    await owner.taps(ChooseRole("support"))
    for bad in ("x", "あ" * 201):
        assert "2文字以上200文字以内" in (await owner.says(bad)).text
    assert "invite_staff" not in acts(here)
    assert JA.inviting.made_title(NAME) in (await owner.says("産休の代理")).text
    assert here.log[0].why == "産休の代理"


@pytest.mark.parametrize(
    "press",
    [
        *(ChooseRole("boss"), InviteAgain(1, 0), InviteAgain(999, 0), AskAgain(1), AskAgain(999)),
        *(OpenInvitation(999), ConfirmInvitation(999), RefuseInvitation(999)),
    ],
)
async def test_forged_buttons_change_nothing(press: Invite, here: Office, owner: Guest) -> None:
    assert (await owner.taps(press)).toast == JA.refusals.stale_button()
    assert here.log == []


async def test_buttons_without_their_note_begin_again(here: Office, owner: Guest) -> None:
    for press in (ChooseRole("owner"), InviteFor(0)):
        assert JA.inviting.about()[0] in (await owner.taps(press)).text
    assert here.log == []


async def test_the_confirming_card_has_its_buttons_for_the_inviter_alone(
    here: Office, owner: Guest, minami: Guest, invited: Invited
) -> None:
    here.grants(MINAMI, "owner")
    await stranger(here).says(invited.start)
    for guest, confirms in ((owner, True), (minami, False)):
        shown = labels(await guest.taps(OpenInvitation(invited.number)))
        assert (JA.inviting.to_confirm() in shown) is confirms
        assert JA.inviting.to_refuse() in shown
