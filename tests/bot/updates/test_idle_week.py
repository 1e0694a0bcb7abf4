"""After a week without an update Telegram numbers from a random id on: nothing is lost, nothing is taken for old."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from storage.tables import Update
from tests.conftest import NOW
from tests.patience import LONGEST_S
from tests.phone import Phone
from tests.stage import Stage

WEEK = timedelta(days=7)


async def no_poll_is_held(stage: Stage) -> None:
    """The line breaks: the poll that was held has ended, and the next one fails."""
    stage.world.poller.terminate("")  # the usual end of a poll: nothing came
    async with asyncio.timeout(LONGEST_S):
        while not stage.world.poller.is_held:
            await asyncio.sleep(0.002)
        stage.world.fault("getUpdates", "500")
        stage.world.poller.terminate("")
        while stage.world.faults.waiting():
            await asyncio.sleep(0.002)


@pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("by", [-1000, 1000], ids=["lower", "higher"])
async def test_what_is_said_after_an_idle_week_is_answered(stage: Stage, aoi: Phone, by: int) -> None:
    await aoi.says("/help")
    with stage.app.sessions.reading() as session:
        last = max(session.execute(select(Update.id)).scalars())
    stage.clock.jump(NOW + WEEK)
    stage.world.updates.draw = lambda: last + by
    await no_poll_is_held(stage)
    assert "カリキュラムコード" in await aoi.says("/courses")
    assert "カリキュラムコード" in await aoi.says("/courses")
    with stage.app.sessions.reading() as session:
        assert {last + by, last + by + 1} <= set(session.execute(select(Update.id)).scalars())


@pytest.mark.parametrize("furnished_url", ["sqlite"], indirect=True)
async def test_a_number_that_comes_again_after_the_week_is_another_update(stage: Stage, aoi: Phone) -> None:
    """Nothing forgot the old numbers meanwhile: the process was down."""
    await aoi.says("/help")
    with stage.app.sessions.reading() as session:
        last = max(session.execute(select(Update.id)).scalars())
    stage.clock.jump(NOW + WEEK)
    stage.world.updates.draw = lambda: last
    assert "カリキュラムコード" in await aoi.says("/courses")
