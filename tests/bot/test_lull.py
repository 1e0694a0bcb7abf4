"""What nobody waits for at a screen goes on the record between turns: their order, event by event."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import closing

import pytest
from sqlalchemy.orm import Session

from bot.clock import RealClock
from bot.lull import Lulls
from bot.record import Record
from storage.engine.sessions import Sessions

pytestmark = pytest.mark.timeout(20)
one_writer = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
Order = list[str]


@pytest.fixture
async def record(sessions: Sessions) -> AsyncIterator[Record]:
    """With a patience that no test lives to see the end of."""
    with closing(Record(sessions, RealClock(), patience_s=3600.0)) as opened:
        yield opened


def named(name: str, order: Order, until: threading.Event | None = None) -> Callable[[Session], None]:
    """Something on the record that notes its name when it is done."""

    def act(_session: Session) -> None:
        if until is not None:
            until.wait()
        order.append(name)

    return act


@one_writer
async def test_a_turn_is_taken_before_pieces_of_work_that_came_before_it(record: Record) -> None:
    order, free = Order(), threading.Event()
    first = asyncio.create_task(record.write(named("first", order, free)))
    await breathe()
    pieces = [asyncio.create_task(record.write(named(f"piece {one}", order), unhurried=True)) for one in range(3)]
    await breathe()
    second = asyncio.create_task(record.write(named("second", order)))
    await breathe()
    free.set()
    await asyncio.gather(first, second, *pieces)
    assert order == ["first", "second", "piece 0", "piece 1", "piece 2"]


@one_writer
async def test_a_turn_waits_for_one_piece_at_the_most(record: Record) -> None:
    order, free = Order(), threading.Event()
    begun = asyncio.create_task(record.write(named("begun", order, free), unhurried=True))
    await breathe()
    pieces = [asyncio.create_task(record.write(named(f"piece {one}", order), unhurried=True)) for one in range(2)]
    await breathe()
    turn = asyncio.create_task(record.write(named("turn", order)))
    await breathe()
    free.set()
    await asyncio.gather(begun, turn, *pieces)
    assert order == ["begun", "turn", "piece 0", "piece 1"]


@one_writer
async def test_unhurried_reading_begins_in_a_lull(record: Record) -> None:
    order, free = Order(), threading.Event()
    turn = asyncio.create_task(record.write(named("turn", order, free)))
    await breathe()
    reading = asyncio.create_task(record.read(named("reading", order), unhurried=True))
    await record.read(named("hurried reading", order))
    free.set()
    await asyncio.gather(turn, reading)
    assert order == ["hurried reading", "turn", "reading"]


async def test_patience_has_an_end() -> None:
    """While turns never cease, work that let them pass for long enough is done all the same."""
    lulls = Lulls(patience_s=0.0)
    with lulls.turn():
        async with lulls.between():
            pass


@one_writer
async def test_who_gives_up_waiting_holds_nobody_up(record: Record) -> None:
    order, free = Order(), threading.Event()
    turn = asyncio.create_task(record.write(named("turn", order, free)))
    await breathe()
    given_up = asyncio.create_task(record.write(named("given up", order), unhurried=True))
    piece = asyncio.create_task(record.write(named("piece", order), unhurried=True))
    await breathe()
    given_up.cancel()
    free.set()
    await asyncio.gather(turn, piece)
    assert order == ["turn", "piece"]


async def breathe() -> None:
    """All that can go on without a thread goes on."""
    for _ in range(5):
        await asyncio.sleep(0)
