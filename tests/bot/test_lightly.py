"""What is written without waiting for the disk is put into the database file from time to time."""

import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from bot import record as module
from bot.clock import DemoClock
from bot.record import Record
from storage.engine.sessions import Sessions
from tests import samples


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
