"""The head of the log of staff comes to the operator's chat once a day, whoever sends it, and shows an old backup."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, select, text

from bot.demo.people import PEOPLE
from bot.loghead import LogHead, read_head
from bot.record import Record
from bot.sending.heads import Heads
from storage.staff import log
from storage.tables import LogHead as Row
from storage.tables import Member
from tests.conftest import NOW, WRITTEN_KEY
from tests.samples import member
from tests.stage import Stage, staged

OPERATOR = 2
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
EVENING = NOW + timedelta(hours=10)
MORNING = datetime(2026, 11, 22, 23, 0, tzinfo=UTC)  # 08:00 on the 23rd in Japan
TRIGGERS = {
    "sqlite": ("DROP TRIGGER staff_acts_delete",),
    "postgresql": ("DROP TRIGGER staff_acts_kept ON staff_acts",),
}


@pytest.fixture
async def watched(database_url: str) -> AsyncIterator[Stage]:
    """At 20:00 in Japan; the log is empty."""
    about = {"now": EVENING, "data_key": WRITTEN_KEY, "operator_chat": PEOPLE[OPERATOR - 1].id}
    async with staged(database_url, **about) as opened:  # type: ignore[arg-type]  # as named
        await opened.phone(OPERATOR).says("/start")
        yield opened


def acts(stage: Stage, times: int = 1) -> None:
    with stage.app.sessions.begin() as session:
        me = session.execute(select(Member.id)).scalar() or member(session, stage.clock.now())
    for _ in range(times):
        with stage.app.sessions.begin() as session:
            about: dict[str, Any] = {"staff_id": me, "member_id": None, "act": "searched", "why": "x"}
            log.write(session, stage.app.sessions.cipher, at=stage.clock.now(), before={}, after={}, **about)
        noted(stage).note_of(session)


def noted(stage: Stage) -> LogHead:
    return stage.app.heads._noted


def head(stage: Stage) -> str:
    with stage.app.sessions.reading() as session:
        return " ".join(map(str, log.head(session)))


async def at(stage: Stage, moment: datetime) -> list[str]:
    """What has come to the operator by then of heads, the first first."""
    stage.clock.jump(moment)
    await stage.app.schedule.tick()
    await stage.app.heads.step()
    phone = stage.phone(OPERATOR)
    return [told for message in phone.messages if (told := phone.text(message)).startswith("Log of staff")]


async def test_it_comes_at_eight_in_the_morning_once_a_day(watched: Stage) -> None:
    assert await at(watched, EVENING) == ["Log of staff, 2026-11-22: no act yet."]
    acts(watched, 2)
    assert len(await at(watched, MORNING - SECOND)) == 1
    _, first = await at(watched, MORNING)
    assert first.splitlines()[:2] == ["Log of staff, 2026-11-23: 2 acts. Its head:", head(watched)]
    assert f"echo '{head(watched)}' | python -m bot verify-log --head -" in first
    acts(watched)
    for moment in (MORNING + SECOND, MORNING + DAY - SECOND):
        assert len(await at(watched, moment)) == 2
    *_, second = await at(watched, MORNING + DAY)
    assert second.splitlines()[:2] == ["Log of staff, 2026-11-24: 3 acts. Its head:", head(watched)]
    assert await at(watched, MORNING + 10 * DAY) != [], "days without a process are passed over"
    assert len(await at(watched, MORNING + 10 * DAY)) == 4


async def test_what_is_sent_proves_the_log(watched: Stage) -> None:
    acts(watched, 2)
    *_, said = await at(watched, MORNING)
    with watched.app.sessions.reading() as session:
        assert read_head(said.splitlines()[1]) == log.head(session)


async def test_of_several_processes_one_sends_it(watched: Stage) -> None:
    acts(watched)
    watched.clock.jump(MORNING)
    records = [Record(watched.app.sessions, watched.clock) for _ in range(4)]
    every = [Heads(record, watched.app.operator, noted(watched)) for record in records]
    await watched.app.schedule.tick()
    assert sorted(await asyncio.gather(*(one.step() for one in every))) == [False, False, False, True]
    assert len(await at(watched, MORNING)) == 1
    for record in records:
        record.close()


async def test_what_could_not_be_sent_is_sent_later(watched: Stage) -> None:
    acts(watched)
    operator = PEOPLE[OPERATOR - 1].id
    watched.world.block(operator)
    assert await at(watched, MORNING) == []
    watched.world.unblock(operator)
    assert await at(watched, MORNING + timedelta(minutes=10)) == [], "another process may be sending it still"
    assert len(await at(watched, MORNING + timedelta(minutes=10) + SECOND)) == 1
    assert len(await at(watched, MORNING + timedelta(minutes=30))) == 1


async def test_without_a_chat_nothing_is_sent_or_claimed(database_url: str) -> None:
    async with staged(database_url, now=MORNING, data_key=WRITTEN_KEY) as stage:
        await stage.app.schedule.tick()
        assert await stage.app.heads.step() is False
        with stage.app.sessions.reading() as session:
            (row,) = session.execute(select(Row)).scalars()
        assert (row.number, row.claimed_until, row.sent_at) == (0, None, None)


@pytest.mark.parametrize("kept", [3, 1, 0])
async def test_an_old_backup_that_is_put_back_is_seen(kept: int, watched: Stage) -> None:
    """The head of the day of the backup may be in it, and the numbers show it; the file of heads of this machine makes
    the message say it.
    """
    acts(watched, 3)
    await at(watched, MORNING)
    with watched.app.sessions.begin() as session:
        for statement in TRIGGERS[watched.app.sessions.kind]:
            session.execute(text(statement))
        session.execute(text(f"DELETE FROM staff_acts WHERE number > {kept}"))
        session.execute(delete(Row))
    *_, said = await at(watched, MORNING + SECOND)
    assert said.startswith("Log of staff, 2026-11-23: " + {0: "no act", 1: "1 act.", 3: "3 acts."}[kept])
    warned = f"⚠️ {noted(watched).file} has the head of act 3, which this log does not have"
    assert (warned in said) is (kept < 3)


async def test_another_seal_of_the_last_act_is_seen(watched: Stage) -> None:
    acts(watched)
    noted(watched).note(1, "f" * 64)
    *_, said = await at(watched, MORNING)
    assert "which this log does not have" in said
