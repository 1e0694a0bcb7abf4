"""The chat page in the language of the browser that looks at it."""

import pytest
from playwright.async_api import Browser, expect

from bot.sandbox import Person
from tests.sandbox.page_scene import AOI, EMMA, KEN, Scene

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.parametrize(
    ("locale", "title", "go", "start", "role", "person"),
    [
        ("ja-JP", "単位 Tan'i のデモ", "チャットを開く", "はじめる", "会員", AOI),
        ("en-GB", "Tan'i (単位) demo", "Open the chat", "Start", "Member", EMMA),
        ("de-DE", "Tan'i (単位) demo", "Open the chat", "Start", "Member", EMMA),
    ],
)
async def test_the_frame_and_the_first_person_speak_the_language_of_the_browser(
    scene: Scene, browser: Browser, locale: str, title: str, go: str, start: str, role: str, person: Person
) -> None:
    context = await browser.new_context(viewport={"width": 390, "height": 844}, locale=locale)
    page = await context.new_page()
    await page.goto(scene.origin)
    await page.get_by_role("dialog", name=title).get_by_role("button", name=go).click()
    await expect(page.locator("#who .name")).to_have_text(person.first_name)
    await expect(page.locator("#who .role")).to_have_text(role)
    await page.evaluate(f"location.hash = 'person={KEN.id}'")
    await expect(page.locator("#who .name")).to_have_text(KEN.first_name)
    await expect(page.get_by_role("button", name=start, exact=True)).to_be_visible()
    assert await page.evaluate("document.documentElement.lang") == locale[:2].replace("de", "en")
    await context.close()
