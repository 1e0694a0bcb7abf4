"""The page with the file of letters in a real browser: for every eye, by keyboard, and by a hand that taps twice."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, Request, expect

from tests.bot.pages.test_letters_page import ordered
from tests.browser import for_every_eye, telephone
from tests.conftest import NOW, WRITTEN_KEY
from tests.stage import Stage, served

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(loop_scope="session")
async def stage(sqlite_furnished: Path, tmp_path: Path) -> AsyncIterator[Stage]:
    """The application with its pages on a port."""
    database = shutil.copy(sqlite_furnished, tmp_path / "tani.sqlite")
    async with served(f"sqlite:///{database}", now=NOW, data_key=WRITTEN_KEY) as opened_stage:
        yield opened_stage


@pytest.fixture
def given(stage: Stage) -> tuple[str, str]:
    """The whole address and the number of a batch for all."""
    path, pin = ordered(stage)
    return f"{stage.app.links.public_url}{path}", pin


def other(pin: str) -> str:
    return "000000" if pin != "000000" else "111111"


async def content(page: Page, act: str) -> str:
    """What is downloaded after this key."""
    async with page.expect_download() as waiting:
        await page.keyboard.press(act)
    download = await waiting.value
    assert download.suggested_filename == "letters-1.csv"
    return Path(await download.path()).read_text("utf-8-sig")


async def test_by_keyboard_for_every_eye(given: tuple[str, str], browser: Browser) -> None:
    address, pin = given
    async with telephone(browser) as hand:
        page = await hand.new_page()
        await page.goto(address)
        await expect(page.get_by_label("確認番号")).to_be_focused()
        await for_every_eye(page, "letters")
        await page.keyboard.type(other(pin))
        await page.keyboard.press("Enter")
        await expect(page.get_by_role("alert")).to_contain_text("確認番号が違います")
        await expect(page.get_by_label("確認番号")).to_be_focused()
        await for_every_eye(page, "letters-wrong")
        await page.keyboard.type(f"{pin[:3]} {pin[3:]}")
        file = await content(page, "Enter")
        assert file.startswith("会員ID,氏名")
        assert "1000000002" in file
        await expect(page.get_by_role("status")).to_contain_text("このページは閉じて構いません")
        await expect(page.get_by_text("確認番号が違います")).to_be_hidden()
        await for_every_eye(page, "letters-begun")
        await page.reload()
        await expect(page.get_by_text("このリンクは使えません")).to_be_visible()
        await for_every_eye(page, "letters-over")


async def test_two_taps_are_one(given: tuple[str, str], browser: Browser) -> None:
    """The second one would take the place of the first, and find the link used up."""
    address, pin = given
    asked: list[str] = []

    def heard(request: Request) -> None:
        if request.method == "POST":
            asked.append(request.url)

    async with telephone(browser) as hand:
        page = await hand.new_page()
        page.on("request", heard)
        await page.goto(address)
        await page.get_by_label("確認番号").fill(pin)
        async with page.expect_download() as waiting:
            await page.get_by_role("button").dblclick()
        file = Path(await (await waiting.value).path()).read_text("utf-8-sig")
        assert "1000000002" in file
        await page.get_by_role("button").click(force=True)
        await expect(page.get_by_role("status")).to_contain_text("このページは閉じて構いません")
        assert len(asked) == 1


async def test_without_a_script(given: tuple[str, str], browser: Browser) -> None:
    address, pin = given
    context = await browser.new_context(java_script_enabled=False, locale="en-GB")
    page = await context.new_page()
    await page.goto(address)
    await page.get_by_label("Confirmation number").fill(pin)
    async with page.expect_download() as waiting:
        await page.get_by_role("button", name="Download").click()
    assert Path(await (await waiting.value).path()).read_text("utf-8-sig").startswith("member_id,name")
    await context.close()
