"""The line of the chat page in which a message is written: nothing of what was written is lost."""

import asyncio

import pytest
from playwright.async_api import FilePayload, Route, expect

from tests.sandbox.page_scene import AOI, PDF, Scene, box

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_enter_sends_but_not_while_a_word_is_converted(scene: Scene) -> None:
    await scene.opens()
    text = scene.page.locator("textarea")
    low = (await box(text))["height"]
    await text.fill("こう")
    await text.evaluate(
        "e => e.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true}))"
    )
    await text.press("Shift+Enter")
    await text.press_sequentially("けつあつ")
    assert (await box(text))["height"] > low
    await text.press("Enter")
    await scene.sees("受信：こう\nけつあつ")
    await expect(text).to_have_value("")


async def test_what_was_not_sent_is_kept(scene: Scene) -> None:
    await scene.opens()
    await scene.page.route("**/text", lambda route: route.abort())
    await scene.says("大切な文")
    await expect(scene.page.locator("#toast.up")).to_contain_text("残しています")
    await expect(scene.page.locator("textarea")).to_have_value("大切な文")


async def test_what_is_written_before_the_page_is_ready_is_kept(scene: Scene) -> None:
    ready = asyncio.Event()

    async def slowly(route: Route) -> None:
        await ready.wait()
        await route.continue_()

    await scene.page.route("**/sandbox/people", slowly)
    await scene.page.goto(f"{scene.origin}/#person={AOI.id}")
    await scene.says("早すぎた文")
    await expect(scene.button("コマンド一覧")).to_be_hidden()
    ready.set()
    await expect(scene.button("コマンド一覧")).to_be_visible()
    await expect(scene.page.locator("textarea")).to_have_value("早すぎた文")
    await scene.page.locator("textarea").press("Enter")
    await scene.sees("受信：早すぎた文")


async def test_a_file_goes_with_its_words(scene: Scene) -> None:
    await scene.opens()
    file: FilePayload = {"name": "写し.pdf", "mimeType": "application/pdf", "buffer": PDF}
    await scene.page.locator("#file").set_input_files(file)
    await scene.says("添え書き")
    await expect(scene.page.get_by_role("link", name="写し.pdf")).to_be_visible()
    (sent,) = scene.sandbox.world.messages(AOI.id)
    assert (sent["document"]["file_name"], sent["caption"]) == ("写し.pdf", "添え書き")
    assert scene.sandbox.world.file(sent["document"]["file_id"]) == PDF
