"""By phone: what is typed without a command does what it says."""

from datetime import timedelta

from tests.handlers.trainings.test_checkin_journey import shown
from tests.phone import Phone
from tests.stage import Stage

CODE = "K7MP3XQ2"


def own(phone: Phone) -> list[str]:
    """What stands in the chat of what the person wrote."""
    return [phone.text(message) for message in phone.messages if not message["from"]["is_bot"]]


async def test_commands_in_plain_words(stage: Stage, aoi: Phone) -> None:
    for text, seen in (
        ("取得単位", "2026年度"),
        ("受講証明書", "受講証明書"),
        ("Help", "使い方"),
        ("高血圧 単位", "CC 74 高血圧症"),
        ("パスワードを忘れました", "ユーザーIDやパスワードが分かりません"),
        ("先月の証明書", "2026年10月1日"),
    ):
        assert seen in await aoi.says(text), text
    await aoi.says("/checkin")
    assert "使い方" in await aoi.says("ヘルプ")
    assert "検索" in await aoi.says("K7MP3XQ")
    assert "ログアウト" in await aoi.says("ログアウト")


async def test_a_code_counts_wherever_it_is_typed(stage: Stage, aoi: Phone) -> None:
    await aoi.says("/why")
    code = (await shown(stage))["code"]
    assert "入室を記録しました" in await aoi.says(code.lower())
    assert own(aoi)[-1] == code.lower()
    await aoi.says("/declare")
    await aoi.taps("新しく申告する")
    await aoi.taps("日本医学会分科会の学会")
    await stage.until(stage.clock.now() + timedelta(minutes=60))
    code = (await shown(stage))["code"]
    assert "退室を記録しました" in await aoi.says(code)


async def test_without_a_training_its_form_is_that_of_a_password(stage: Stage, aoi: Phone) -> None:
    await aoi.says("糖尿病")
    said = await aoi.says(CODE)
    assert "削除しました" in said
    assert CODE not in said
    assert CODE not in own(aoi)
    assert "検索" in await aoi.says("headache")  # letters alone are a word


async def test_a_bare_id_begins_the_login(stage: Stage) -> None:
    ken = stage.phone(2)
    assert "個人情報" in await ken.says("1000000002")
    await ken.taps("同意")
    assert "パスワードを入力してください" in ken.sees
    await ken.says("/start")
    assert "パスワードを入力してください" in await ken.says("１０００-０００-００２")
    assert "使い方" in await ken.says("ヘルプ")
    await ken.says("1000000002")
    said = await ken.says("certificate")  # while a password is awaited, it may be that
    assert "certificate" not in own(ken)
    assert "ログインできませんでした" in said
