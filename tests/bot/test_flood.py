"""Half-open connections to the pages, in a process that may open few files: the chat by polling does not notice them.

The small size has no timings. In `make soak` 600 sockets are held for as long as 400 taps take, and the slowest of a
hundred taps may take twice as long as in calm.
"""

import asyncio
import resource
import sys
import time
from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import aiohttp
import pytest

from bot.clock import RealClock
from bot.demo.people import PEOPLE
from bot.sandbox import Sandbox, running
from tests.conftest import WRITTEN_KEY
from tests.operators import OTHER_FILE
from tests.patience import LONGEST_S
from tests.process import ROOT, QuickBot, free_port
from tests.sizes import SOAK
from tests.someone import Someone, eventually
from tests.stage import TOKEN

SOCKETS, FILES, TAPS = (600, 1024, 400) if SOAK else (300, 256, 20)
ROUNDS = 5
PAUSES = (5.0, 1.0) if SOAK else (5.0,)
"""After so many seconds those are opened anew that were ended. With 1024 files there are places for 412 of 600, so a
second makes 190 new connections a second.
"""
MOST_LOG = 100_000
"""Bytes. Before there was a limit, it was 114 MB."""


def in_a_small_room() -> None:
    """The new process may open few files."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (FILES, FILES))


class CrampedBot(QuickBot):
    """The product in a process of its own that may open few files."""

    first = staticmethod(in_a_small_room)


class Flood:
    """SOCKETS half-open connections to the pages, held by another process."""

    def __init__(self, port: int, pause: float) -> None:
        self._arguments = ("-m", "tests.bot.flooding", str(port), str(SOCKETS), str(pause))
        self._process: asyncio.subprocess.Process | None = None

    async def begins(self) -> None:
        """Return when all are open for the second time: by then many of the first were ended."""
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, *self._arguments, cwd=ROOT, stdout=asyncio.subprocess.PIPE
        )
        assert self._process.stdout is not None
        for _ in range(2):
            assert await asyncio.wait_for(self._process.stdout.readline(), LONGEST_S) == b"held\n"

    async def ends(self) -> None:
        if self._process is not None:
            self._process.kill()
            await self._process.wait()


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
async def flood(port: int, pause: float) -> AsyncIterator[Flood]:
    made = Flood(port, pause)
    yield made
    await made.ends()


@pytest.fixture
async def taps(database_url: str, tmp_path: Path, port: int) -> AsyncIterator["Taps"]:
    sandbox = Sandbox(token=TOKEN, username="tani_test_bot", people=PEOPLE, now=RealClock().now, rates=False)
    async with running(sandbox) as address:
        given = {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": address,
            "DATABASE_URL": database_url,
            "DATA_KEY": WRITTEN_KEY,
            "MONITOR": "",
            "OPERATOR_FILE": str(OTHER_FILE),
        }
        bot = CrampedBot(given | {"LISTEN": f"127.0.0.1:{port}"}, tmp_path / "bot.log")
        try:
            await bot.start("run")
            yield Taps(bot, Someone(sandbox.world, 1))
        finally:
            await bot.kill()


class Taps:
    """Somebody who presses a button again and again."""

    def __init__(self, bot: QuickBot, person: Someone) -> None:
        self.bot, self.person = bot, person

    async def take(self, number: int) -> list[float]:
        """The seconds from each press to its answer."""
        world, user = self.person.world, self.person.person.id
        taken = []
        for _ in range(number):
            before, begun = len(world.answers(user)), time.perf_counter()
            world.press(user, self.person.heard[-1]["message_id"], "of another version")
            async with asyncio.timeout(LONGEST_S):
                while len(world.answers(user)) == before:
                    await asyncio.sleep(0.001)
            taken.append(time.perf_counter() - begun)
        return taken


async def healthy(port: int) -> int:
    async with aiohttp.ClientSession() as web, web.get(f"http://127.0.0.1:{port}/healthz") as answer:
        return answer.status


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("pause", PAUSES)
async def test_half_open_connections_touch_neither_chat_nor_pages(taps: Taps, port: int, flood: Flood) -> None:
    taps.person.says("/start")
    await eventually(lambda: bool(taps.person.heard))
    calm = await taps.take(TAPS)
    await flood.begins()
    flooded: list[float] = []
    for _ in range(ROUNDS):
        flooded += await taps.take(TAPS // ROUNDS)
        assert await healthy(port) == 200
    log = taps.bot.log.read_bytes()
    assert b"Traceback" not in log
    assert b"There are too many connections" in log
    assert len(log) < MOST_LOG
    if SOAK:
        print(f"\np99 of a tap: calm {_slowest(calm):.4f} s, flooded {_slowest(flooded):.4f} s")
        assert _slowest(flooded) < 2 * _slowest(calm)
    assert await taps.bot.stop() == 0


def _slowest(taken: Sequence[float]) -> float:
    """The 99th percentile."""
    return sorted(taken)[int(0.99 * (len(taken) - 1))]
