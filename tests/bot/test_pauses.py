"""What has begun to work on the record lets a turn pass before its next statement, if the turn need not wait for it."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import closing

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from bot import lull
from bot.clock import RealClock
from bot.lull import Lulls
from bot.record import Record
from storage.engine.sessions import Sessions
from tests.bot.orders import Order, breathe, named, one_writer

pytestmark = pytest.mark.timeout(120)  # PostgreSQL is begun for it, and ended after it


@pytest.fixture
async def record(sessions: Sessions) -> AsyncIterator[Record]:
    """With a patience that no test lives to see the end of."""
    with closing(Record(sessions, RealClock(), lulls=Lulls(patience_s=3600.0))) as opened:
        yield opened


class Asked(threading.Event):
    """Says when somebody waits for it."""

    def __init__(self) -> None:
        super().__init__()
        self.waited_for = threading.Event()

    def wait(self, timeout: float | None = None) -> bool:
        self.waited_for.set()
        return super().wait(timeout)


def of_two_statements(order: Order, begun: threading.Event, goes_on: threading.Event) -> Callable[[Session], None]:
    """A piece of work that has begun before the turn comes."""

    def act(session: Session) -> None:
        session.execute(text("SELECT 1"))
        begun.set()
        goes_on.wait(30)
        session.execute(text("SELECT 2"))
        order.append("piece")

    return act


async def meeting(record: Record, way: str, *, turn_waits: bool) -> tuple[Order, bool]:
    """A turn comes between two statements of a piece of work. Returns in which order they ended, and whether the piece
    waited for a lull. `turn_waits`: the turn ends once it does, or when the test is over.
    """
    order, begun, goes_on, asked = Order(), threading.Event(), threading.Event(), Asked()
    record._lulls._quiet = asked
    asked.set()
    piece = asyncio.create_task(getattr(record, way)(of_two_statements(order, begun, goes_on), unhurried=True))
    assert await asyncio.to_thread(begun.wait, 30)
    turn = asyncio.create_task(record.write(named("turn", order, asked.waited_for if turn_waits else None)))
    await breathe()
    goes_on.set()
    await asyncio.gather(piece, turn)
    return order, asked.waited_for.is_set()


@pytest.mark.parametrize(
    ("database_url", "way"),
    [("postgresql", "write"), ("postgresql", "write_lightly"), ("postgresql", "read"), ("sqlite", "read")],
    indirect=["database_url"],
)
async def test_a_piece_that_has_begun_lets_a_turn_pass(
    record: Record, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.setattr(lull, "PAUSES_S", 60.0)
    assert await meeting(record, way, turn_waits=True) == (["turn", "piece"], True)


@one_writer
@pytest.mark.parametrize("way", ["write", "write_lightly"])
async def test_one_that_holds_the_only_lock_ends_first(record: Record, way: str) -> None:
    assert await meeting(record, way, turn_waits=False) == (["piece", "turn"], False)
