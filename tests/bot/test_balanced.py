"""Two `web` and two `worker` processes on one PostgreSQL, behind a balancer that knows nothing of what it hands on.

One of each is killed, and PostgreSQL is restarted, while members tap and letters go out.
"""

import asyncio
import contextlib
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.clock import RealClock
from bot.demo.people import PEOPLE
from bot.sandbox import Sandbox, running
from content.keys.letters import BroadcastSoon, ChapterDone
from content.words.ja import refusals
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.people import chats, members
from storage.post import letters
from storage.post.waiting import CLAIM
from storage.programme import courses
from storage.radio import reminders, schedule
from storage.tables import Letter
from tests.bot.test_run import SECRET
from tests.bot.test_stop import COURSE_CARD, REMINDER
from tests.bot.updates.test_kill import Tapper, answered_each, enough_shown, nothing_lost, ready
from tests.conftest import NOW, WRITTEN_KEY
from tests.databases import Postgres, migrated, postgres_server
from tests.furnished import furnished
from tests.process import QuickBot, free_port, quick_bot_process
from tests.someone import eventually, text_of
from tests.stage import TOKEN

TAPPERS = [PEOPLE[number - 1].id for number in (2, 3, 4)]
READERS = {"1000000001": PEOPLE[0].id, "1000000005": PEOPLE[4].id}
EACH = 3
"""So many letters of each kind go to each reader."""


@dataclass
class Balancer:
    """Hands each connection to the next process that takes it. One that dies takes its connections along."""

    ports: Sequence[int]
    port: int = field(default_factory=free_port)
    taken: Counter[int] = field(default_factory=Counter)
    _next: int = 0
    _handing: set[asyncio.Task[None]] = field(default_factory=set)

    @contextlib.asynccontextmanager
    async def open(self) -> AsyncIterator["Balancer"]:
        async with await asyncio.start_server(self._begin, "127.0.0.1", self.port):
            yield self
            for one in self._handing:
                one.cancel()
            await asyncio.gather(*self._handing, return_exceptions=True)
            await asyncio.sleep(0)  # the connections are closed now

    def _begin(self, caller: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        handing = asyncio.create_task(self._hand_on(caller, back))
        self._handing.add(handing)
        handing.add_done_callback(self._handing.discard)

    async def _hand_on(self, caller: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        with contextlib.closing(back.transport):
            for _ in self.ports:
                port = self.ports[self._next % len(self.ports)]
                self._next += 1
                with contextlib.suppress(OSError):
                    answer, there = await asyncio.open_connection("127.0.0.1", port)
                    self.taken[port] += 1
                    with contextlib.closing(there.transport):
                        await both_ways(caller, there, answer, back)
                    return


async def both_ways(
    caller: asyncio.StreamReader, there: asyncio.StreamWriter, answer: asyncio.StreamReader, back: asyncio.StreamWriter
) -> None:
    """Everything that comes from either side, until one of them ends."""
    pumping = [asyncio.create_task(pumped(caller, there)), asyncio.create_task(pumped(answer, back))]
    try:
        await asyncio.wait(pumping, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for one in pumping:
            one.cancel()
        await asyncio.gather(*pumping, return_exceptions=True)


async def pumped(source: asyncio.StreamReader, to: asyncio.StreamWriter) -> None:
    while part := await source.read(65_536):
        to.write(part)
        await to.drain()


@pytest.fixture
def server() -> Iterator[Postgres]:
    """One that nobody else needs: it goes down."""
    with postgres_server() as opened:
        yield opened


class House:
    """The processes, and the people who talk to them."""

    def __init__(
        self, sandbox: Sandbox, record: Sessions, webs: Sequence[QuickBot], workers: Sequence[QuickBot]
    ) -> None:
        self.world, self.record, self.webs, self.workers = sandbox.world, record, webs, workers
        self.tappers = [Tapper(sandbox, person, seed) for seed, person in enumerate(TAPPERS)]

    async def starts(self) -> None:
        """All processes are up, a test is open on the phone of everybody who taps, and letters wait for the readers."""
        listed = ready(self.record, self.record.cipher, TAPPERS)
        await asyncio.gather(*(web.start("web") for web in self.webs), *(one.start("worker") for one in self.workers))
        await asyncio.gather(*(tapper.begins(listed.id) for tapper in self.tappers))
        with self.record.begin() as session:
            for login, person in READERS.items():
                chat = self.world.chats.private(self.world.people[person])
                chat.known = chat.met = True
                write_to(session, self.record.cipher, login, person)

    @property
    def states(self) -> Counter[tuple[str, str]]:
        """How many letters of a kind are in a state."""
        with self.record.reading() as session:
            ours = select(Letter.kind, Letter.state).where(Letter.kind.in_((BroadcastSoon.kind, ChapterDone.kind)))
            return Counter((kind, state) for kind, state in session.execute(ours))

    @property
    def sent(self) -> int:
        return sum(number for (_, state), number in self.states.items() if state == "sent")

    @property
    def ended(self) -> bool:
        return {state for _, state in self.states} <= {"sent", "unknown"}

    def said(self) -> str:
        """What the processes say, for whoever asks why something did not happen."""
        logs = [bot.log.read_text()[-1500:] for bot in (*self.webs, *self.workers) if bot.log.exists()]
        return "\n".join((f"{self.world.pending()} updates wait; letters: {self.states}", *logs))

    def received(self, person: int, words: str) -> Counter[str]:
        """The letters with these words that somebody got, and how often each."""
        told = (text_of(one) for one in self.world.messages(person) if one["from"]["is_bot"])
        return Counter(text for text in told if words in text)

    def somebody_is_told_to_wait(self) -> bool:
        every = (text_of(one) for tapper in self.tappers for one in self.world.messages(tapper.person))
        return refusals.not_saved() in every


def write_to(session: Session, cipher: Cipher, login: str, person: int) -> None:
    """Three letters that may come only once, and three that may come twice."""
    me = members.account(session, cipher, login, member_no=True, mamis_id=False).id
    chats.bind(session, chats.meet(session, cipher, person, "ja", NOW), me, NOW)
    for course in (one.id for one in courses.listed(session)[:EACH]):
        letters.put(session, member_id=me, key=ChapterDone(course, 1), slot="done", at=NOW)
    for broadcast in (one.id for one in schedule.between(session, NOW, NOW + timedelta(days=30))[:EACH]):
        reminders.ask(session, me, broadcast, NOW, NOW)


@pytest.fixture
async def house(server: Postgres, cipher: Cipher, tmp_path: Path) -> AsyncIterator[House]:
    url = server.url(server.create())
    migrated(url, cipher)
    furnished(url, cipher, NOW)
    sandbox = Sandbox(token=TOKEN, username="tani_test_bot", people=PEOPLE, now=RealClock().now, rates=False)
    balancer = Balancer([free_port(), free_port()])
    async with running(sandbox) as telegram, balancer.open(), contextlib.AsyncExitStack() as stack:
        given = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": telegram, "DATA_KEY": WRITTEN_KEY, "MONITOR": ""}
        given |= {"DATABASE_URL": url, "WEBHOOK_SECRET": SECRET, "PUBLIC_URL": f"http://127.0.0.1:{balancer.port}"}
        webs = [
            await stack.enter_async_context(
                quick_bot_process(tmp_path / f"web{port}.log", **given, LISTEN=f"127.0.0.1:{port}")
            )
            for port in balancer.ports
        ]
        workers = [
            await stack.enter_async_context(quick_bot_process(tmp_path / f"worker{number}.log", **given))
            for number in (1, 2)
        ]
        for worker in workers:
            worker.now = NOW  # 10:00 in Japan: some letters wait at night, and tests run at night too
        with contextlib.closing(Sessions(url, cipher)) as record:
            yield House(sandbox, record, webs, workers)
    assert min(balancer.taken.values()) > 0
    assert len(balancer.taken) == len(webs)


async def test_one_of_each_dies_and_postgresql_is_restarted(house: House, server: Postgres, cipher: Cipher) -> None:
    await house.starts()
    tapping = [asyncio.create_task(tapper.taps()) for tapper in house.tappers]
    await eventually(lambda: house.sent > 0, house.said)
    await asyncio.gather(house.webs[0].kill(), house.workers[0].kill())
    await answered_each(house.tappers)
    await asyncio.to_thread(server.goes_down)
    await eventually(house.somebody_is_told_to_wait, house.said)
    await asyncio.to_thread(server.comes_up)
    await answered_each(house.tappers)
    await enough_shown(house.tappers)
    for task in tapping:
        task.cancel()
    await asyncio.gather(*tapping, return_exceptions=True)
    await eventually(lambda: house.world.pending() == 0, house.said)
    assert [await house.webs[1].stop(), await house.workers[1].stop()] == [0, 0]
    for tapper in house.tappers:
        tapper.look()
    nothing_lost(house.record, cipher, house.tappers)
    await every_letter_ends_as_promised(house)


async def every_letter_ends_as_promised(house: House) -> None:
    """The next process takes up what the one that was killed had claimed. What may come only once comes once at most;
    nobody is left without what may come twice.
    """
    house.workers[0].now = NOW + CLAIM + timedelta(minutes=1)
    await house.workers[0].start("worker")
    await eventually(lambda: house.ended, lambda: str(house.states))
    assert await house.workers[0].stop() == 0
    assert house.states.total() == 2 * EACH * len(READERS)
    unknown = house.states[BroadcastSoon.kind, "unknown"]
    assert house.states[ChapterDone.kind, "sent"] == EACH * len(READERS)
    for person in READERS.values():
        once, again = house.received(person, REMINDER), house.received(person, COURSE_CARD)
        assert max(once.values(), default=0) <= 1
        assert EACH - unknown <= len(once) <= EACH
        assert len(again) == EACH
