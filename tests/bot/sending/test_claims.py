"""A claimed letter is sent once, however long it waits, whatever the record does meanwhile, and whenever we stop."""

import asyncio
import itertools
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

import pytest
from sqlalchemy.orm import Session
from structlog.testing import capture_logs

from bot.sending.delivery import Delivery
from bot.sending.pace import Pace
from bot.sending.postman import Postman
from bot.sending.transport import CONNECT_S, UPLOAD_S
from bot.sending.writing import Writing
from handlers.routing import letter_kinds
from storage.engine import sessions
from storage.people import chats
from storage.post.waiting import CLAIM
from tests.bot.sending.post import FEATURE, Post
from tests.bot.sending.test_delivery import post
from tests.bot.wrong_clock import DAY, HOUR, RIGHT, SetClock
from tests.someone import eventually

__all__ = ["post"]
T = TypeVar("T")

LONGEST = timedelta(seconds=UPLOAD_S + CONNECT_S)
"""How long the longest request takes until it is given up."""
BOTH = pytest.mark.parametrize("kind", ["nudge", "paper"])


class Held(Pace):
    """A pace in which no letter gets its place until it is let."""

    def __init__(self) -> None:
        super().__init__(1000, 0)
        self.waiting = 0
        self.may = asyncio.Event()

    async def turn(self, _chat: int) -> None:
        self.waiting += 1
        await self.may.wait()


def neighbour(post: Post) -> Delivery:
    """What another process would have, on the same record and the same line."""
    app = post.stage.app
    writing = Writing(app.record, app.house, letter_kinds([FEATURE]))
    postman = Postman(app.record, app.showing, writing, app.papers, app.operator, app.figures)
    postman.pace = Pace(1000, 0)
    return Delivery(app.record, postman)


@pytest.fixture
def held(post: Post) -> Held:
    pace = post.stage.app.postman.pace = Held()
    return pace


@BOTH
async def test_a_claim_outlasts_the_longest_request(post: Post, kind: str) -> None:
    """Nobody else takes a letter up while it may be under way."""
    release = post.stage.holds("sendMessage")
    post.writes(kind)
    sending = asyncio.create_task(post.stage.app.delivery.step())
    await eventually(lambda: post.stage.world.faults.waiting() == 0)
    post.stage.clock.jump(post.stage.clock.now() + LONGEST)
    assert await neighbour(post).step() == 0
    release()
    await sending
    assert post.received == [f"{kind} s"]
    assert post.states == [("sent", "")]


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.stage.DemoClock", lambda start, runs: SetClock(start, RIGHT))


@BOTH
@pytest.mark.usefixtures("set_clock")
@pytest.mark.parametrize("off", [DAY, -HOUR])
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_clock_that_is_set_while_a_letter_is_under_way(post: Post, kind: str, off: timedelta) -> None:
    clock = post.stage.clock
    assert isinstance(clock, SetClock)
    release = post.stage.holds("sendMessage")
    post.writes(kind)
    sending = asyncio.create_task(post.stage.app.delivery.step())
    await eventually(lambda: post.stage.world.faults.waiting() == 0)
    clock.offs = itertools.repeat(off)
    assert await neighbour(post).step() == 0
    release()
    await sending
    clock.offs = itertools.repeat(timedelta(0))
    assert await neighbour(post).step() == 0
    assert post.received == [f"{kind} s"]
    assert post.states == [("sent", "")]


@BOTH
async def test_a_claim_that_runs_out_while_the_letter_waits_for_its_place(post: Post, held: Held, kind: str) -> None:
    for slot in "1234":
        post.writes(kind, slot=slot)
    sending = asyncio.create_task(post.stage.app.delivery.step())
    await eventually(lambda: held.waiting == 1)
    post.stage.clock.jump(post.stage.clock.now() + CLAIM + timedelta(seconds=1))
    passing = neighbour(post)
    while await passing.step():
        pass
    assert [state for state, _ in post.states] == ["sent"] * 4
    held.may.set()
    await sending
    assert post.received == [f"{kind} s"] * 4
    assert post.states == [("sent", "")] * 4


@BOTH
async def test_a_claim_that_ran_out_is_still_good_if_nobody_took_the_letter(post: Post, held: Held, kind: str) -> None:
    post.writes(kind)
    sending = asyncio.create_task(post.stage.app.delivery.step())
    await eventually(lambda: held.waiting == 1)
    post.stage.clock.jump(post.stage.clock.now() + CLAIM + timedelta(seconds=1))
    held.may.set()
    await sending
    assert await neighbour(post).step() == 0
    assert post.received == [f"{kind} s"]
    assert post.states == [("sent", "")]


@BOTH
async def test_a_pause_that_begins_while_a_letter_waits_holds_it(post: Post, held: Held, kind: str) -> None:
    post.writes(kind)
    sending = asyncio.create_task(post.stage.app.delivery.step())
    await eventually(lambda: held.waiting == 1)
    held.pause(300.0)
    held.may.set()
    await sending
    assert post.received == []
    assert post.states == [("waiting", "asked to wait")]


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite says soon that it is locked."""
    monkeypatch.setattr(sessions, "BUSY_MS", 50)


@BOTH
@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_settling_that_meets_a_lock_is_tried_until_it_is_kept(post: Post, kind: str) -> None:
    lock = sqlite3.connect(str(post.stage.app.sessions.url.database), isolation_level=None)
    release = post.stage.holds("sendMessage")
    post.writes(kind)
    with capture_logs() as events:
        sending = asyncio.create_task(post.stage.app.delivery.step())
        await eventually(lambda: post.stage.world.faults.waiting() == 0)
        lock.execute("BEGIN IMMEDIATE")
        release()
        await eventually(lambda: [one["event"] for one in events].count("record_not_written") == 3)
        lock.execute("ROLLBACK")
        lock.close()
        await sending
    assert post.states == [("sent", "")]
    post.stage.clock.jump(post.stage.clock.now() + 2 * CLAIM)
    assert await neighbour(post).step() == 0
    assert post.received == [f"{kind} s"]


@BOTH
async def test_one_that_is_taken_back_while_it_waits_for_its_place_is_not_sent(
    post: Post, held: Held, kind: str
) -> None:
    post.writes(kind)
    sending = asyncio.create_task(post.stage.app.delivery.step())
    await eventually(lambda: held.waiting == 1)
    with post.stage.app.sessions.begin() as session:
        session.connection().exec_driver_sql("UPDATE letters SET state = 'dropped', outcome = 'taken back'")
    held.may.set()
    await sending
    assert post.received == []
    assert post.states == [("dropped", "taken back")]


@BOTH
async def test_at_the_end_what_is_under_way_is_finished_and_the_rest_given_back(post: Post, kind: str) -> None:
    delivery = post.stage.app.delivery
    release = post.stage.holds("sendMessage")
    for slot in "12345":
        post.writes(kind, slot=slot)
    running = asyncio.create_task(delivery.run())
    await eventually(lambda: post.stage.world.faults.waiting() == 0)
    delivery.end()
    await eventually(lambda: [state for state, _ in post.states].count("waiting") == 4)
    assert not running.done()
    release()
    await running
    assert [state for state, _ in post.states] == ["sent"] + ["waiting"] * 4
    while await neighbour(post).step():
        pass
    assert post.received == [f"{kind} s"] * 5


@BOTH
async def test_at_the_end_a_letter_that_waits_for_its_place_is_given_back_at_once(
    post: Post, held: Held, kind: str
) -> None:
    post.writes(kind)
    running = asyncio.create_task(post.stage.app.delivery.run())
    await eventually(lambda: held.waiting == 1)
    post.stage.app.delivery.end()
    await running
    assert post.states == [("waiting", None)]


@BOTH
async def test_the_end_may_come_while_letters_are_being_claimed(
    post: Post, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    delivery, write = post.stage.app.delivery, post.stage.app.record.write

    async def ends(act: Callable[[Session], T], *, unhurried: bool = False) -> T:
        done = await write(act, unhurried=unhurried)
        delivery.end()
        return done

    post.writes(kind)
    monkeypatch.setattr(post.stage.app.record, "write", ends)
    await delivery.run()
    assert [state for state, _ in post.states] == ["waiting"]
    assert post.received == []


async def test_nobody_is_written_to_who_left_while_the_letter_waited(post: Post, held: Held) -> None:
    """The claim is looked at right before the request; who left meanwhile is found by Telegram's answer."""
    post.writes("paper")
    sending = asyncio.create_task(post.stage.app.delivery.step())
    await eventually(lambda: held.waiting == 1)
    post.stage.world.block(post.phone.person.id)
    held.may.set()
    await sending
    assert post.states == [("failed", "the bot is blocked")]
    with post.stage.app.sessions.reading() as session:
        chat = chats.by_id(session, post.chat)
        assert not chat.reachable
