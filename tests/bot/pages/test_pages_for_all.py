"""The pages of the product for every eye and hand: large text, a small screen, turned, and dark."""

import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from storage.staff import roles
from storage.trainings import published
from tests.bot.pages.test_certificate_page import Paper
from tests.browser import for_every_eye, telephone
from tests.conftest import NOW, WRITTEN_KEY
from tests.player import opened
from tests.stage import Stage, logged_in, served
from tests.viewer import on_card

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(loop_scope="session")
async def stage(sqlite_furnished: Path, tmp_path: Path) -> AsyncIterator[Stage]:
    """The application with its pages on a port."""
    database = shutil.copy(sqlite_furnished, tmp_path / "tani.sqlite")
    async with served(f"sqlite:///{database}", now=NOW, data_key=WRITTEN_KEY) as opened_stage:
        yield opened_stage


async def test_the_watch_page(stage: Stage, browser: Browser) -> None:
    aoi = await logged_in(stage, 1)
    await on_card(stage, aoi)
    async with telephone(browser) as hand:
        await for_every_eye(await opened(hand, aoi.link("第1章")), "watch")


async def test_the_page_in_the_room(stage: Stage, browser: Browser) -> None:
    with stage.app.sessions.begin() as session:
        listed, desk = published.by_slug(session, "infection-basics"), roles.holders(session, "owner")[0]
    async with telephone(browser) as hand:
        page = await hand.new_page()
        await page.goto(stage.app.links.checkin(listed.id, desk, stage.clock.now() + timedelta(hours=1)))
        await expect(page.locator("#code")).to_be_visible()
        await for_every_eye(page, "checkin")


async def test_the_check_page(stage: Stage, browser: Browser) -> None:
    paper = Paper(stage)
    async with telephone(browser) as hand:
        page = await hand.new_page()
        await page.goto(f"{stage.app.links.public_url}{paper.address}")
        await expect(page.get_by_text("✅ 有効です")).to_be_visible()
        await for_every_eye(page, "check")
