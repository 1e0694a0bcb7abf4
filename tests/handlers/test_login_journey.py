"""Logging in by phone: the real application, and a chat in which no password stays."""

from tests.phone import Phone
from tests.stage import PASSWORD, Stage


def said(phone: Phone) -> list[str]:
    """What of the person's own messages is still in the chat."""
    return [phone.text(message) for message in phone.messages if not message["from"]["is_bot"]]


async def comes_to_password(phone: Phone) -> None:
    await phone.says("/login")
    await phone.taps("同意してログインする")
    await phone.says("1000000001")


async def test_no_password_stays_in_the_chat_right_wrong_or_refused(stage: Stage) -> None:
    phone = stage.phone(1)
    await comes_to_password(phone)
    for password in ("000000", "720204", "19720204", "password", PASSWORD):
        await phone.says(password)
    assert "ログインしました" in phone.sees
    assert said(phone) == ["/login", "1000000001"]


async def test_nor_one_that_came_too_early(stage: Stage) -> None:
    phone = stage.phone(1)
    await comes_to_password(phone)
    for _ in range(5):
        await phone.says("000000")
    assert "あと1分" in phone.sees
    await phone.says("720204")
    assert "あと1分" in phone.sees
    assert said(phone) == ["/login", "1000000001"]


async def test_the_former_chat_is_told(stage: Stage, aoi: Phone) -> None:
    other = stage.phone(2)
    await comes_to_password(other)
    await other.says(PASSWORD)
    assert "青井 遥 様" in other.sees
    assert "このチャットのログインを終了しました" in aoi.text(aoi.last)
    await aoi.says("/credits")
    assert "ログインが必要です" in aoi.sees


async def test_from_the_greeting_by_buttons_alone(stage: Stage) -> None:
    phone = stage.phone(7)
    assert "not made by the association" in await phone.says("/start")
    await phone.taps("Not a member?")
    assert "members of the Japan Medical Association only" in phone.sees
    await phone.taps("‹ Back")
    await phone.taps("Settings")
    await phone.taps("日本語")
    assert phone.toast == "日本語に変更しました。"
    await phone.taps("ログイン")
    await phone.taps("同意しない")
    assert "ログインしていません" in phone.sees
