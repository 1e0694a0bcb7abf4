"""The pages in a browser from which everything newer than the oldest phones was taken out, and in one too old."""

import asyncio
import contextlib
import re
import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, Route, expect

from storage.staff import roles
from storage.trainings import published
from tests.bot.old_phones import MISSING, removal
from tests.browser import HEIGHT, WIDTH, fits, telephone
from tests.conftest import NOW, WRITTEN_KEY
from tests.patience import LONGEST_MS
from tests.phone import Phone
from tests.player import counted, jumps, opened, plays, quickly, reaches
from tests.stage import Stage, logged_in, served
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
    """The telephone in her hand: newer than the oldest in its syntax only."""
    async with telephone(browser) as context:
        await context.add_init_script(removal())
        yield context


async def test_nothing_newer_is_there(hand: BrowserContext, aoi: Phone) -> None:
    page = await opened(hand, aoi.link("第5章"))
    left = """(paths) => paths.filter((path) => {
        const parts = path.split(".");
        const name = parts.pop();
        const owner = parts.reduce((at, part) => at && at[part], window);
        return owner && Object.getOwnPropertyNames(owner).includes(name);
    })"""
    assert await page.evaluate(left, sorted(MISSING)) == []


async def test_the_oldest_phone_watches_a_film_through(hand: BrowserContext, aoi: Phone) -> None:
    page = await opened(hand, aoi.link("第5章"))
    await quickly(page)
    await plays(page)
    await expect(page.get_by_role("status").get_by_text("受講済")).to_be_visible(timeout=LONGEST_MS)
    await expect(counted(page)).to_have_text("視聴済 6秒 / 6秒")
    assert "✅ 第5章" in await aoi.waits()
    assert await fits(page)


async def test_the_oldest_phone_tells_on_leaving_what_it_played(
    browser: Browser, hand: BrowserContext, aoi: Phone
) -> None:
    """Another browser, which has nothing of it kept, shows what the server was told."""
    page = await opened(hand, aoi.link("第1章"))
    await jumps(page, 3)
    await quickly(page)
    await plays(page)
    await reaches(page, 60)
    await page.goto("about:blank")
    async with telephone(browser) as desk, asyncio.timeout(LONGEST_MS / 1000):
        other = await opened(desk, aoi.link("第1章"))
        while "視聴済 0秒" in (await counted(other).text_content() or ""):
            await other.reload()
            await expect(other.locator("#chapter")).to_be_visible()


async def test_the_check_in_page_on_the_oldest_phone(hand: BrowserContext, stage: Stage) -> None:
    with stage.app.sessions.begin() as session:
        listed, desk = published.by_slug(session, "infection-basics"), roles.holders(session, "owner")[0]
    page = await hand.new_page()
    await page.goto(stage.app.links.checkin(listed.id, desk, NOW + timedelta(hours=1)))
    await expect(page.locator("#code")).to_have_text(re.compile(r"^\w{4} \w{4}$"))
    await expect(page.locator("#trouble")).to_be_hidden()


@contextlib.asynccontextmanager
async def faulty(browser: Browser) -> AsyncIterator[Page]:
    """A page whose script may fail."""
    context = await browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, locale="ja-JP")
    try:
        yield await context.new_page()
    finally:
        await context.close()


TOO_OLD = "この画面は、iOS 14以降、またはChrome 80以降でご利用いただけます。"


async def shown(page: Page, address: str, script: str, what: str | None) -> None:
    """Opens the page; its script is cut off (None), or is this one."""

    async def answer(route: Route) -> None:
        if what is None:
            await route.abort()
        else:
            await route.fulfill(body=what, content_type="text/javascript")

    await page.route(f"**/files/{script}", answer)
    await page.goto(address)


@pytest.mark.parametrize(
    ("script", "what", "says"),
    [
        ("beats.js", "export class Beats { this is newer than the browser", "ブラウザが古いため"),
        ("watch.js", "a newer syntax", "ブラウザが古いため"),
        ("watch.js", None, "画面を読み込めませんでした"),
        ("spans.js", None, "画面を読み込めませんでした"),
        ("speeds.js", "export const Speeds = null;", "画面に不具合が起きました"),
    ],
)
async def test_a_page_that_can_not_run_says_why(
    browser: Browser, aoi: Phone, script: str, what: str | None, says: str
) -> None:
    async with faulty(browser) as page:
        await shown(page, aoi.link("第1章"), script, what)
        told = page.get_by_role("alert").filter(visible=True)
        await expect(told).to_have_count(1)
        await expect(told.get_by_role("heading")).to_contain_text(says)
        await expect(told).to_contain_text("これまでの記録はそのままです。")
        await expect(page.locator("#player")).to_be_hidden()
        assert await fits(page)


async def test_a_browser_without_modules_is_told_that_it_is_too_old(browser: Browser, aoi: Phone) -> None:
    async with faulty(browser) as page:
        await page.add_init_script("delete HTMLScriptElement.prototype.noModule;")
        await shown(page, aoi.link("第1章"), "watch.js", "")
        await expect(page.get_by_role("alert").filter(visible=True)).to_contain_text(TOO_OLD)


async def test_a_fault_of_the_page_is_not_put_down_to_the_connection(browser: Browser, aoi: Phone) -> None:
    async with faulty(browser) as page:
        await page.add_init_script("delete window.AbortController;")
        await page.goto(aoi.link("第1章"))
        await expect(page.locator("#stopped-title")).to_have_text("画面に不具合が起きました")
