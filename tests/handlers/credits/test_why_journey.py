"""/why by phone: a member follows one credit from the first tap to the certificate that will never show it."""

from datetime import UTC, datetime

from tests.handlers.test_journal_journey import KEY, TOLD, answers
from tests.phone import Phone
from tests.stage import Stage

MORNING = datetime(2026, 11, 24, 23, 0, tzinfo=UTC)


async def test_a_credit_of_the_journal_from_nothing_to_the_sum(stage: Stage, aoi: Phone) -> None:
    assert "在宅医療における多職種連携：退室の登録待ち" in await aoi.says("/why")
    assert "まだ解答していません" in await aoi.says("2026-11")
    await aoi.taps("この号の画面を見る")
    await aoi.taps("解答する")
    await answers(aoi, KEY)
    assert "1　日医雑誌 2026年11月号　人生の最終段階における医療とケア：未提出" in await aoi.says("/why")
    await aoi.taps("1 日医雑誌")
    await aoi.taps("この号の画面を見る")
    await aoi.taps("続きを解答する")
    for label in ("解答を確認する", "提出に進む", "提出する"):
        await aoi.taps(label)
    assert "解答がまだ公表されていません" in await aoi.says("/why 2026-11")
    assert "問正解" not in aoi.sees
    await stage.until(TOLD)
    assert "証明書の対象外" not in await aoi.says("/why")
    told = await aoi.says("/why 2026-11")
    assert "2026年11月22日（日）に取得済です。" in told
    assert "1単位と1コード（CC 81）が含まれています。" in told
    assert "日医雑誌 問題解答の単位は、受講証明書の発行対象外です。" in told
    await stage.until(MORNING)
    await aoi.says("/credits")
    await aoi.taps("60の内訳を見る")
    assert "1単位 ＋ 1コード ＝ 2" in aoi.sees
    await aoi.taps("1 見本")
    assert "2026年度の合計に含まれています。" in aoi.sees
