"""From the QR code in the printed journal to a chapter that plays, in the demo and a real browser."""

import re
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from bot.demo.living import living
from tests.browser import telephone
from tests.chatting import Chatting
from tests.patience import LONGEST_MS

pytestmark = pytest.mark.asyncio(loop_scope="session")

CARD = "高血圧（CC 74・1単位）"


@pytest_asyncio.fixture(loop_scope="session")
async def chat(browser: Browser, tmp_path: Path) -> AsyncIterator[Chatting]:
    """The demo, and its chat page on a telephone."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    async with living(tmp_path, port) as address, telephone(browser) as context:
        yield Chatting(await context.new_page(), address, "printed_link")


async def test_from_a_printed_link_to_a_chapter_that_plays(chat: Chatting) -> None:
    """The QR code of the journal holds what is followed here. The course is read before the log-in, and is there after
    it.
    """
    await chat.follows("c_hypertension")
    await chat.sees(CARD, "第5章", "ログインすると、この画面が開きます")
    await expect(chat.button("▶ 第1章を見る")).to_have_count(0)
    await chat.keeps("public")
    await chat.taps("ログインする")
    await chat.taps("同意してログインする")
    for said, answer in (("1000000001", "パスワードを入力してください"), ("720204", "新しいパスワードの設定")):
        await chat.says(said)
        await chat.sees(answer)
    await chat.says("sakura-michi-7")
    await expect(chat.messages("ログインしました")).to_be_visible(timeout=LONGEST_MS)
    await chat.sees(CARD, "⬜ 第1章")
    await chat.keeps("card")
    watch = await chat.opens("▶ 第1章を見る")
    await watch.locator("#player").press("Space")
    await expect(watch.locator("#player")).to_have_js_property("paused", value=False, timeout=LONGEST_MS)
    await expect(watch.locator("#progress")).to_contain_text(re.compile("視聴済 [1-9]"), timeout=LONGEST_MS)
