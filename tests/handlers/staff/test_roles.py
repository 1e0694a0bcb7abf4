"""The room of roles: who holds what is seen, given, taken and told; the last owner stays."""

import pytest

from content.keys.letters import RoleChanged
from content.staff.rights import Role
from content.words import JA
from handlers.presses.staff.inviting import Invite
from handlers.presses.staff.roles import AskWhyRole, ChangeRole, OpenHolder, Roles
from handlers.presses.staff.rooms import Rooms
from storage.post import letters
from tests.handlers.staff.office import KITA, Office, labels
from tests.handlers.staff.pile import MINAMI
from tests.handlers.talking import AOI, Guest, presses


def sent(here: Office) -> list[tuple[int, object]]:
    """The letters that wait: to whom, and what."""
    with here.sessions.begin() as session:
        return [(one.member_id, one.key) for one in letters.claim(session, here.clock.now())]


async def test_an_owner_sees_who_holds_what_since_when_and_by_whom(
    here: Office, owner: Guest, minami: Guest, aoi: Guest
) -> None:
    here.waits(minutes=1)
    await owner.taps(ChangeRole(here.id_of(AOI), "editor", True, 0))
    listed = await owner.says("/roles")
    for line in (
        "1　北見 涼　1000000009　審査・管理責任者・会員対応",
        "2　南野 環　1000000008　審査・会員対応",
        "3　青井 遥　1000000001　編集",
    ):
        assert line in listed.text.splitlines()
    assert presses(listed) == [*(OpenHolder(here.id_of(one)) for one in (KITA, MINAMI, AOI)), Invite(), Rooms()]
    assert labels(listed)[0].startswith("1 北見")
    card = await owner.taps(OpenHolder(here.id_of(AOI)))
    assert "✅ 編集　11月22日（日）10:01から　付与：北見 涼" in card.text.splitlines()
    card = await owner.taps(OpenHolder(here.id_of(KITA)))
    assert "✅ 管理責任者　11月22日（日）10:00から　付与：システム運用者" in card.text.splitlines()
    assert labels(card) == [
        "会員対応を取り消す",
        "研修会を付与",
        "編集を付与",
        "審査を取り消す",
        "管理責任者を取り消す",
        "‹ 戻る",
    ]
    assert [(one.act, one.member_id) for one in here.log[:3]] == [
        ("viewed_roles", here.id_of(KITA)),
        ("viewed_roles", here.id_of(AOI)),
        ("listed_roles", None),
    ]


async def test_a_role_is_given_for_a_reason_and_works_at_once(here: Office, owner: Guest, aoi: Guest) -> None:
    member = here.id_of(AOI)
    await owner.says("/roles")
    card = await owner.says("１０００００－０００１")
    assert JA.roles.holds_none() in card.text
    assert (await aoi.says("/desk")).text == JA.refusals.not_understood()
    why = await owner.taps(AskWhyRole(member, "officer", True))
    assert "出席確認・申告書の判断" in why.text
    assert (await aoi.says("/desk")).text == JA.refusals.not_understood(), "asking for the reason gives nothing"
    for bad in ("x", "あ" * 201):
        assert "2文字以上200文字以内" in (await owner.says(bad)).text
    done = await owner.says("育休の 代理")
    assert JA.roles.changed(Role.OFFICER, give=True) in done.text
    assert JA.desk.title() in (await aoi.says("/desk")).text
    entry = here.log[0]
    assert (entry.act, entry.staff_id, entry.member_id, entry.why) == (
        "grant_role",
        owner.member_id,
        member,
        "育休の 代理",
    )
    assert (entry.before, entry.after) == ({"roles": []}, {"roles": ["officer"], "role": "officer", "done": True})
    assert sent(here) == [(member, RoleChanged("officer", True, here.clock.now()))]


async def test_a_role_is_taken_and_its_screens_end(here: Office, owner: Guest, minami: Guest) -> None:
    member = here.id_of(MINAMI)
    room = await minami.says("/staff")
    done = await owner.taps(ChangeRole(member, "officer", False, 1))
    assert JA.roles.changed(Role.OFFICER, give=False) in done.text
    assert JA.rights.not_yours_title() in (await minami.taps(presses(room)[0])).text
    await owner.taps(ChangeRole(member, "support", False, 1))
    for press in presses(room)[:-1]:
        assert (await minami.taps(press)).toast == JA.refusals.stale_button()
    keys = [key for to, key in sent(here) if to == member]
    assert keys == [RoleChanged(name, False, here.clock.now()) for name in ("officer", "support")]
    assert [(one.act, one.after["roles"]) for one in here.log if one.act == "take_role"] == [
        ("take_role", []),
        ("take_role", ["support"]),
    ]


async def test_the_last_owner_stays_and_one_of_two_may_go(here: Office, owner: Guest, minami: Guest) -> None:
    me = owner.member_id
    refused = await owner.taps(ChangeRole(me, "owner", False, 0))
    assert JA.roles.last_owner() in refused.text
    assert (here.log[0].act, here.log[0].after["done"]) == ("take_role", False)
    here.grants(MINAMI, "owner")
    assert JA.roles.changed(Role.OWNER, give=False) in (await owner.taps(ChangeRole(me, "owner", False, 0))).text
    assert JA.rights.not_yours_title() in (await owner.says("/roles")).text
    assert JA.roles.last_owner() in (await minami.taps(ChangeRole(minami.member_id, "owner", False, 0))).text


async def test_what_is_so_already_is_said_and_logged(here: Office, owner: Guest) -> None:
    for give, role in ((True, Role.SUPPORT), (False, Role.EDITOR)):
        done = await owner.taps(ChangeRole(owner.member_id, role.value, give, 0))
        assert JA.roles.same(role, give=give) in done.text
        assert here.log[0].after["done"] is False
    assert sent(here) == []


@pytest.mark.parametrize(
    "press",
    [
        OpenHolder(999),
        AskWhyRole(999, "officer", True),
        AskWhyRole(1, "boss", True),
        ChangeRole(1, "officer", True, 3),
        ChangeRole(1, "officer", True, -1),
    ],
)
async def test_forged_buttons_change_nothing(press: OpenHolder, here: Office, owner: Guest) -> None:
    assert (await owner.taps(press)).toast == JA.refusals.stale_button()
    assert here.log == []


async def test_an_id_that_nobody_has(owner: Guest) -> None:
    assert JA.roles.no_such() in (await owner.says("/roles 9999999999")).text
    assert JA.roles.no_such() in (await owner.says("青井")).text, "a role is given by ID alone"
    assert JA.roles.title() in (await owner.taps(Roles(99))).text
