"""Logging in by phone: the real application, and a chat in which no password stays."""

from datetime import timedelta

import pytest

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


@pytest.mark.parametrize("typed", [PASSWORD, "720203", "１９７２０２０４", "tokyo", "さくら満開の丘へ"])
async def test_nor_one_typed_in_place_of_the_id(stage: Stage, typed: str) -> None:
    phone = stage.phone(1)
    await phone.says("/login")
    await phone.taps("同意してログインする")
    await phone.says(typed)
    assert said(phone) == ["/login"]
    assert typed not in phone.sees


@pytest.mark.parametrize("typed", [f"/login 1000000001 {PASSWORD}", "/login 720204", PASSWORD])
async def test_nor_one_typed_by_a_stranger(stage: Stage, typed: str) -> None:
    phone = stage.phone(1)
    await phone.says("/start")
    await phone.says(typed)
    assert said(phone) == ["/start"]
    assert PASSWORD not in phone.sees


async def test_nor_one_typed_while_another_is_checked_or_after_the_time_is_over(stage: Stage) -> None:
    phone = stage.phone(1)
    await comes_to_password(phone)
    await phone.says("720204")
    stage.clock.jump(stage.clock.now() + timedelta(minutes=10))
    await phone.says(PASSWORD)
    assert "終了しました" in phone.sees
    await phone.says("another-river-99")
    assert said(phone) == ["/login", "1000000001"]


async def test_what_a_member_searches_for_stays(aoi: Phone) -> None:
    await aoi.says("COVID-19-2026")
    assert said(aoi)[-1] == "COVID-19-2026"


async def test_a_password_that_could_not_be_deleted_is_deleted_later(stage: Stage) -> None:
    phone = stage.phone(1)
    await comes_to_password(phone)
    stage.world.fault("deleteMessage", "500", times=4)
    await phone.says("720204")
    assert "720204" in said(phone)
    assert "削除できませんでした" in phone.sees
    assert await stage.app.intake.deleting.step() == 1
    assert said(phone) == ["/login", "1000000001"]
    assert await stage.app.intake.deleting.step() == 0


@pytest.mark.parametrize(("hours", "tried"), [(47.99, 1), (48, 0)])
async def test_it_is_tried_as_long_as_telegram_allows_it(stage: Stage, hours: float, tried: int) -> None:
    phone = stage.phone(1)
    await comes_to_password(phone)
    stage.world.fault("deleteMessage", "500", times=4)
    await phone.says("720204")
    stage.clock.jump(stage.clock.now() + timedelta(hours=hours))
    assert await stage.app.intake.deleting.step() == tried
    assert await stage.app.intake.deleting.step() == 0


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
    assert "neither run nor made by the Japan Medical Association" in await phone.says("/start")
    await phone.taps("Not a member?")
    assert "members of the Japan Medical Association only" in phone.sees
    await phone.taps("‹ Back")
    await phone.taps("Settings")
    await phone.taps("日本語")
    assert phone.toast == "日本語に変更しました。"
    await phone.taps("ログイン")
    await phone.taps("同意しない")
    assert "ログインしていません" in phone.sees


async def test_a_failed_try_changes_the_screen_that_asked(stage: Stage) -> None:
    phone = stage.phone(1)
    await comes_to_password(phone)
    asked = phone.last["message_id"]
    for _ in range(2):
        stage.clock.jump(stage.clock.now() + timedelta(seconds=2))
        await phone.says("000000")
        assert phone.last["message_id"] == asked
        assert "ログインできませんでした\nユーザーID　1000000001（" in phone.sees
