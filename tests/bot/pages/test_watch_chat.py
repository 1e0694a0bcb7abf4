"""What watching brings into the chat: the card shows 受講済 at once and unasked."""

from datetime import datetime

import pytest

from tests.phone import Phone
from tests.stage import Stage, logged_in
from tests.viewer import Viewer, on_card


@pytest.fixture
async def page(stage: Stage, aoi: Phone) -> Viewer:
    """The first chapter, by the button on the course's card, which stays open in the chat."""
    return await on_card(stage, aoi)


async def test_an_open_card_is_edited_where_it_stands(aoi: Phone, page: Viewer) -> None:
    before = len(aoi.messages)
    assert (await page.watches(9))["complete"]
    card = await aoi.waits()
    assert "✅ 第1章" in card
    assert "あと4章" in card
    assert "▶ 第2章を見る" in aoi.buttons
    assert len(aoi.messages) == before


async def test_a_closed_card_comes_as_a_new_message(aoi: Phone, page: Viewer) -> None:
    await aoi.taps("取得単位")
    before = len(aoi.messages)
    await page.watches(9)
    assert "✅ 第1章" in await aoi.waits()
    assert len(aoi.messages) == before + 1
    assert "✅ 第1章" in aoi.text(aoi.last)


async def test_the_chat_is_told_once(aoi: Phone, page: Viewer) -> None:
    await page.watches(9)
    assert await aoi.waits()
    await aoi.taps("取得単位")
    standing = await page.tells((0, 9), after=9)
    assert standing["complete"]
    await page.watches(9)
    assert "第1章" not in await aoi.waits()


async def test_delivery_is_woken_by_the_beat_that_completes_and_by_no_other(stage: Stage, page: Viewer) -> None:
    """That makes it "at once": unwoken, the letter would wait for the next round."""
    woken: list[datetime] = []
    stage.app.record.letters_written = lambda: woken.append(stage.clock.now())
    await page.opens()
    await page.tells((0, 4), after=4)
    assert woken == []
    await page.tells((4, 9), after=5)
    await page.tells((0, 9), after=9)
    assert len(woken) == 1


async def test_a_tap_of_which_no_letter_comes_wakes_nobody(stage: Stage, aoi: Phone) -> None:
    woken: list[datetime] = []
    stage.app.record.letters_written = lambda: woken.append(stage.clock.now())
    await aoi.says("/credits")
    await aoi.says("/courses 74")
    assert woken == []


async def test_chapter_after_chapter_to_the_last(stage: Stage, aoi: Phone, page: Viewer) -> None:
    for number, seconds in ((1, 9), (2, 8), (3, 7), (4, 8)):
        standing = await page.watches(seconds)
        assert standing["next"]["title"].startswith(f"第{number + 1}章 ")
        page = Viewer(stage, standing["next"]["url"])
        assert (standing["all_done"], standing["test_open"]) == (False, False)
    standing = await page.watches(6)
    assert (standing["next"], standing["all_done"], standing["test_open"]) == (None, True, True)
    card = await aoi.waits()
    assert card.count("✅") == 5
    assert "テストを受ける" in aoi.buttons


async def test_from_a_later_chapter_the_way_leads_on_and_then_back(stage: Stage, aoi: Phone, page: Viewer) -> None:
    fourth = Viewer(stage, aoi.link("第4章"))
    standing = await fourth.watches(8)
    assert standing["next"]["title"].startswith("第5章 ")
    standing = await Viewer(stage, standing["next"]["url"]).watches(6)
    assert standing["next"]["title"].startswith("第1章 ")


async def test_an_account_that_can_not_earn_may_watch_and_is_told(stage: Stage) -> None:
    tokyo = await logged_in(stage, 8)
    page = await on_card(stage, tokyo)
    assert "このユーザーIDでは、単位の取得ができません" in tokyo.sees
    assert (await page.opens())["earns"] is False
    assert (await page.watches(9))["complete"]
    assert "✅ 第1章" in await tokyo.waits()


async def test_the_page_speaks_the_language_of_the_chat(stage: Stage, aoi: Phone, page: Viewer) -> None:
    await aoi.says("/settings")
    await aoi.taps("English")
    html = await stage.web.get(page.path)
    assert '<html lang="en">' in html.text
    assert (await page.opens())["words"]["complete"] == "Chapter completed"
    page.passes(13 * 3600)
    assert '<html lang="en">' in (await stage.web.get(page.path)).text
