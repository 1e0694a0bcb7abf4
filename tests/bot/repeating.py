"""Updates that come more than once: what they are compared by, and how another process gets them again."""

from typing import Any

import pytest

from bot.sandbox.people import Json
from storage.engine.base import Base
from tests.conftest import NOW, WRITTEN_KEY
from tests.snapshot import Snapshot, snapshot
from tests.stage import Stage, staged

BY_LOT = {
    ("send_budget", "next_at"),
    ("chats", "letter_at"),
    ("attempts", "pinned"),
    ("answers", "ticked"),
    ("members", "password_hash"),
    ("staff_acts", "mac"),
    ("data_keys", "added_at"),
    ("log_heads", "mac"),
    ("certificates", "paper_sha256"),
    ("certificate_checks", "number_key"),
    ("certificate_checks", "token_key"),
}
"""What is drawn by lot, or hangs on it; what goes by the clock of the database; and when a start noted its keys, before
there is a clock of the tests.
"""


def record(stage: Stage) -> dict[str, list[Any]]:
    """Every row of every table, but for what is sealed or drawn by lot."""
    found = {}
    with stage.app.sessions.reading() as session:
        for table in Base.metadata.sorted_tables:
            names = [f'"{column.name}"' for column in table.columns if (table.name, column.name) not in BY_LOT]
            rows = session.connection().exec_driver_sql(f"SELECT {', '.join(names)} FROM {table.name}")
            found[table.name] = sorted(
                (tuple("" if isinstance(cell, bytes | memoryview) else cell for cell in row) for row in rows), key=repr
            )
    return found


def overheard(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> list[Json]:
    """Every update that is taken from now on, as it came."""
    bodies: list[Json] = []
    take = stage.app.receiving.take

    async def heard(body: Json) -> None:
        bodies.append(body)
        await take(body)

    monkeypatch.setattr(stage.app.polling, "_take", heard)
    return bodies


async def again(url: str, bodies: list[Json]) -> tuple[Snapshot, Snapshot, list[str]]:
    """Another process begins on this record and gets these updates: the record before and after, what it sent."""
    async with staged(url, now=NOW, data_key=WRITTEN_KEY) as stage:
        before = snapshot(stage.app.sessions)
        stage.world.calls.clear()
        for body in bodies:
            await stage.app.receiving.take(body)
        await stage.settled()
        sent = [method for method, _ in stage.world.calls if method.lower().startswith(("send", "edit", "getfile"))]
        return before, snapshot(stage.app.sessions), sent
