"""An officer ends a membership and resumes it: what the member can do meanwhile, what is logged and what is told."""

from datetime import timedelta

import pytest

from content.importing.member_record import MemberRecord
from content.keys.record_letters import MembershipChanged
from content.words import JA
from handlers.presses.staff.members import OpenMember
from handlers.presses.staff.membership import AskMembership, ChangeMembership
from storage.people import callers, members
from storage.post import letters
from tests.handlers.staff.office import KITA, Office, labels
from tests.handlers.talking import AOI, SHIRO, Guest

END, RESUME = JA.membership.to_change(ends=True), JA.membership.to_change(ends=False)


def earns(here: Office, record: MemberRecord = AOI) -> bool:
    with here.sessions.reading() as session:
        return callers.caller(session, here.id_of(record)).can_earn


def queued(here: Office) -> list[MembershipChanged]:
    with here.sessions.begin() as session:
        found = letters.claim(session, here.clock.now() + timedelta(days=1))
    return [one.key for one in found if isinstance(one.key, MembershipChanged)]


async def test_it_ends_and_is_resumed(here: Office, kita: Guest, aoi: Guest) -> None:
    member = here.id_of(AOI)
    card = await kita.taps(OpenMember(member))
    assert END in labels(card)
    assert RESUME not in labels(card)
    asked = await kita.taps(AskMembership(member, True))
    assert labels(asked)[:-1] == list(JA.membership.reasons(ends=True))
    assert earns(here)
    done = await kita.taps(ChangeMembership(member, True, 0))
    assert JA.membership.done(ends=True) in done.text
    assert not earns(here)
    card = await kita.taps(OpenMember(member))
    assert "⚠️ 会員資格：" in card.text
    assert RESUME in labels(card)
    await kita.taps(AskMembership(member, False))
    done = await kita.says("会費の納入を確認しました")
    assert JA.membership.done(ends=False) in done.text
    assert earns(here)
    acts = [(one.act, one.why, one.member_id) for one in here.log if "membership" in one.act]
    assert acts == [
        ("resume_membership", "会費の納入を確認しました", member),
        ("end_membership", "退会の届出", member),
    ]
    assert [key.ends for key in queued(here)] == [True, False]


async def test_meanwhile_the_record_is_there_and_nothing_is_earned(here: Office, kita: Guest, aoi: Guest) -> None:
    await kita.taps(ChangeMembership(here.id_of(AOI), True, 1))
    for said in ("/start", "/credits"):
        assert "単位の取得ができません" in (await aoi.says(said)).text, said
    # the roster knows nothing of it, and does not resume it
    with here.sessions.begin() as session:
        members.put(session, here.sessions.cipher, AOI, here.clock.now())
    assert not earns(here)


async def test_done_twice_it_is_done_once(here: Office, kita: Guest) -> None:
    member = here.id_of(AOI)
    assert JA.membership.is_so(ends=False) in (await kita.taps(ChangeMembership(member, False, 0))).text
    await kita.taps(ChangeMembership(member, True, 0))
    for press in (ChangeMembership(member, True, 1), AskMembership(member, True)):
        assert JA.membership.is_so(ends=True) in (await kita.taps(press)).text
    assert len(queued(here)) == 1
    assert len([one for one in here.log if one.act == "end_membership"]) == 1


@pytest.mark.parametrize("ends", [True, False])
async def test_nobody_changes_the_own_membership(here: Office, kita: Guest, ends: bool) -> None:
    for press in (AskMembership(here.id_of(KITA), ends), ChangeMembership(here.id_of(KITA), ends, 0)):
        assert JA.membership.own() in (await kita.taps(press)).text
    assert earns(here, KITA)
    assert queued(here) == []


async def test_a_reason_that_is_none_changes_nothing(here: Office, kita: Guest) -> None:
    await kita.taps(AskMembership(here.id_of(SHIRO), True))
    assert JA.staff.bad_reason(200) in (await kita.says("あ")).text
    assert earns(here, SHIRO)
    assert JA.membership.done(ends=True) in (await kita.says("退会の届出を受けました")).text
    assert not earns(here, SHIRO)
