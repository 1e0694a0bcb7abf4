"""Several reminders in one message go or stay together, whatever happens between their claim and Telegram's answer."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.sandbox.faults import When
from bot.sending.pace import Pace
from content.hours import Hours
from content.values import Reminder
from storage.post import letters, nudges
from storage.post.waiting import CLAIM
from storage.programme import courses
from storage.study import enrolments
from storage.tables import Letter
from tests.bot.sending.reminded import DAY, ON_SQLITE, Reminded, reminded
from tests.bot.sending.test_claims import Held
from tests.conftest import NOW
from tests.someone import eventually

__all__ = ["reminded"]
SECOND = timedelta(seconds=1)


@ON_SQLITE
async def test_a_clock_that_is_set_back_brings_no_second_one(me: Reminded) -> None:
    me.begins("hypertension")
    await me.waits()
    me.stage.clock.jump(NOW - DAY)
    me.begins("diabetes")
    assert await me.waits() == []


async def test_of_two_processes_with_one_each_only_one_sends(me: Reminded) -> None:
    """Both have claimed a reminder of hers at the same moment, unseen by each other."""
    held = me.stage.app.postman.pace = Held()
    me.begins("hypertension")
    sending = asyncio.create_task(me.stage.app.delivery.step())
    await eventually(lambda: held.waiting == 1)
    me.begins("diabetes")
    neighbour = me.neighbour()
    assert await neighbour.step() == 0, "a moment later it sees that one is in work"
    with me.stage.app.sessions.begin() as session:
        (second,) = letters.claim(session, me.stage.clock.now())
    await neighbour._postman.carry(second)
    held.may.set()
    await sending
    (said,) = [text for text in map(me.phone.text, me.phone.messages) if "件あります" in text]
    assert "高血圧" in said
    assert "糖尿病" in said
    assert me.states == [("sent", "")] * 2


@ON_SQLITE
@pytest.mark.parametrize("meanwhile", ["switched off", "finished", "gone on", "quiet"])
async def test_it_is_written_at_the_moment_at_which_it_goes(me: Reminded, meanwhile: str) -> None:
    """Not when its place in the pace began to be awaited."""
    held = me.stage.app.postman.pace = Held()
    me.begins("hypertension")
    before, sending = len(me.phone.messages), asyncio.create_task(me.stage.app.delivery.step())
    await eventually(lambda: held.waiting == 1)
    match meanwhile:
        case "switched off":
            me.wants_not(Reminder.COURSE)
        case "finished":
            me.finishes("hypertension")
        case "gone on":
            me.does(lambda session: enrolments.touch(session, me.id, courses.by_slug(session, "hypertension").id, NOW))
        case _:
            me.keeps(Hours(quiet_from=0, quiet_until=11))
    held.may.set()
    await sending
    assert len(me.phone.messages) == before
    assert [state for state, _ in me.states] == ["waiting" if meanwhile == "quiet" else "dropped"]


@ON_SQLITE
async def test_one_that_is_done_while_both_wait_for_their_place_is_left_out(me: Reminded) -> None:
    held = me.stage.app.postman.pace = Held()
    me.begins("hypertension", "diabetes")
    sending = asyncio.create_task(me.stage.app.delivery.step())
    await eventually(lambda: held.waiting == 1)
    me.finishes("diabetes")
    held.may.set()
    await sending
    assert me.phone.text(me.phone.last).startswith("受講の続きがあります")


@ON_SQLITE
@pytest.mark.parametrize("when", ["before", "after"])
async def test_one_that_is_cut_off_is_sent_neither_again_nor_with_another(me: Reminded, when: When) -> None:
    me.begins("hypertension", "diabetes")
    me.stage.world.fault("sendMessage", "drop", when=when)
    assert len(await me.waits()) == (when == "after")
    assert [state for state, _ in me.states] == ["unknown"] * 2
    me.begins("insomnia")
    assert await me.at(20) == []
    assert len(await me.at(8, day=1)) == 1


@ON_SQLITE
async def test_if_the_process_dies_while_it_is_sent_nobody_sends_any_of_it(me: Reminded) -> None:
    me.begins("hypertension", "diabetes")
    now = me.stage.clock.now()
    with me.stage.app.sessions.begin() as session:
        first, second = letters.claim(session, now)
        assert nudges.begin_sending(session, first, [second], now) is not None
    me.stage.clock.jump(now + CLAIM + SECOND)
    assert await me.waits() == []
    me.begins("insomnia")
    assert await me.waits() == []
    assert [state for state, _ in me.states] == ["unknown", "unknown", "waiting"]


@ON_SQLITE
async def test_one_that_was_refused_for_a_while_comes_whole(me: Reminded) -> None:
    me.begins("hypertension", "diabetes")
    me.stage.world.fault("sendMessage", "429", seconds=30)
    assert await me.waits() == []
    assert me.states == [("waiting", "asked to wait")] * 2
    me.stage.app.postman.pace = Pace(1000, 0)
    me.finishes("diabetes")
    me.stage.clock.jump(NOW + timedelta(seconds=31))
    (said,) = await me.waits()
    assert said.startswith("受講の続きがあります")


@ON_SQLITE
async def test_whoever_blocked_the_bot_is_sent_none_of_it(me: Reminded) -> None:
    me.begins("hypertension", "diabetes")
    me.stage.world.block(me.phone.person.id)
    assert await me.waits() == []
    assert me.states == [("dropped", "the person can't be reached")] * 2


@ON_SQLITE
async def test_one_that_cannot_be_written_keeps_no_other_back(me: Reminded) -> None:
    me.begins("hypertension", "diabetes")
    bad = update(Letter).where(Letter.id == select(Letter.id).order_by(Letter.id.desc()).limit(1).scalar_subquery())
    me.does(lambda session: session.execute(bad.values(subject="nonsense")))
    (said,) = await me.waits()
    assert said.startswith("受講の続きがあります")
    assert me.states == [("sent", ""), ("failed", "BadSubject")]
