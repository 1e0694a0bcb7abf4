"""From the first screen to a course and back, by phone through the real application."""

from tests.phone import Phone
from tests.stage import Stage

NO_COURSES = (
    "CC 77「骨粗鬆症」には、現在コンテンツがありません。"
    "記録に変更はありません。/courses からほかのコードをお選びください。"
)


async def test_from_the_codes_to_a_card_and_back(aoi: Phone) -> None:
    await aoi.says("/courses")
    assert "生涯教育講座・協力講座　" in aoi.sees
    await aoi.taps("全単位・CC")
    await aoi.taps("72～83")
    await aoi.taps("74 高血圧症")
    assert "🔒 テストは、あと5章の受講で受けられます。" in aoi.sees
    assert "/watch" in aoi.link("▶ 第1章を見る")
    first = aoi.last["message_id"]
    await aoi.taps("コードを見る")
    await aoi.taps("‹ 戻る")
    assert aoi.last["message_id"] == first
    assert "講座を探す" in aoi.buttons


async def test_a_text_finds_a_course_and_a_year_without_credits_says_so(aoi: Phone) -> None:
    await aoi.says("がいどらいん")
    assert "第2章 高血圧管理・治療ガイドライン2025" in aoi.sees
    await aoi.taps("取得単位")
    assert "2026年度に取得した単位は、まだありません。" in aoi.sees


async def test_a_code_without_content_can_not_be_opened(aoi: Phone) -> None:
    await aoi.says("/courses 77")
    assert aoi.sees == NO_COURSES
    await aoi.says("/courses")
    before = aoi.text(aoi.last)
    await aoi.presses(aoi.last["message_id"], "bo:77:1:all")
    assert aoi.toast == NO_COURSES
    assert aoi.text(aoi.last) == before


async def test_all_text_from_a_stranger_asks_him_to_log_in(stage: Stage) -> None:
    stranger = stage.phone(2)
    for said in ("高血圧", "/courses", "/search 高血圧", "/credits"):
        await stranger.says(said)
        assert (
            stranger.sees == "この操作にはログインが必要です。記録に変更はありません。/login からログインしてください。"
        )
        assert stranger.buttons[0] == "ログインする"
