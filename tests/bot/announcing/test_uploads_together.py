"""Two processes send one file to many: each uploads it at most once, whoever is first."""

import asyncio
from collections import Counter

import pytest
from sqlalchemy import select

from bot.sending import delivery
from bot.sending.pace import Pace
from handlers.features import FEATURES
from storage.announcing import announcements, going
from storage.tables import Announcement
from tests.bot.announcing.at_pace import FIRST, another, known
from tests.bot.announcing.attaching import a_picture, attaches
from tests.bot.announcing.writing import editor, ended
from tests.someone import eventually
from tests.stage import HELD_S, Stage

MANY, EACH = 11, 6
pytestmark = pytest.mark.parametrize("furnished_url", ["postgresql"], indirect=True)


@pytest.mark.parametrize("together", [2, 1])
async def test_each_uploads_it_at_most_once(stage: Stage, monkeypatch: pytest.MonkeyPatch, together: int) -> None:
    """`together`: how many of the processes begin before one has learned Telegram's file_id."""
    monkeypatch.setattr(delivery, "AT_ONCE", EACH)
    people = known(stage, MANY)
    staff = await editor(stage)
    await attaches(staff, a_picture())
    with stage.app.sessions.begin() as session:
        number = session.execute(select(Announcement.id)).scalar_one()
        going.start(session, announcements.one(session, number), people[0])
    async with another(stage, FEATURES) as other:
        stage.app.postman.pace, other.postman.pace = Pace(1000, 0), Pace(1000, 0)
        await stage.app.schedule.tick()
        release = stage.holds("sendPhoto")
        for _ in range(together - 1):
            stage.world.fault("sendPhoto", "delay", seconds=HELD_S)
        begun = [asyncio.create_task(app.delivery.step()) for app in (stage.app, other)[:together]]
        await eventually(lambda: stage.world.faults.waiting() == 0)
        release()
        await asyncio.gather(*begun)
        while await other.delivery.step() or await stage.app.delivery.step():
            pass
    sent = [about["photo"] for method, about in stage.world.calls if method == "sendPhoto"]
    assert ended(stage) == {"sent": MANY + 1}
    assert Counter(isinstance(photo, str) for photo in sent) == {False: together, True: MANY + 1 - together}
    for one in range(MANY):
        assert ["photo" in message for message in stage.world.messages(FIRST + one)] == [True]
