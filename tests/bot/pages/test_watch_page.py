"""Watching in a real browser: a real film, the real server, a clock that runs."""

import re
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, expect

from tests.browser import fits, telephone
from tests.conftest import NOW, WRITTEN_KEY
from tests.patience import LONGEST_MS
from tests.phone import Phone
from tests.player import (
    counted,
    is_paused,
    jumps,
    opened,
    out_of_sight,
    pauses,
    place_of,
    plays,
    quickly,
    reaches,
    taps_at_once,
)
from tests.stage import Stage, logged_in, served
from tests.viewer import Viewer, on_card

FIRST = "第1章 なぜ高血圧について学ばなければならないのか"

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


@pytest_asyncio.fixture(loop_scope="session")
async def page(hand: BrowserContext, aoi: Phone) -> Page:
    """The first chapter (9 seconds), opened."""
    return await opened(hand, aoi.link("第1章"))


async def test_a_film_is_watched_through_and_the_chat_shows_it(hand: BrowserContext, aoi: Phone) -> None:
    page = await opened(hand, aoi.link("第5章"))
    await expect(page).to_have_title("高血圧管理の向上に向けた取り組みと今後の展望")
    await expect(page.get_by_role("heading", level=1)).to_have_text(
        "第5章 高血圧管理の向上に向けた取り組みと今後の展望"
    )
    await expect(counted(page)).to_have_text("視聴済 0秒 / 6秒　あと6秒")
    await expect(page.get_by_text("飛ばした部分は視聴になりません。")).to_be_visible()
    await quickly(page)
    await plays(page)
    await expect(page.get_by_role("status").get_by_text("受講済")).to_be_visible(timeout=LONGEST_MS)
    await expect(counted(page)).to_have_text("視聴済 6秒 / 6秒")
    assert "✅ 第5章" in await aoi.waits()
    assert await fits(page)


async def test_the_next_chapter_begins_by_itself_on_the_same_page(hand: BrowserContext, aoi: Phone) -> None:
    page = await opened(hand, aoi.link("第5章"))
    address = page.url
    await page.evaluate("window.here = true")
    await quickly(page)
    await plays(page)
    await expect(page.locator("#recording")).to_have_text("記録中")
    await expect(page.get_by_role("link", name="次の章へ（5秒）")).to_be_visible(timeout=LONGEST_MS)
    await expect(page.get_by_role("heading", level=1)).to_have_text(FIRST, timeout=LONGEST_MS)
    await expect(page).to_have_title(FIRST.removeprefix("第1章 "))
    await reaches(page, 30)
    await expect(page.locator("#course-progress")).to_have_text("この講座　受講済 1 / 5章")
    assert await page.evaluate("window.here")
    assert page.url != address
    await page.reload()
    await expect(page.get_by_role("heading", level=1)).to_have_text(FIRST)


async def test_a_tap_leads_on_at_once_and_another_stops_what_would_come(hand: BrowserContext, aoi: Phone) -> None:
    page = await opened(hand, aoi.link("第5章"))
    await quickly(page)
    await taps_at_once(page, "stay")
    await plays(page)
    await expect(page.locator("#player")).to_have_js_property("ended", True, timeout=LONGEST_MS)
    following = page.get_by_role("link", name="次の章へ")
    await expect(following).to_be_visible(timeout=LONGEST_MS)
    await expect(page.locator("#next-word")).to_have_text("次の章へ")
    await expect(page.locator("#stay")).to_be_hidden()
    await following.click()
    await expect(page.get_by_role("heading", level=1)).to_have_text(FIRST)
    await reaches(page, 10)


async def test_after_the_last_chapter_the_test_is_next(hand: BrowserContext, stage: Stage, aoi: Phone) -> None:
    for number, seconds in ((1, 9), (2, 8), (3, 7), (4, 8)):
        await Viewer(stage, aoi.link(f"第{number}章")).watches(seconds)
    await aoi.waits()
    page = await opened(hand, aoi.link("第5章"))
    await quickly(page)
    await plays(page)
    await expect(page.get_by_text("全章を受講しました")).to_be_visible(timeout=LONGEST_MS)
    await page.get_by_role("button", name="テストを受ける").click()
    await expect(page).to_have_url(re.compile(f"^{re.escape(stage.app.chat_url())}"))


async def test_an_address_may_name_the_second(hand: BrowserContext, aoi: Phone) -> None:
    page = await opened(hand, aoi.link("第1章") + "?t=6")
    await reaches(page, 66)
    assert "?" not in page.url
    page = await opened(hand, aoi.link("第1章") + "?t=9")
    await plays(page)
    await reaches(page, 10)


CONTROLS = ("onward", "bar", "progress", "speeds")


async def test_what_is_skipped_stays_missing_and_a_tap_goes_there(page: Page) -> None:
    stands = await place_of(page, *CONTROLS)
    await quickly(page)
    await plays(page)
    await reaches(page, 20)
    await jumps(page, 7)
    await reaches(page, 100)
    first = page.get_by_role("button", name="未視聴の 0:0")
    await expect(first).to_have_text(re.compile("^未視聴の 0:0[23456] ～ 0:07 を見る$"))
    assert await place_of(page, *CONTROLS) == stands
    gap = page.locator("#stretches button")
    await expect(gap).to_have_count(1)
    await expect(gap).to_have_text(re.compile("^0:0[23456] – 0:07$"))
    await expect(gap).to_have_accessible_name(re.compile("^[23456]秒から7秒までは未視聴。ここへ移動$"))
    await expect(page.locator("#complete")).to_be_hidden()
    await first.click()
    await expect(page.locator("#complete")).to_be_visible(timeout=LONGEST_MS)
    await expect(page.locator("#missing")).to_be_hidden()
    assert await place_of(page, *CONTROLS) == stands


async def test_a_tap_on_the_bar_goes_there(page: Page) -> None:
    box = await page.locator("#bar").bounding_box()
    assert box is not None
    assert box["height"] >= 44
    await page.locator("#bar").click(position={"x": box["width"] * 2 / 3, "y": 22})
    await reaches(page, 66)
    await expect(page.locator("#fill i.heard, #fill i").first).to_be_attached()


async def test_a_page_out_of_sight_stops_and_counts_nothing(page: Page) -> None:
    await plays(page)
    await reaches(page, 20)
    await out_of_sight(page, True)
    assert await is_paused(page)
    await expect(counted(page)).to_have_text(re.compile("^視聴済 [1-7]秒"))
    before = await counted(page).text_content()
    await page.locator("#player").evaluate("video => { video.playbackRate = 2; video.play(); }")
    await reaches(page, 80)
    await pauses(page)
    await out_of_sight(page, False)
    await page.reload()
    await expect(page.locator("#chapter")).to_be_visible()
    assert await counted(page).text_content() == before


async def test_another_page_takes_over_and_it_goes_on_here(browser: Browser, page: Page) -> None:
    await plays(page)
    await reaches(page, 20)
    async with telephone(browser) as desk:
        other = await opened(desk, page.url)
        await jumps(page, 4)  # a jump is told at once, where else it would be told within ten seconds
        await expect(page.get_by_text("別の画面で視聴が始まった")).to_be_visible()
        assert await is_paused(page)
        await page.get_by_role("button", name="こちらで続ける").click()
        await expect(page.locator("#taken-over")).to_be_hidden()
        await plays(other)
        await reaches(other, 20)
        await pauses(other)
        await expect(other.locator("#taken-over")).to_be_visible()
    await reaches(page, 100)


async def test_without_a_connection_it_plays_on_and_tells_later(hand: BrowserContext, page: Page) -> None:
    await quickly(page)
    await plays(page)
    await reaches(page, 20)
    await hand.set_offline(True)
    await reaches(page, 60)
    await pauses(page)  # it wants to tell
    trouble = page.locator("#trouble")
    await expect(trouble).to_have_text("接続待ち。視聴記録は端末に保持しています")
    await expect(counted(page)).to_have_text("視聴済 0秒 / 9秒　あと9秒")
    await plays(page)
    await reaches(page, 100)
    await hand.set_offline(False)
    await expect(page.locator("#complete")).to_be_visible(timeout=LONGEST_MS)
    await expect(trouble).to_have_text("")


async def test_what_could_not_be_told_is_told_by_the_page_that_opens_next(hand: BrowserContext, page: Page) -> None:
    await quickly(page)
    await plays(page)
    await reaches(page, 50)
    address = page.url
    await hand.set_offline(True)
    await pauses(page)
    await expect(page.locator("#trouble")).to_have_text(re.compile("^接続待ち"))
    await page.goto("about:blank")
    await hand.set_offline(False)
    await page.goto(address)
    await expect(counted(page)).to_have_text(re.compile("^視聴済 [3456789]秒"), timeout=LONGEST_MS)


async def test_it_goes_on_where_the_member_left(hand: BrowserContext, page: Page) -> None:
    await jumps(page, 5)
    await plays(page)
    await reaches(page, 66)
    await page.close()
    page = await opened(hand, page.url)
    await reaches(page, 60)
    assert await is_paused(page)


async def test_no_faster_than_what_counts(page: Page) -> None:
    await page.locator("#player").evaluate("video => { video.playbackRate = 16; }")
    await expect(page.locator("#trouble")).to_have_text("再生速度は2倍までです。")
    assert await page.locator("#player").evaluate("video => video.playbackRate") == 2
    await expect(page.get_by_role("radio", name="2×")).to_be_checked()
    assert await page.get_by_role("radio").count() == 4
