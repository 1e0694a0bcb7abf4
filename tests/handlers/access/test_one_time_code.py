"""A one-time code in the chat of staff: it stands there for a minute, and not once it is used or void."""

from datetime import timedelta

import pytest

from tests.phone import Phone
from tests.stage import Stage, logged_in

MINUTE = timedelta(minutes=1)


async def gives(stage: Stage, number: str) -> tuple[Phone, str]:
    """The phone of staff, and the code that it shows."""
    desk = await logged_in(stage, 9)
    await desk.says(f"/find {number}")
    await desk.taps("1回限りのコード")
    await desk.taps("窓口で本人を確認")
    return desk, desk.sees.splitlines()[1]


def shows(desk: Phone, code: str) -> bool:
    return code in " ".join(desk.text(one) for one in desk.messages) or code.replace(" ", "") in str(desk.messages)


async def test_it_is_hidden_after_a_minute(stage: Stage) -> None:
    desk, code = await gives(stage, "1000000005")
    before = len(desk.messages)
    await stage.until(stage.clock.now() + MINUTE - timedelta(seconds=1))
    assert shows(desk, code)
    await stage.until(stage.clock.now() + timedelta(seconds=1))
    assert not shows(desk, code)
    assert "コードの表示を終えました" in desk.text(desk.last)
    assert len(desk.messages) == before, "the message is edited"
    await stage.until(stage.clock.now() + timedelta(hours=24))
    assert "このコードは使えません" in desk.text(desk.last)


@pytest.mark.parametrize("void", [False, True])
async def test_it_is_hidden_when_it_is_used_or_void(void: bool, stage: Stage) -> None:
    if void:
        kuro = await logged_in(stage, 5)
        await stage.settled()
    desk, code = await gives(stage, "1000000005")
    if void:
        await kuro.waits()
        assert "1回限りのコードが発行されました" in kuro.text(kuro.last)
        await kuro.taps("心当たりがない")
        assert "コードを無効にしました" in kuro.text(kuro.last)
    else:
        phone = stage.phone(5)
        for said in ("/login", "1000000005", code, "another-river-99"):
            await phone.says(said)
            if said == "/login":
                await phone.taps("同意")
        assert "ログインしました" in phone.sees
    await stage.settled()
    assert not shows(desk, code)
    assert "このコードは使えません" in desk.text(desk.last)


async def test_a_chat_that_has_moved_on_is_left_alone(stage: Stage) -> None:
    desk, code = await gives(stage, "1000000005")
    await desk.taps("会員の情報を見る")
    assert not shows(desk, code)
    before = [desk.text(one) for one in desk.messages]
    await stage.until(stage.clock.now() + MINUTE)
    assert [desk.text(one) for one in desk.messages] == before
