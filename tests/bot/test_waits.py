"""A chat waits for ten minutes for the text that it asked for."""

from datetime import timedelta

import pytest

from content.words import JA
from tests.stage import Stage, logged_in

pytestmark = pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)
TEN = timedelta(minutes=10)
MOMENT = timedelta(milliseconds=1)
SAY = JA.refusals.answer_too_late()


@pytest.mark.parametrize(("after", "heard"), [(TEN - MOMENT, True), (TEN, False)])
async def test_a_period_is_awaited_for_ten_minutes(stage: Stage, after: timedelta, heard: bool) -> None:
    aoi = await logged_in(stage, 1)
    await aoi.says("/fees")
    await aoi.taps("地域包括診療")
    await aoi.taps("期間を指定する")
    await stage.until(stage.clock.now() + after)
    said = await aoi.says("2026/4/1-2026/9/30")
    assert (SAY in said) is not heard
    assert ("検索" in said) is not heard


async def test_a_text_that_is_something_else_is_taken_for_that(stage: Stage) -> None:
    """A slip is told as one, a search is searched for: after a period was asked for, and three days after /checkin."""
    aoi = await logged_in(stage, 1)
    await aoi.says("/fees")
    await aoi.taps("地域包括診療")
    await aoi.taps("期間を指定する")
    assert "期間" in await aoi.says("4/1")
    assert "かかりつけ医の糖尿病診療" in await aoi.says("糖尿")
    assert "検索" in await aoi.says("2026/4/1-2026/9/30")
    await aoi.says("/checkin")
    assert "8文字" in await aoi.says("K7MP3XQ")
    await stage.until(stage.clock.now() + timedelta(days=3))
    said = await aoi.says("糖尿")
    assert "かかりつけ医の糖尿病診療" in said
    assert SAY not in said


@pytest.mark.parametrize(("after", "late"), [(TEN - MOMENT, False), (TEN, True)])
async def test_a_password_that_comes_too_late(stage: Stage, after: timedelta, late: bool) -> None:
    """It is deleted all the same, it counts as no failure, and it is not searched for."""
    ken = stage.phone(2)
    await ken.says("/login")
    await ken.taps("同意")
    await ken.says("1000000002")
    assert "かかりつけ医の糖尿病診療" in await ken.says("糖尿")  # too short for a password, so it is a search
    await stage.until(stage.clock.now() + after)
    said = await ken.says("hypertension")
    assert (said == SAY) is late
    assert "hypertension" not in [ken.text(one) for one in ken.messages if not one["from"]["is_bot"]]
