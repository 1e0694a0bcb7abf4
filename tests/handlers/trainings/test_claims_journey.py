"""A late claim by phone: a member says that he was there, staff decide, and he is told what came of it."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.demo.trainings import register
from content.rules import begins, day_of
from storage.engine.base import cipher_of
from storage.people import members
from storage.staff import roles
from storage.tables import LateClaim
from storage.trainings import claims as open_claims
from tests.phone import Phone
from tests.stage import Stage, logged_in

SAID = "スマートフォンの電池が切れ、受付で記名しました"
INFECTION = "診療所でできる感染対策の基本"
IN_ENGLISH = "Basics of infection control in the clinic"
ONE_TAKEN, NIGHT = datetime(2026, 11, 22, 4, 0, tzinfo=UTC), datetime(2026, 11, 22, 12, 30, tzinfo=UTC)
MORNING = datetime(2026, 11, 22, 23, 0, tzinfo=UTC)


async def claims(phone: Phone, coming: str = "今後の研修会", missed: str = "出席確認を申請する") -> None:
    """Over the training's card, after its entrance has closed."""
    await phone.says("/trainings")
    await phone.taps(coming)
    await phone.taps(next(line[0] for line in phone.sees.splitlines() if INFECTION in line or IN_ENGLISH in line))
    await phone.taps(missed)
    await phone.says(SAID)


async def at_the_claim(stage: Stage, name: str) -> Phone:
    """The member of staff, before the card of this member's claim."""
    desk = stage.phone(11)
    await desk.says("/staff")
    if "申請・依頼などを見る" not in "".join(desk.buttons):
        desk = await logged_in(stage, 11)
        await desk.says("/staff")
    await desk.taps("申請・依頼などを見る")
    await desk.taps("出席確認の申請")
    place = next(line for line in desk.sees.splitlines() if name in line).split("　")[0]
    await desk.taps(place)
    return desk


@pytest.fixture
async def claimed(stage: Stage, aoi: Phone) -> Phone:
    """青井 has claimed, while the training is going on."""
    await stage.until(stage.clock.now() + timedelta(minutes=65))
    await claims(aoi)
    assert "結果はこのチャットでお知らせし" in aoi.sees
    return aoi


@pytest.mark.parametrize(("after", "taken"), [(timedelta(seconds=-1), True), (timedelta(), False)])
async def test_what_is_written_after_the_term_is_no_claim(
    stage: Stage, aoi: Phone, after: timedelta, taken: bool
) -> None:
    """The button was pressed in time, the words came late."""
    term = begins(day_of(stage.clock.now()) + timedelta(days=8))
    await stage.until(stage.clock.now() + timedelta(minutes=65))
    await aoi.says("/trainings")
    await aoi.taps("今後の研修会を見る")
    await aoi.taps(next(line[0] for line in aoi.sees.splitlines() if INFECTION in line))
    await stage.until(term - timedelta(minutes=5))
    await aoi.taps("出席確認を申請する")
    await stage.until(term + after)
    assert ("結果はこのチャットでお知らせし" in await aoi.says(SAID)) is taken
    with stage.app.sessions.reading() as session:
        claimed = session.execute(select(LateClaim.note)).scalars().all()
    assert (SAID in claimed) is taken


async def test_accepted_it_waits_for_the_organiser_and_becomes_a_credit(stage: Stage, claimed: Phone) -> None:
    desk = await at_the_claim(stage, "青井 遥")
    assert SAID in desk.sees
    await desk.taps("認める")
    await desk.taps("主催者の名簿で確認")
    assert "✅ 認めました" in desk.sees
    await claimed.waits()
    letter = claimed.text(claimed.last)
    assert letter.startswith("出席確認の申請が認められました")
    assert "主催者（見本市医師会）が出席を登録すると、CC 8の1単位が付与されます" in letter
    await claimed.says("/trainings")
    assert "退室済" in claimed.sees or "主催者の登録待ち" in claimed.sees
    await stage.until(ONE_TAKEN)
    with stage.app.sessions.begin() as session:
        register(session, stage.clock.now())
    await claimed.waits()
    assert "研修会の単位が付与されました" in claimed.text(claimed.last)
    await claimed.says("/credits")
    assert "1単位" in claimed.sees


async def test_accepted_after_the_organiser_it_is_a_credit_at_once(stage: Stage, claimed: Phone) -> None:
    await stage.until(ONE_TAKEN)
    with stage.app.sessions.begin() as session:
        register(session, stage.clock.now())
    desk = await at_the_claim(stage, "青井 遥")
    await desk.taps("認める")
    await desk.says("主催者に電話で確認")
    assert "付与し、会員にお知らせします" in desk.sees
    await claimed.waits()
    letter = claimed.text(claimed.last)
    assert letter.startswith("出席確認の申請が認められました")
    assert "CC 8の1単位が付与されました" in letter
    await claimed.taps("研修会の画面を見る")
    assert "登録済（1単位）" in claimed.sees


async def test_refused_at_night_the_letter_waits_for_the_morning(stage: Stage, claimed: Phone) -> None:
    await stage.until(NIGHT)
    desk = await at_the_claim(stage, "青井 遥")
    await desk.taps("認めない")
    await desk.says("名簿にお名前がありませんでした")
    assert "認めないと記録しました" in desk.sees
    before = len(claimed.messages)
    await stage.until(MORNING - timedelta(seconds=1))
    assert len(claimed.messages) == before
    await stage.until(MORNING)
    letter = claimed.text(claimed.last)
    assert letter.startswith("出席確認の申請は認められませんでした")
    assert "理由：名簿にお名前がありませんでした" in letter
    assert "主催者（見本市医師会）にお問い合わせください" in letter
    await claimed.says("/trainings")
    assert "出席を確認できず" in claimed.sees


async def test_the_demo_has_a_claim_to_decide(stage: Stage) -> None:
    claimant = await logged_in(stage, 3)
    desk = await at_the_claim(stage, "葛")
    assert "受付で名簿に記名しました" in desk.sees
    assert "待ち時間 6日" in desk.sees
    assert "ほかの出席者は登録済" in desk.sees
    await desk.taps("認める")
    await desk.taps("主催者に問い合わせて確認")
    await claimant.waits()
    assert "CC 29の1.5単位が付与されました" in claimant.text(claimant.last)
    await claimant.says("/credits")
    assert "1.5単位" in claimant.sees


async def test_a_letter_in_english(stage: Stage) -> None:
    emma = stage.phone(7)
    await emma.says("/login")
    await emma.taps("Accept")
    for text in ("1000000007", "830908", "sakura-no-ki-8"):
        await emma.says(text)
    await stage.until(stage.clock.now() + timedelta(minutes=65))
    await claims(emma, "See upcoming trainings", "Claim attendance")
    assert "The result will come to this chat" in emma.sees
    desk = await at_the_claim(stage, "Emma")
    await desk.taps("認める")
    await desk.taps("受付の記録で確認")
    await emma.waits()
    assert emma.text(emma.last).startswith("Your attendance was confirmed")


async def test_a_members_forged_buttons_do_not_exist(stage: Stage, claimed: Phone) -> None:
    await claimed.presses(int(claimed.last["message_id"]), "nothing:of:ours")
    unknown = claimed.toast
    with stage.app.sessions.begin() as session:
        (claim,) = open_claims.of_member(session, _id_of(session, "1000000001"))
    for forged in ("xq", "xl:1", f"xc:{claim}:1", f"xa:{claim}:1:1", f"xj:{claim}:1:1:0", f"xz:{claim}:1"):
        await claimed.presses(int(claimed.last["message_id"]), forged)
        assert claimed.toast == unknown
    await claimed.says("/trainings")
    assert "申請を確認中" in claimed.sees


async def test_two_phones_of_staff_at_once(stage: Stage, claimed: Phone) -> None:
    """One accepts, the other refuses, at the same moment: one decision, one letter."""
    first = await at_the_claim(stage, "青井 遥")
    second = await logged_in(stage, 5)
    with stage.app.sessions.begin() as session:
        roles.grant(session, _id_of(session, "1000000005"), "officer", stage.clock.now())
        (claim,) = open_claims.of_member(session, _id_of(session, "1000000001"))
    before = len(claimed.messages)
    stage.world.press(first.person.id, int(first.last["message_id"]), f"xj:{claim}:1:1:0")
    stage.world.press(second.person.id, int(second.last["message_id"]), f"xj:{claim}:1:0:0")
    await stage.settled()
    seen = [phone.text(phone.last) for phone in (first, second)]
    assert sorted("すでに判断されています" in text for text in seen) == [False, True]
    assert len(claimed.messages) == before + 1


def _id_of(session: Session, member_no: str) -> int:
    return members.account(session, cipher_of(session.get_bind().dialect), member_no, member_no=True, mamis_id=False).id
