"""What is measured while something large goes on: taps, transactions that write, rows that are read."""

import asyncio
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event, text

from bot.app import App
from tests.bench.taps import People
from tests.bench.telegram_stub import Stub

READ = "SELECT sum(seq_tup_read + idx_tup_fetch) FROM pg_stat_user_tables"


class Taps:
    """People who tap at an even rate: so many, or until something is over."""

    def __init__(self, stub: Stub, people: People, number: int, per_second: float) -> None:
        self._stub, self._people, self._number, self._per_second = stub, people, number, per_second

    async def some(self) -> Sequence[float]:
        """So many as was said; gives every wait."""
        return await self._stub.in_turn(self._presses(asyncio.Event(), self._number), self._per_second)

    async def until(self, over: asyncio.Event) -> Sequence[float]:
        """At least two, until it is over."""
        return await self._stub.in_turn(self._presses(over, 10**9), self._per_second)

    def _presses(self, over: asyncio.Event, most: int) -> Iterator[tuple[int, bytes]]:
        everybody = list(self._people)
        for number in range(most):
            if number > 1 and over.is_set():
                return
            person = everybody[number % len(everybody)]
            yield person, self._people.press(person)


def rows_read(app: App) -> int | None:
    """How many rows PostgreSQL has read by now; SQLite doesn't count them."""
    if app.sessions.kind == "sqlite":
        return None
    time.sleep(1.5)  # a process of PostgreSQL tells what it has read once a second
    with app.sessions.reading() as session:
        return int(session.execute(text(READ)).scalar_one())


def said_of_rows(before: int | None, after: int | None) -> str:
    return "not counted by SQLite" if before is None or after is None else f"{after - before:,}"


@contextmanager
def transactions(app: App) -> Iterator[list[float]]:
    """How long each transaction that writes lasts meanwhile, in seconds: until its connection is given back."""
    engine, begun, lasted = app.sessions.engine, dict[int, float](), [0.0]

    def begins(connection: Any) -> None:
        begun[id(connection.connection.dbapi_connection)] = time.perf_counter()

    def ends(connection: Any, _record: object) -> None:
        if since := begun.pop(id(connection), 0.0):
            lasted.append(time.perf_counter() - since)

    event.listen(engine, "begin", begins)
    event.listen(engine.pool, "checkin", ends)
    try:
        yield lasted
    finally:
        event.remove(engine, "begin", begins)
        event.remove(engine.pool, "checkin", ends)
