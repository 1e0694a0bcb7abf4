"""Every update delivered twice: the same conversation, the same record, one paper, one verification."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import select

from content.rules import next_morning
from storage.programme import courses
from storage.tables import Attempt, Chat, Credit, Deferred, Guard, Letter
from tests import samples
from tests.bot.repeating import record
from tests.bot.test_quiz_by_phone import answers, opens
from tests.conftest import NOW, WRITTEN_KEY
from tests.phone import Phone
from tests.stage import Stage, logged_in, staged


async def test_a_members_whole_way(two_urls: tuple[str, str]) -> None:
    once, twice = [await lived(url, twice=twice) for url, twice in zip(two_urls, (False, True), strict=True)]
    assert once[0] == twice[0]
    for table, rows in once[1].items():
        assert rows == twice[1][table], table


async def lived(url: str, *, twice: bool) -> tuple[list[str], dict[str, list[Any]]]:
    """From login to the certificate; what stands in the chat in the end, and the record."""
    async with staged(url, now=NOW, data_key=WRITTEN_KEY) as stage:
        stage.world.twice = twice
        aoi = await logged_in(stage, 1)
        assert stage.app.hashing.verifications == 1
        await earns(stage, aoi)
        await stage.until(next_morning(stage.clock.now()))
        await aoi.says("/certificate")
        await aoi.taps("今年度")
        await aoi.taps("この内容で発行する")
        await aoi.says("/certificate 2026/4/1-2026/11/22")
        await aoi.taps("この内容で発行する")
        await aoi.says("高血圧")
        await aoi.says("/settings")
        await aoi.taps("English")
        for _ in range(3):  # a second delivery comes with the next batch
            await aoi.says("/privacy")
        assert len(aoi.documents) == 2
        assert aoi.documents[0] == aoi.documents[1]
        said = [aoi.text(message) for message in aoi.messages]
        return said, record(stage)


async def earns(stage: Stage, phone: Phone) -> None:
    """A credit, by the test of a course that he has watched."""
    with stage.app.sessions.begin() as session:
        listed = courses.by_slug(session, "hypertension")
        member = session.execute(select(Chat.member_id).where(Chat.member_id.is_not(None))).scalar_one()
        samples.watch_all(session, int(str(member)), listed, stage.clock.now())
    await opens(phone, listed.course)
    await phone.taps("テストを受ける")
    await answers(phone, listed.course, lambda place: place != 2)
    await phone.taps("採点する")


async def test_a_wrong_password_counts_once_and_one_that_waits_is_deferred_once(stage: Stage) -> None:
    stage.world.twice = True
    phone = stage.phone(1)
    await phone.says("/login")
    await phone.taps("同意")
    await phone.says("1000000001")
    before = stage.app.hashing.verifications
    await phone.says("wrong-password")
    await phone.says("/help")
    await phone.says("/help")
    assert stage.app.hashing.verifications == before + 1
    with stage.app.sessions.reading() as session:
        assert set(session.execute(select(Guard.failures)).scalars()) == {1}
        assert session.execute(select(Deferred)).first() is None


async def test_the_second_delivery_may_come_while_the_first_is_being_checked(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone = stage.phone(1)
    await phone.says("/login")
    await phone.taps("同意")
    await phone.says("1000000001")
    take = stage.app.receiving.take

    async def both(body: dict[str, Any]) -> None:
        await asyncio.gather(take(body), take(body))

    monkeypatch.setattr(stage.app.polling, "_take", both)
    before = stage.app.hashing.verifications
    await phone.says("720204")
    assert "新しいパスワード" in phone.sees
    assert stage.app.hashing.verifications == before + 1


async def test_a_double_tap_on_the_last_button_gives_one_credit(stage: Stage, aoi: Phone) -> None:
    """Two presses are two updates: here the rule of one credit holds, not the number of the update."""
    with stage.app.sessions.begin() as session:
        listed = courses.by_slug(session, "hypertension")
        member = session.execute(select(Chat.member_id).where(Chat.member_id.is_not(None))).scalar_one()
        samples.watch_all(session, int(str(member)), listed, stage.clock.now())
    await opens(aoi, listed.course)
    await aoi.taps("テストを受ける")
    await answers(aoi, listed.course, lambda place: True)
    message, button = aoi._button("採点する")
    before = len(aoi.messages)
    for _ in range(4):
        stage.world.press(aoi.person.id, message["message_id"], button["callback_data"])
    await stage.settled()
    with stage.app.sessions.reading() as session:
        assert len(session.execute(select(Credit).where(Credit.source == listed.source)).all()) == 1
        assert len(session.execute(select(Attempt)).all()) == 1
        assert session.execute(select(Letter).where(Letter.kind == "certificate")).first() is None
    told = [one for one in aoi.messages[before:] if "合格です" in aoi.text(one)]
    assert len(told) == 1  # a message of its own; the living one shows the same to whoever presses again
