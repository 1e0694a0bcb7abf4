"""What the schedule tidies up, and what it leaves."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from storage.tables import Viewing
from tests.phone import Phone
from tests.stage import Stage
from tests.viewer import on_card

SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(("silent", "ended"), [(timedelta(hours=30), False), (timedelta(hours=30) + SECOND, True)])
async def test_a_viewing_that_is_silent_for_thirty_hours_is_over(
    stage: Stage, aoi: Phone, silent: timedelta, ended: bool
) -> None:
    page = await on_card(stage, aoi)
    await page.opens()
    await page.tells((0, 10), after=10)
    await stage.until(stage.clock.now() + silent)
    with stage.app.sessions.reading() as session:
        assert (session.execute(select(Viewing.ended_at)).scalar_one() is not None) is ended
