"""The ways into the watch page and out of it: a link that is no good, a Mini App, back to the chat."""

import re
import shutil
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, expect

from tests.bot.pages.test_mini_app import init_data
from tests.browser import telephone
from tests.conftest import NOW, WRITTEN_KEY
from tests.patience import LONGEST_MS
from tests.phone import Phone
from tests.player import is_paused, opened, plays, quickly, reaches, taps_at_once
from tests.stage import TOKEN, Stage, logged_in, served
from tests.viewer import on_card

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(loop_scope="session")
async def stage(sqlite_furnished: Path, tmp_path: Path) -> AsyncIterator[Stage]:
    """The application with its pages on a port, and time that goes by."""
    database = shutil.copy(sqlite_furnished, tmp_path / "tani.sqlite")
    async with served(f"sqlite:///{database}", now=NOW, data_key=WRITTEN_KEY) as opened_stage:
        yield opened_stage


@pytest_asyncio.fixture(loop_scope="session")
async def aoi(stage: Stage) -> Phone:
    """青井 遥, with the card of 高血圧 open in her chat."""
    phone = await logged_in(stage, 1)
    await on_card(stage, phone)
    return phone


@pytest_asyncio.fixture(loop_scope="session")
async def hand(browser: Browser) -> AsyncIterator[BrowserContext]:
    """The telephone in her hand."""
    async with telephone(browser) as context:
        yield context


async def test_an_account_that_can_not_earn_is_told_above_all_it_watches(hand: BrowserContext, stage: Stage) -> None:
    tokyo = await logged_in(stage, 8)
    await on_card(stage, tokyo)
    page = await opened(hand, tokyo.link("第1章"))
    await expect(page.get_by_text("このユーザーIDでは、単位の取得ができません。視聴はできます。")).to_be_visible()


async def test_a_link_that_is_no_good_says_what_to_do(hand: BrowserContext, stage: Stage, aoi: Phone) -> None:
    page = await hand.new_page()
    await page.goto(aoi.link("第1章")[:-1])
    stopped = page.get_by_role("alert")
    await expect(stopped.get_by_role("heading")).to_have_text("このリンクでは視聴できません")
    await expect(page.locator("#player")).to_be_hidden()
    await page.get_by_role("button", name="チャットに戻る").click()
    await expect(page).to_have_url(re.compile(f"^{re.escape(stage.app.chat_url())}(#.*)?$"))  # it may name the person


async def test_an_expired_link_brings_a_new_one_into_the_chat(hand: BrowserContext, stage: Stage, aoi: Phone) -> None:
    old = aoi.link("第1章")
    stage.clock.jump(stage.clock.now() + timedelta(hours=12))
    page = await hand.new_page()
    await page.goto(old)
    await expect(page.get_by_role("alert").get_by_role("heading")).to_have_text("リンクの有効期限が切れました")
    await aoi.waits()
    await page.goto(aoi.link("第1章"))
    await expect(page.locator("#chapter")).to_be_visible()


def inside(stage: Stage, address: str) -> str:
    """The address that a button has which opens inside Telegram."""
    ticket = stage.app.links.read(urlsplit(address).path.removeprefix("/watch/"), stage.clock.now())
    return stage.app.links.address(replace(ticket, in_app=True))


async def test_the_next_chapter_is_told_too_who_opened_it(hand: BrowserContext, stage: Stage, aoi: Phone) -> None:
    """Some browsers keep nothing for a page in a frame, so it goes along in the address."""
    nothing = "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('nothing is kept'); } });"
    await hand.add_init_script(nothing)
    signed = init_data(TOKEN, aoi.person.id, stage.clock.now())
    page = await opened(hand, f"{inside(stage, aoi.link('第5章'))}#tgWebAppData={quote(signed)}")
    await quickly(page)
    await taps_at_once(page, "next")
    await plays(page)
    await expect(page.get_by_role("heading", level=1)).to_have_text(
        "第1章 なぜ高血圧について学ばなければならないのか", timeout=LONGEST_MS
    )


async def test_within_telegram_it_is_a_mini_app(hand: BrowserContext, stage: Stage, aoi: Phone) -> None:
    """Telegram's side of it is a proxy that hears what the page wants; here it writes that down."""
    await hand.add_init_script(
        "window.heard = []; window.TelegramWebviewProxy = { postEvent: (...told) => heard.push(told) };"
    )
    signed = init_data(TOKEN, aoi.person.id, stage.clock.now())
    theme = '{"bg_color":"#17212b"}'
    handed = f"#tgWebAppData={quote(signed)}&tgWebAppVersion=8.0&tgWebAppThemeParams={quote(theme)}"
    page = await opened(hand, inside(stage, aoi.link("第1章")) + handed)
    assert await page.evaluate("document.documentElement.dataset.theme") == "dark"
    await plays(page)
    await reaches(page, 10)
    told = {"is_visible": False}
    await page.evaluate("told => Telegram.WebView.receiveEvent('visibility_changed', told)", told)
    assert await is_paused(page)
    await page.get_by_role("button", name="ブラウザで開く").click()
    await page.get_by_role("button", name="チャットに戻る").click()
    heard = [name for name, _ in await page.evaluate("heard")]
    assert heard == ["web_app_ready", "web_app_expand", "web_app_open_link", "web_app_close"]
    async with page.expect_request("**/open") as asked:
        await page.goto(inside(stage, aoi.link("第2章")))  # without what Telegram handed: it is kept
    assert (await asked.value).post_data_json == {"init_data": signed}
    await expect(page.locator("#chapter")).to_be_visible()


async def test_a_mini_app_that_another_opened_is_refused(hand: BrowserContext, stage: Stage, aoi: Phone) -> None:
    signed = init_data(TOKEN, aoi.person.id + 1, stage.clock.now())
    page = await hand.new_page()
    await page.goto(f"{inside(stage, aoi.link('第1章'))}#tgWebAppData={quote(signed)}")
    await expect(page.get_by_role("alert").get_by_role("heading")).to_have_text("このリンクでは視聴できません")
