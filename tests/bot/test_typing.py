"""Commands, codes and days as phones write them, said to the real application."""

import pytest

from tests.phone import Phone
from tests.stage import Stage

FOUND = "高血圧（CC 74・1単位）"


@pytest.mark.parametrize(
    "text",
    [
        "／search 高血圧",
        "/search\u3000高血圧",
        "/search\u00a0高血圧",
        "/search\n高血圧",
        "\u200b/ｓｅａｒｃｈ 「高血圧」",
        "／ＳＥＡＲＣＨ＠tani_test_bot 高\u200b血圧",
    ],
)
async def test_a_command_as_phones_write_it(aoi: Phone, text: str) -> None:
    assert FOUND in await aoi.says(text)


async def test_a_code_as_phones_write_it(aoi: Phone) -> None:
    """One of the right form that nobody shows is wrong, and not unreadable."""
    plainly = await aoi.says("/checkin K7MP3XQ2")
    for text in ("「Ｋ７ＭＰー３ＸＱ２」。", "k7mp\u200b・3xq2", "K7MP−3XQ2"):
        assert await aoi.says(text) == plainly


async def test_days_as_phones_write_them(aoi: Phone) -> None:
    plainly = await aoi.says("/certificate 2026/4/1-2026/9/30")
    for text in (
        "／certificate　2026年4月1日（水）〜2026年9月30日（水曜日）。",
        "/certificate\n令和8年4月1日から令和8年9月30日",
    ):
        assert await aoi.says(text) == plainly


async def test_an_issue_as_phones_write_it(aoi: Phone) -> None:
    plainly = await aoi.says("/journal 2026-11")
    assert await aoi.says("／journal　2026年11月号") == await aoi.says("/journal 2026ー11") == plainly


async def test_a_login_id_as_phones_write_it(stage: Stage) -> None:
    phone = stage.phone(2)
    login = phone.person.hints[0].split(" ")[-1]
    await phone.says("／login")
    await phone.taps("同意")
    plainly = await phone.says(login)
    await phone.says("/login")
    assert await phone.says(f"「{login}」。") == plainly


async def test_what_is_no_command_of_ours_is_searched_for(aoi: Phone) -> None:
    assert FOUND in await aoi.says("／高血圧")


async def test_a_password_that_begins_with_a_wide_slash_is_deleted_as_any_other(stage: Stage) -> None:
    """It is no command of ours, so it is heard as the password that is asked for."""
    phone = stage.phone(2)
    await phone.says("/login")
    await phone.taps("同意")
    await phone.says(phone.person.hints[0].split(" ")[-1])
    await phone.says("／himitsu-no-kotoba")
    assert "himitsu" not in "".join(str(message) for message in phone.messages)
