"""The chat page for every eye and hand: large text, a small screen, turned, dark, and by keyboard alone."""

import pytest
from playwright.async_api import expect

from tests.browser import for_every_eye
from tests.sandbox.page_scene import AOI, Scene

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def filled(scene: Scene) -> None:
    """A chat with all that a message may hold, and many buttons."""
    await scene.opens()
    await scene.begins()
    for said, seen in (("/rich", "𠮷"), ("/paper", "証明書.pdf"), ("/quiz", "問1")):
        await scene.says(said)
        await expect(scene.page.locator(".message:not(.mine)").last).to_contain_text(seen)
    long = "高血圧の診療ガイドラインと家庭血圧の測り方について"
    await scene.bot.call(
        "sendMessage",
        chat_id=AOI.id,
        text="✅ 第1章\n⬜ 第2章",
        reply_markup={"inline_keyboard": [[{"text": long, "callback_data": str(at)}] for at in range(12)]},
    )
    await expect(scene.button(long).last).to_be_visible()


async def test_nothing_keeps_anybody_out(scene: Scene) -> None:
    await filled(scene)
    await for_every_eye(scene.page, "chat")


async def test_messages_are_articles_with_their_sender(scene: Scene) -> None:
    await scene.opens()
    await scene.says("/quiz")
    await scene.sees("問1")
    articles = scene.page.get_by_role("log").get_by_role("article")
    await expect(articles).to_have_count(2)
    await expect(articles.first).to_contain_text("あなた: /quiz")


async def test_the_composer_is_reached_by_keyboard_past_all_buttons(scene: Scene) -> None:
    await filled(scene)
    await scene.page.reload()
    await expect(scene.page.get_by_role("article").last).to_be_visible()
    await scene.page.keyboard.press("Tab")
    await expect(scene.button("メッセージの入力へ")).to_be_focused()
    await scene.page.keyboard.press("Enter")
    await expect(scene.page.locator("#text")).to_be_focused()


async def test_esc_closes_the_player(scene: Scene) -> None:
    await scene.opens()
    await scene.says("/watch")
    await scene.button("視聴する").click()
    await expect(scene.page.locator("#overlay iframe")).to_be_visible()
    await scene.page.keyboard.press("Escape")
    await expect(scene.page.locator("#overlay")).to_be_hidden()
