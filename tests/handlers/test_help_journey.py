"""Help by phone: from the first screen to an answer, to what it speaks of, and back."""

from datetime import timedelta

from tests.operators import WHOLE
from tests.phone import Phone
from tests.stage import Stage


async def test_a_stranger_asks_and_finds_the_login(stage: Stage) -> None:
    phone = stage.phone(10)
    await phone.says("/start")
    assert "使い方" in await phone.taps("使い方")
    assert "720204" in await phone.taps("ログイン")
    assert "MAMIS ID" in await phone.taps("›")
    assert phone.link("ログインについて") == "https://www.med.or.jp/cme/"
    assert "項目" in await phone.taps("‹ 戻る")


async def test_a_member_goes_from_an_answer_to_the_certificate(aoi: Phone) -> None:
    assert "受講当日は発行できません" in await aoi.says("/help 証明書")
    assert "大阪府医師会" in await aoi.taps("›")
    assert "用途をお選びください" in await aoi.taps("証明書を発行")


async def test_the_demo_announces_its_sample(aoi: Phone, stage: Stage) -> None:
    sample = "⚠️ 見本　MAMIS　11月27日（金）22:00～11月28日（土）6:00 メンテナンスの予定です。"
    assert sample in await aoi.says("/help")
    assert "実際の予定ではありません" in await aoi.taps("メンテナンス")
    assert "メンテナンス" not in await aoi.says("/start")
    stage.clock.jump(stage.clock.now() + timedelta(days=3))
    assert sample in await aoi.says("/start")


async def test_both_phone_numbers_can_be_copied(aoi: Phone) -> None:
    await aoi.says("/help")
    assert "次の受付は11月24日（火）10:00から" in await aoi.taps("お問い合わせ")
    rows = aoi.last["reply_markup"]["inline_keyboard"]
    copied = [button["copy_text"]["text"] for row in rows for button in row if "copy_text" in button]
    assert copied == [WHOLE.help_desk.phone, "0120-110-030"]
