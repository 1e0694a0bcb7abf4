"""What nobody waits for at a screen goes on the record between turns: their order, event by event."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import closing

import pytest

from bot import schedule
from bot.clock import RealClock
from bot.lull import Lulls, Patience
from bot.record import Record
from bot.schedule import Schedule
from content.rules import Rulebook
from handlers.due import Due
from storage.engine.sessions import Sessions
from tests.bot.orders import Order, breathe, named, one_writer, several_writers
from tests.patience import LONGEST_S

pytestmark = pytest.mark.timeout(60)


@pytest.fixture
async def record(sessions: Sessions) -> AsyncIterator[Record]:
    """With a patience that no test lives to see the end of."""
    with closing(Record(sessions, RealClock(), lulls=Lulls(patience_s=3600.0))) as opened:
        yield opened


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


@one_writer
async def test_what_falls_due_is_looked_for_in_a_lull(record: Record) -> None:
    order, free = Order(), threading.Event()

    def found(*_: object) -> Sequence[int]:
        order.append("looked")
        return [1]

    def done(*_: object) -> int:
        order.append("done")
        return 1

    turn = asyncio.create_task(record.write(named("turn", order, free)))
    await breathe()
    tick = asyncio.create_task(Schedule(record, Rulebook(), [Due("this", found, done)]).tick())
    for _ in range(3):  # what is read by others is not held up
        await record.read(named("read", order))
    free.set()
    await asyncio.gather(turn, tick)
    assert order == ["read"] * 3 + ["turn", "looked", "done"]


async def test_patience_has_an_end() -> None:
    """While turns never cease, work that let them pass for long enough is done all the same."""
    lulls = Lulls(patience_s=0.0)
    with lulls.turn():
        async with lulls.between() as pause:
            pause()
            pause()


@pytest.mark.timeout(120)  # PostgreSQL is begun for it, and ended after it
@several_writers
async def test_a_tick_ends_while_turns_never_cease(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """All that it looks at shares one patience: neither a turn nor a letter that waits for a lull holds it up."""
    monkeypatch.setattr(schedule, "PATIENCE_S", 0.0)
    order, free = Order(), threading.Event()
    turn = asyncio.create_task(record.write(named("turn", order, free)))
    await breathe()
    letter = asyncio.create_task(record.write(named("letter", order), unhurried=True))
    await breathe()
    every = [Due(name, lambda *_: [1], noting(name, order)) for name in ("first", "second", "third")]
    try:
        async with asyncio.timeout(LONGEST_S):
            await Schedule(record, Rulebook(), every).tick()
    finally:
        free.set()
    await asyncio.gather(turn, letter)
    assert order == ["first", "second", "third", "turn", "letter"]


async def test_pieces_that_share_a_patience_wait_so_long_in_all() -> None:
    """The first gets its lull when the patience is spent; the second waits for none."""
    clock, lulls, order = [0.0], Lulls(patience_s=3600.0, grace_s=0.0), Order()
    patience = Patience(60.0, lambda: clock[0])

    async def piece(name: str) -> None:
        async with lulls.between(patience):
            order.append(name)

    with lulls.turn():
        first = asyncio.create_task(piece("first"))
        await breathe()
        clock[0] += 60.0
        order.append("turn")
    await first
    with lulls.turn():
        await piece("second")
        order.append("turn")
    assert order == ["turn", "first", "second", "turn"]


async def test_what_has_no_patience_left_still_goes_one_piece_at_a_time() -> None:
    lulls, order, free = Lulls(patience_s=3600.0), Order(), asyncio.Event()

    async def piece(name: str, patience: Patience | None) -> None:
        async with lulls.between(patience):
            order.append(f"{name} begins")
            await free.wait()
            order.append(f"{name} ends")

    pieces = [asyncio.create_task(piece("first", None))]
    await breathe()
    pieces.append(asyncio.create_task(piece("second", Patience(0.0))))
    await breathe()
    await breathe()
    assert order == ["first begins"]
    free.set()
    await asyncio.gather(*pieces)
    assert order == ["first begins", "first ends", "second begins", "second ends"]


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


def noting(name: str, order: Order) -> Callable[..., int]:
    """A step of work that notes its name."""

    def step(*_: object) -> int:
        order.append(name)
        return 1

    return step
