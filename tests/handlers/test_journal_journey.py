"""The journal by phone: answered, submitted, awaited, told."""

from datetime import UTC, datetime, timedelta

from tests.phone import Phone
from tests.stage import Stage, logged_in

KEY = ("2", "3", "15", "4", "1")  # of the sample issue of November; its third question has two right answers
LAST_MORNING = datetime(2026, 11, 23, 23, 0, tzinfo=UTC)
THREE_DAYS_BEFORE = datetime(2026, 12, 21, 23, 0, tzinfo=UTC)
"""The issue of December closes on the 25th."""
TOLD = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
AFTER_QUIET = datetime(2026, 11, 24, 23, 0, tzinfo=UTC)


async def answers(phone: Phone, marks: tuple[str, ...] = KEY) -> None:
    for number, choices in enumerate(marks, start=1):
        for choice in choices:
            await phone.taps(choice)
        if number < len(KEY):
            await phone.taps(f"問{number + 1} ›")


async def test_an_issue_from_the_list_to_the_credit(stage: Stage, aoi: Phone) -> None:
    assert "2026年11月号　人生の最終段階における医療とケア（CC 81・1単位）" in await aoi.says("/journal")
    assert aoi.sees.index("2026年11月号") < aoi.sees.index("2026年12月号") < aoi.sees.index("2026年10月号")
    assert "⬜ 未解答　締切 11月24日（火）" in aoi.sees
    assert "2026年11月 特別号　地域で支える健康\n問題はありません" in aoi.sees
    assert "5問中3問以上（60%）の正解で合格" in await aoi.taps("2026年11月号")
    await aoi.taps("解答する")
    await answers(aoi)
    await aoi.taps("解答を確認する")
    assert "問3：1・5" in aoi.sees
    await aoi.taps("提出に進む")
    assert "結果は解答公表後（11月25日（水）以降）に表示されます。" in aoi.sees
    await aoi.taps("提出する")
    assert "解答を提出しました" in aoi.sees
    assert "✅ 提出済　結果は11月25日（水）以降" in aoi.sees
    assert "11月22日（日）10:00" in aoi.sees
    assert "問正解" not in aoi.sees

    await stage.until(TOLD.replace(hour=14, minute=59, second=59))
    assert "提出済" in await aoi.says("/journal 2026-11")
    assert "81" not in await aoi.says("/credits")
    await stage.until(TOLD)
    await stage.until(AFTER_QUIET)
    assert "合格です　日医雑誌 2026年11月号\n5問中5問正解（100%・合格は60%）" in aoi.text(aoi.last)
    assert "終末期のケア（CC 81）の1単位を取得しました。" in aoi.text(aoi.last)
    assert "2026年11月22日（日）付、2026年度の単位です。" in aoi.text(aoi.last)
    await aoi.taps("解答・解説を見る")
    assert "正解：2　あなたの解答：2" in aoi.sees
    await aoi.taps("問2 ›")
    assert "正解：3" in aoi.sees
    assert "✅ 合格　5問中5問正解　1単位取得済" in await aoi.taps("戻る")
    assert "日医雑誌 問題解答 1単位\n取得したCC　81" in await aoi.says("/credits")
    assert "記載できる単位はありません" in await aoi.says("/certificate 2026/4/1-2026/11/25")


async def begins(phone: Phone, month: str) -> None:
    await phone.says(f"/journal {month}")
    await phone.taps("解答する")
    await phone.taps("2")
    assert "まだ提出されていません" in await phone.taps("中断する")


async def test_what_is_not_submitted_is_remembered_once(stage: Stage, aoi: Phone) -> None:
    await begins(aoi, "2026-12")
    before = len(aoi.messages)
    await stage.until(THREE_DAYS_BEFORE - timedelta(seconds=1))
    assert len(aoi.messages) == before
    await stage.until(THREE_DAYS_BEFORE)
    assert "日医雑誌 2026年12月号の解答は提出されていません" in aoi.text(aoi.last)
    assert "5問中1問の解答を保存しています。締切は12月25日（金）です。" in aoi.text(aoi.last)
    await stage.until(THREE_DAYS_BEFORE + timedelta(days=3))
    assert len(aoi.messages) == before + 1
    assert "問2 / 5" in await aoi.taps("続きを解答する")


async def test_what_is_not_submitted_is_lost_at_the_deadline(stage: Stage, aoi: Phone) -> None:
    await begins(aoi, "2026-11")
    before = len(aoi.messages)
    await stage.until(LAST_MORNING)
    assert len(aoi.messages) == before, "who begins in the last three days is not reminded"
    await aoi.says("/journal 2026-11")
    await aoi.taps("続きを解答する")
    await stage.until(TOLD.replace(hour=14, minute=59, second=59))
    assert "問2の解答 3 を保存しました。" in await aoi.taps("3")
    await stage.until(TOLD)
    assert "この号は11月24日（火）23:59に締め切りました。" in await aoi.taps("4")
    assert "受付終了　解答は提出されませんでした" in await aoi.says("/journal 2026-11")
    before = len(aoi.messages)
    await stage.until(AFTER_QUIET)
    assert len(aoi.messages) == before, "no result comes of what was not submitted"
    assert "正解：2　あなたの解答：2" in await aoi.taps("解答・解説を見る")


async def test_a_postcard_is_an_answer(stage: Stage) -> None:
    """緑川 真理 and 黒田 健二 have sent one for October: four right, and two."""
    told = datetime(2026, 11, 23, 23, 0, tzinfo=UTC)
    passed, failed = await logged_in(stage, 4), await logged_in(stage, 5)
    assert "ハガキの解答を受け付けました（10月20日（火）着）。" in await passed.says("/journal 2026-10")
    await stage.until(told)
    assert "合格です　日医雑誌 2026年10月号\n5問中4問正解" in passed.text(passed.last)
    assert "合格基準に達しませんでした　日医雑誌 2026年10月号\n5問中2問正解（40%・合格は60%）" in failed.text(
        failed.last
    )
