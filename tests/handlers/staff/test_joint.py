"""Two persons: who can confirm, what they are shown, the PIN, the hour, and every way that must not work."""

from collections.abc import Callable, Sequence

import pytest
from sqlalchemy.orm import Session

from content.keys.letters import AttemptRefused, JointDecided, RoleChanged, SecondWanted
from content.staff.joint import (
    PIN_TRIES,
    CodeForStaff,
    GrantOwner,
    JointAct,
    fingerprint,
    is_pin,
    kinds,
)
from content.words import EN, JA
from handlers.presses.staff.joint import ConfirmJoint, OpenJoint, RefuseJoint
from handlers.presses.staff.roles import ChangeRole
from handlers.staff.carrying import CARRIES
from storage.staff import joint, pins, roles
from storage.staff.roles import Taken
from tests.gallery.joint import OF_ACTS
from tests.handlers.staff.office import KITA, Office
from tests.handlers.staff.pairing import OTHER_PIN, PIN, asked, held, sent, shown, with_pin
from tests.handlers.staff.pile import MINAMI
from tests.handlers.talking import AOI, SHIRO, Guest, presses
from tests.storage.racing import meanwhile


def test_every_act_has_what_carries_it_out_and_words() -> None:
    assert set(CARRIES) == {kind for kind in kinds().values() if kind.__module__.startswith("content.")}
    usual = {"name": "見本", "member_no": "1", "roles": "", "owners": "1"}
    for act in CARRIES:
        facts = usual | OF_ACTS.get(act, {})
        for words in (JA, EN):
            assert words.joint.title(act.kind, "見本")
            assert words.joint.effect(act.kind, facts)


@pytest.mark.parametrize(
    ("typed", "good"),
    [
        *(("48027", False), ("480271", True), ("480271480271", True), ("4802714802714", False)),
        *(("111111", False), ("123456", False), ("987654", False), ("890123", False), ("111112", True)),
        *(("48027x", False), ("", False)),
    ],
)
def test_what_can_be_a_pin(typed: str, good: bool) -> None:
    assert is_pin(typed) is good


def test_the_fingerprint_is_of_everything_that_is_shown() -> None:
    facts = {"name": "青井 遥", "roles": ""}
    acts: Sequence[tuple[JointAct, int, dict[str, str]]] = (
        (GrantOwner(1), 1, facts),
        (GrantOwner(2), 1, facts),
        (GrantOwner(1), 2, facts),
        (CodeForStaff(1), 1, facts),
        (GrantOwner(1), 1, {**facts, "roles": "support"}),
    )
    assert len({fingerprint(*one) for one in acts}) == len(acts)
    assert fingerprint(*acts[0]) == fingerprint(GrantOwner(1), 1, dict(reversed(facts.items())))


async def test_two_owners_make_a_third(here: Office, owners: Sequence[Guest], aoi: Guest) -> None:
    asker, second = owners
    request = await asked(here, owners)
    assert held(here, AOI) == frozenset()
    assert sent(here) == [(second.member_id, SecondWanted(request))]
    card = await second.taps(OpenJoint(request))
    for line in (
        "青井 遥　会員ID 1000000001",
        "現在の役割：なし",
        "管理責任者は、2名から3名になります。",
        "依頼：北見 涼　理由：着任",
    ):
        assert line in card.text.splitlines()
    assert "11月22日（日）11:00" in card.text
    press = presses(card)[0]
    assert isinstance(press, ConfirmJoint)
    new = await second.taps(press)
    assert JA.joint.ask_new_pin(6, 12)[0] in new.text
    assert JA.joint.bad_pin(6, 12) in (await second.says("123456")).text
    assert JA.joint.pin_set() in (await second.says("４８０２７１")).text
    assert held(here, AOI) == frozenset(), "setting a PIN confirms nothing"
    done = (await second.says(PIN)).text
    assert JA.joint.done() in done
    assert "実行すると" not in done, "what would have happened is no news any more"
    assert held(here, AOI) == {"owner"}
    entry = here.log[0]
    assert (entry.act, entry.staff_id, entry.member_id) == ("grant_owner", second.member_id, aoi.member_id)
    assert (entry.before, entry.after["roles"]) == ({"roles": ""}, "owner")
    assert (entry.after["asked_by"], entry.after["shown"]) == (asker.member_id, press.shown)
    assert sent(here) == [
        (aoi.member_id, RoleChanged("owner", True, here.clock.now())),
        (asker.member_id, JointDecided(request, second.member_id, "")),
    ]
    assert JA.roles.title() in (await aoi.says("/roles")).text


async def test_it_is_refused_for_a_reason(here: Office, owners: Sequence[Guest]) -> None:
    request = await asked(here, owners)
    press = await shown(owners[1], request)
    sent(here)
    await owners[1].taps(RefuseJoint(request))
    assert "2文字以上" in (await owners[1].says("x")).text
    assert JA.joint.refused("人違いです") in (await owners[1].says("人違いです")).text
    assert (here.log[0].act, here.log[0].why) == ("refuse_joint", "人違いです")
    assert sent(here) == [(owners[0].member_id, JointDecided(request, owners[1].member_id, "人違いです"))]
    assert JA.joint.over("refused") in (await owners[1].taps(press)).text
    assert held(here, AOI) == frozenset()


async def test_nobody_confirms_their_own(here: Office, owners: Sequence[Guest], aoi: Guest) -> None:
    """Neither who asked nor the one to whom it is done."""
    request = await asked(here, owners)
    press = await shown(owners[1], request)
    assert JA.joint.own() in (await owners[0].taps(OpenJoint(request))).text
    assert JA.joint.own() in (await owners[0].taps(press)).text
    assert JA.joint.own() in (await owners[0].taps(RefuseJoint(request))).text
    assert owners[0].chat.expects == ""
    assert here.log[0].after["outcome"] == "barred"
    assert JA.refusals.stale_button() in (await aoi.taps(press)).toast
    here.grants(AOI, "owner")
    assert JA.joint.own() in (await aoi.taps(OpenJoint(request))).text


async def test_a_former_holder_confirms_nothing(here: Office, owners: Sequence[Guest]) -> None:
    """The role goes while the PIN is asked for."""
    request = await asked(here, owners)
    press = await shown(owners[1], request)
    await owners[1].taps(press)
    await owners[1].says(PIN)
    member = here.id_of(MINAMI)
    with here.sessions.begin() as session:
        assert roles.take(session, member, "owner") is Taken.DONE
    assert JA.rights.not_yours_title() in (await owners[1].says(PIN)).text
    assert JA.rights.not_yours_title() in (await owners[1].taps(press)).text
    assert held(here, AOI) == frozenset()


async def test_three_wrong_pins_lock_it_for_a_day_and_are_told(here: Office, owners: Sequence[Guest]) -> None:
    request = await asked(here, owners)
    press = await shown(owners[1], request)
    await owners[1].taps(press)
    await owners[1].says(PIN)
    sent(here)
    for left in range(PIN_TRIES - 1, 0, -1):
        assert JA.joint.wrong_pin(left) in (await owners[1].says(OTHER_PIN)).text
    assert "まで確認できません" in (await owners[1].says(OTHER_PIN)).text
    told = AttemptRefused(owners[1].member_id, "pin", here.clock.now())
    assert (owners[0].member_id, told) in sent(here)
    assert (here.log[0].act, here.log[0].why) == ("refused", "three wrong PINs")
    assert JA.refusals.not_understood() in (await owners[1].says(PIN)).text, "nothing is asked for any more"
    assert "まで確認できません" in (await owners[1].taps(press)).text
    assert held(here, AOI) == frozenset()
    for minutes, opens in ((24 * 60 - 1, False), (1, True)):
        here.waits(minutes=minutes)
        with here.sessions.begin() as session:
            pin = pins.of(session, owners[1].member_id, here.clock.now())
        assert (pin.locked_until <= here.clock.now()) is opens


async def test_right_tries_forget_the_wrong_ones(here: Office, owners: Sequence[Guest]) -> None:
    request = await asked(here, owners)
    await owners[1].taps(await shown(owners[1], request))
    for typed in (PIN, OTHER_PIN, OTHER_PIN, PIN):
        screen = await owners[1].says(typed)
    assert JA.joint.done() in screen.text
    with here.sessions.begin() as session:
        assert pins.of(session, owners[1].member_id, here.clock.now()).failures == 0


@pytest.mark.parametrize(("minutes", "good"), [(59.999, True), (60, False)])
async def test_it_waits_for_an_hour(minutes: float, good: bool, here: Office, owners: Sequence[Guest]) -> None:
    """The hour counts when the PIN is typed, not when the card is opened."""
    request = await asked(here, owners)
    await owners[1].taps(await shown(owners[1], request))
    await owners[1].says(PIN)
    here.waits(minutes=minutes - 1)
    await owners[1].taps(await shown(owners[1], request))
    here.waits(minutes=1)
    answer = await owners[1].says(PIN)
    assert (JA.joint.done() in answer.text) is good
    assert (JA.joint.over("waiting") in answer.text) is not good
    assert (held(here, AOI) == {"owner"}) is good


@pytest.mark.parametrize("late", [False, True])
async def test_a_record_that_changed_is_shown_anew(late: bool, here: Office, owners: Sequence[Guest]) -> None:
    """Before the button is pressed, or (`late`) before the PIN is typed."""
    request = await asked(here, owners)
    press = await shown(owners[1], request)
    if late:
        await owners[1].taps(press)
        await owners[1].says(PIN)
    here.grants(AOI, "editor")
    answer = await (owners[1].says(PIN) if late else owners[1].taps(press))
    assert JA.joint.changed() in answer.text
    assert "現在の役割：編集" in answer.text
    assert held(here, AOI) == {"editor"}
    fresh = presses(answer)[0]
    assert isinstance(fresh, ConfirmJoint)
    assert fresh != press
    assert JA.joint.done() in (await with_pin(owners[1], fresh)).text


async def test_no_old_card_is_ever_accepted(here: Office, owners: Sequence[Guest]) -> None:
    """Every button that any card had, pressed again after it is over, and with the fingerprint of another request."""
    first, second = await asked(here, owners), await asked(here, owners)
    cards = [await shown(owners[1], one) for one in (first, second)]
    assert JA.joint.changed() in (await owners[1].taps(ConfirmJoint(first, cards[1].shown))).text
    await with_pin(owners[1], cards[0])
    assert held(here, AOI) == {"owner"}
    member = here.id_of(AOI)
    with here.sessions.begin() as session:
        assert roles.take(session, member, "owner") is Taken.DONE
    for press in (cards[0], RefuseJoint(first), OpenJoint(first)):
        answer = await owners[1].taps(press)
        assert JA.joint.over("done") in answer.text
        assert not [one for one in presses(answer) if isinstance(one, ConfirmJoint)]
        assert owners[1].chat.expects == ""
    here.waits(hours=1)
    for press in (cards[1], RefuseJoint(second), OpenJoint(second)):
        assert JA.joint.over("waiting") in (await owners[1].taps(press)).text
    assert (await owners[1].taps(OpenJoint(999))).toast == JA.refusals.stale_button()
    assert held(here, AOI) == frozenset()


async def test_the_only_owner_is_sent_to_the_command_line(here: Office, kita: Guest) -> None:
    here.grants(KITA, "owner")
    answer = await kita.taps(ChangeRole(here.id_of(AOI), "owner", True, 0))
    assert JA.joint.alone("grant_owner") in answer.text
    assert (here.log[0].act, here.log[0].after) == ("ask_joint", {"kind": "grant_owner", "others": []})
    assert sent(here) == []


def test_of_two_processes_that_confirm_at_once_one_does(here: Office) -> None:
    here.joins(MINAMI)
    asker, one, other = (here.id_of(record) for record in (AOI, SHIRO, MINAMI))
    with here.sessions.begin() as session:
        request = joint.ask(session, GrantOwner(one), "着任", asker, here.clock.now())

    def decides(by: int) -> Callable[[Session], bool]:
        return lambda session: joint.decide(session, request, "done", by, here.clock.now())

    first, second = meanwhile(here.sessions, decides(one), decides(other))
    assert (first, second.result()) == (True, False)
