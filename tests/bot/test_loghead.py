"""Each act of staff leaves its head outside the database, once its transaction has committed."""

from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from bot.clock import DemoClock
from bot.loghead import LogHead
from bot.record import Record
from storage.engine.sessions import Sessions
from storage.staff import log
from storage.staff.log import Head
from tests.samples import member


async def test_of_what_is_committed_alone(sessions: Sessions, now: datetime, tmp_path: Path) -> None:
    heads = LogHead(tmp_path / "kept" / "staff-log.head")
    with sessions.begin() as session:
        me = member(session, now)

    def act(session: Session) -> Head:
        facts = {"member_id": me, "act": "viewed", "why": "test", "before": {}, "after": {}}
        return log.write(session, sessions.cipher, staff_id=me, at=now, **facts)  # type: ignore[arg-type]  # as named

    def fails(session: Session) -> None:
        act(session)
        raise ZeroDivisionError

    clock = DemoClock(now, runs=False)
    with closing(Record(sessions, clock, committed=heads.note_of)) as record:
        assert heads.heads() == ([], [])
        first = await record.write(act)
        with pytest.raises(ZeroDivisionError):
            await record.write(fails)
        await record.write(lambda session: None)
        assert heads.heads() == ([first], [])
        second = await record.write(act)
    assert heads.heads() == ([first, second], [])
