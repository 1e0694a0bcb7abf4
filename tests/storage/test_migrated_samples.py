"""What a record of before had of samples is marked by the migration: each credit by what its content was that day."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Engine, MetaData, insert, select, text
from sqlalchemy.exc import DBAPIError

from storage.migrations import migrate
from tests.storage.test_migrations import AT, engine

__all__ = ["engine"]

import pytest

DAY = timedelta(days=1)
FORMER = "0018"


def _put(target: Engine, name: str, **values: Any) -> None:
    found = MetaData()
    found.reflect(target, only=[name])
    table = found.tables[name]
    usual: Mapping[type, Any] = {int: 1, str: "x", bytes: b"x", bool: True, datetime: AT}
    needed = {
        column.name: usual.get(column.type.python_type, AT.date())
        for column in table.columns
        if not (column.nullable or column.name == "document")
    }
    with target.begin() as connection:
        connection.execute(insert(table).values(needed | values))


def _credit(target: Engine, ledger: str, number: int, source: str, at: datetime, **more: Any) -> None:
    _put(target, ledger, id=number, source=source, written_at=at, **{"sign": 1, "grant_no": number} | more)


def test_a_credit_is_marked_by_the_edition_of_its_day(engine: Engine) -> None:
    migrate(engine, FORMER)
    _put(engine, "members", id=1)
    _put(engine, "courses", id=1, slug="asthma")
    for number, sample in enumerate((True, False), 1):
        when = {"published_at": AT + number * DAY, "document": {"sample": sample}, "fingerprint": str(number)}
        _put(engine, "editions", id=number, number=number, course_id=1, **when)
    _put(engine, "journal_issues", id=1, slug="2026-10")
    _put(engine, "journal_editions", id=1, issue_id=1, published_at=AT, document={"sample": True})
    for slug, sample in (("shown", True), ("real", False)):
        _put(engine, "trainings", id=len(slug), slug=slug, sample=sample)
    earned = [
        ("course:asthma", AT, True),
        ("course:asthma", AT + 2 * DAY - timedelta(seconds=1), True),
        ("course:asthma", AT + 2 * DAY, False),
        ("journal:2026-10", AT + 9 * DAY, True),
        ("training:shown", AT, True),
        ("training:real", AT, False),
        ("declaration:1", AT, False),
    ]
    for ledger in ("credits", "common_credits"):
        for number, (source, at, _) in enumerate(earned, 1):
            _credit(engine, ledger, number, source, at)
        # taken back when the course was real already: the reversal is what its grant was
        _credit(engine, ledger, 8, "course:asthma", AT + 9 * DAY, grant_no=1, sign=-1, half_units=-1, reverses_id=1)
    migrate(engine)
    for ledger in ("credits", "common_credits"):
        found = MetaData()
        found.reflect(engine, only=[ledger])
        table = found.tables[ledger]
        with engine.begin() as connection:
            marks = [bool(mark) for mark in connection.execute(select(table.c.sample).order_by(table.c.id)).scalars()]
        assert marks == [*(sample for _, _, sample in earned), True]
        with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
            connection.execute(text(f"UPDATE {ledger} SET sample = NOT sample"))  # of the two above
    with engine.begin() as connection:
        assert connection.execute(text("SELECT count(*) FROM demo")).scalar_one() == 0
