"""However long the ledger is, what /credits and /codes read of it is one member's: by the databases' own plans."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import event

from handlers.presses.credits.credits import Year
from handlers.turn import House
from storage.engine.sessions import Sessions
from storage.people.chat import Caller
from tests.bench.record import fill
from tests.talk import Talk

LEDGERS = ("credits", "common_credits")
Asked = list[tuple[str, Any]]


@pytest.fixture
def asked(sessions: Sessions, house: House, now: datetime) -> Asked:
    """Every statement with its values that a member's looks at his record make, on a record of 150 members."""
    fill(sessions, members=150, each=20)
    heard: Asked = []
    talk = Talk(sessions, house, now, Caller(75, can_earn=True))

    @event.listens_for(sessions.engine, "before_cursor_execute")
    def hear(_connection: Any, _cursor: Any, statement: str, values: Any, *_: Any) -> None:
        if statement.startswith("SELECT") and "credits" in statement:
            heard.append((statement, values))

    for said in ("/credits", "/credits 図", "/codes", "/codes 21", "/courses"):
        talk.says(said)
    talk.presses(Year(2025, 1))
    return heard


def test_only_the_members_rows_are_read_and_by_an_index(sessions: Sessions, asked: Asked) -> None:
    found = [ways for statement, values in asked for ways in _plan(sessions, statement, values)]
    assert len(asked) > 6
    assert len(found) >= len(asked)
    assert not [way for way in found if "member_id=" not in way and "reverses_id=" not in way]


def test_sums_can_be_read_from_the_index_alone(sessions: Sessions, asked: Asked) -> None:
    """On PostgreSQL other ways are switched off: on so few rows the planner would be right to take them."""
    sums = [one for one in asked if "sum(credits.half_units)" in one[0]]
    assert sums
    for statement, values in sums:
        (way,) = _plan(sessions, statement, values, off=("seqscan", "bitmapscan"))
        assert "COVERING INDEX ix_credits_totals" in way or "Index Only Scan" in way


def _plan(sessions: Sessions, statement: str, values: Any, off: Iterable[str] = ()) -> list[str]:
    """How each ledger in a statement is read, without spaces around the signs."""
    with sessions.engine.connect() as connection:
        if sessions.kind == "sqlite":
            rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
            return [row.detail for row in rows if any(name in row.detail for name in LEDGERS)]
        for way in off:
            connection.exec_driver_sql(f"SET LOCAL enable_{way} = off")
        (told,) = connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {statement}", values).scalars()
    plan = told if isinstance(told, list) else json.loads(told)
    return list(_reading(plan[0]["Plan"]))


def _reading(node: dict[str, Any]) -> Iterator[str]:
    if node.get("Relation Name") in LEDGERS:
        below = node.get("Plans", [{}])[0]
        by = node.get("Index Cond") or node.get("Recheck Cond") or below.get("Index Cond", "")
        yield f"{node['Node Type']} {by}".replace(" = ", "=")
    for one in node.get("Plans", ()):
        yield from _reading(one)
