"""The check page in a real browser: a file is compared, a name typed by keyboard, in both palettes."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from tests.bot.pages.test_certificate_page import Paper
from tests.browser import faultless, telephone
from tests.conftest import NOW, WRITTEN_KEY
from tests.stage import Stage, served

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(loop_scope="session")
async def stage(sqlite_furnished: Path, tmp_path: Path) -> AsyncIterator[Stage]:
    """The application with its pages on a port."""
    database = shutil.copy(sqlite_furnished, tmp_path / "tani.sqlite")
    async with served(f"sqlite:///{database}", now=NOW, data_key=WRITTEN_KEY) as opened_stage:
        yield opened_stage


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
async def test_a_file_and_a_name_are_compared(stage: Stage, browser: Browser, tmp_path: Path, dark: bool) -> None:
    paper = Paper(stage, content=b"%PDF the paper")
    own, other, large = (tmp_path / name for name in ("own.pdf", "other.pdf", "large.pdf"))
    own.write_bytes(b"%PDF the paper")
    other.write_bytes(b"%PDF the paper.")
    large.write_bytes(bytes(1_000_001))
    async with telephone(browser, dark=dark) as hand:
        page = await hand.new_page()
        await page.goto(f"{stage.app.links.public_url}{paper.address}")
        await expect(page.get_by_text("✅ 有効です")).to_be_visible()
        said = page.locator("#compared")
        for file, answer in (
            (own, "1バイトも違わず一致"),
            (other, "発行したファイルではありません"),
            (large, "1MBを超える"),
        ):
            await page.get_by_label("PDFを選ぶ").set_input_files(file)
            await expect(said).to_contain_text(answer)
        await faultless(page)
        await page.get_by_label("証明書に記載の氏名").focus()
        await page.keyboard.type("鈴木")
        await page.keyboard.press("Enter")
        await expect(page.get_by_text("あと4回照合できます")).to_be_visible()
        await faultless(page)


async def test_without_a_hash_in_the_browser_the_file_is_sent(stage: Stage, browser: Browser, tmp_path: Path) -> None:
    """As on http, where browsers give pages no crypto.subtle."""
    paper = Paper(stage, content=b"%PDF the paper")
    own = tmp_path / "own.pdf"
    own.write_bytes(b"%PDF the paper")
    async with telephone(browser) as hand:
        await hand.add_init_script("Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })")
        page = await hand.new_page()
        await page.goto(f"{stage.app.links.public_url}{paper.address}")
        await page.get_by_label("PDFを選ぶ").set_input_files(own)
        await expect(page.locator("#compared")).to_contain_text("1バイトも違わず一致")
        own.write_bytes(b"%PDF the papeR")
        await page.get_by_label("PDFを選ぶ").set_input_files(own)
        await expect(page.locator("#compared")).to_contain_text("発行したファイルではありません")


async def test_without_a_script_the_state_is_told(stage: Stage, browser: Browser) -> None:
    paper = Paper(stage)
    context = await browser.new_context(java_script_enabled=False, locale="en-GB")
    page = await context.new_page()
    await page.goto(f"{stage.app.links.public_url}{paper.address}")
    await expect(page.get_by_text("✅ Valid")).to_be_visible()
    await expect(page.get_by_text("Comparing the file needs JavaScript")).to_be_visible()
    await page.get_by_label("Please enter the name").fill("青井 遥")
    await page.get_by_role("button", name="Compare the name").click()
    await expect(page.get_by_text("This is the name on the certificate")).to_be_visible()
    await context.close()
