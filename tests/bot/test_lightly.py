"""What is written without waiting for the disk is put into the database file from time to time."""

import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from bot import record as module
from bot.clock import DemoClock
from bot.record import Record
from bot.schedule import Schedule
from content.rules import Rulebook
from handlers.due import Due
from storage.engine.sessions import Sessions
from tests import samples

NORMAL, FULL = 1, 2
"""What SQLite calls them: a commit that does not wait for the disk, and one that does."""


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_it_is_tidied(sessions: Sessions, now: datetime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "TIDY_EVERY", 2)
    sessions.tidy()
    found: list[int] = []

    def joins(session: Session) -> None:
        samples.member(session, now, no=str(len(found)))

    with closing(Record(sessions, DemoClock(now, runs=False))) as record:
        for number in range(4):
            await record.write_lightly(joins)
            alone = shutil.copy(str(sessions.url.database), tmp_path / f"{number}.sqlite")
            with closing(sqlite3.connect(alone)) as read:
                found.append(read.execute("SELECT count(*) FROM members").fetchone()[0])
    assert found == [0, 2, 2, 4]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("light", "waits"), [(True, NORMAL), (False, FULL)])
async def test_work_whose_steps_may_be_done_again_does_not_wait(
    sessions: Sessions, now: datetime, *, light: bool, waits: int
) -> None:
    found: list[int] = []

    def step(session: Session, *_: object) -> int:
        found.append(session.execute(text("PRAGMA synchronous")).scalar_one())
        return 1

    with closing(Record(sessions, DemoClock(now, runs=False))) as record:
        await Schedule(record, Rulebook(), [Due("this", lambda *_: [1], step, light=light)]).tick()
    assert found == [waits]
