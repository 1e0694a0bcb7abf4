"""The schedule ends while it looks for what is due: that is no fault, and nobody is told of one."""

import asyncio
import threading
from collections.abc import Sequence

import pytest

from bot import schedule
from bot.clock import RealClock
from bot.record import Record
from bot.schedule import Schedule
from content.rules import Rulebook
from handlers.due import Due
from storage.engine.sessions import Sessions


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_it_ends_in_the_middle_of_a_tick_without_a_word(
    sessions: Sessions, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(schedule, "TICK_S", 0.01)
    loop, looks, free = asyncio.get_running_loop(), asyncio.Event(), threading.Event()

    def found(*_: object) -> Sequence[int]:
        loop.call_soon_threadsafe(looks.set)
        free.wait(20)
        return []

    record = Record(sessions, RealClock())
    ticking = Schedule(record, Rulebook(), [Due("this", found, lambda *_: 0)])
    ticking.start()
    await looks.wait()
    ticking.stop()
    free.set()
    await asyncio.gather(*asyncio.all_tasks() - {asyncio.current_task()})
    record.close()
    assert [one.getMessage() for one in caplog.records if one.levelname == "ERROR"] == []
