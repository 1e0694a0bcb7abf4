"""What the sandbox's tests stand on: a clock in hand, a client of the Bot API, a bot that hears a webhook."""

import asyncio
import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
from aiohttp import web

from bot.sandbox import Person
from tests.patience import LONGEST_S

TOKEN = "4242:sandbox-test"
AOI = Person(1001, "青井", "ja", "会員", "ログイン", ("1000000001",))
KEN = Person(1002, "Ken", "en")
STRANGER = Person(1003, "Stranger", "en")
START = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)


class Clock:
    """Time that moves only when told; sleepers wake when it passes them."""

    def __init__(self) -> None:
        self.passed = 0.0
        self.sleepers: list[tuple[float, asyncio.Future[None]]] = []
        self._gone_to_sleep = asyncio.Event()

    def now(self) -> datetime:
        return START + timedelta(seconds=self.passed)

    def monotonic(self) -> float:
        return 1000.0 + self.passed

    async def sleep(self, seconds: float) -> None:
        waking: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.sleepers.append((self.passed + seconds, waking))
        self._gone_to_sleep.set()
        await waking

    def advance(self, seconds: float) -> None:
        self.passed += seconds
        due = [sleeper for sleeper in self.sleepers if sleeper[0] <= self.passed]
        self.sleepers = [sleeper for sleeper in self.sleepers if sleeper[0] > self.passed]
        for _, waking in due:
            if not waking.done():
                waking.set_result(None)

    async def asleep(self) -> float:
        """Waits until somebody sleeps; gives the seconds that the first of them still has to."""
        while not (left := [until - self.passed for until, waking in self.sleepers if not waking.done()]):
            self._gone_to_sleep.clear()
            await self._gone_to_sleep.wait()
        return min(left)


@dataclass
class Api:
    """Calls of a bot, as JSON; every answer is the whole envelope."""

    origin: str
    http: aiohttp.ClientSession
    token: str = TOKEN

    async def __call__(self, method: str, **params: Any) -> dict[str, Any]:
        async with self.http.post(f"{self.origin}/bot{self.token}/{method}", json=params) as answer:
            body: dict[str, Any] = await answer.json()
            assert answer.status == (200 if body["ok"] else body["error_code"])
            return body

    async def result(self, method: str, **params: Any) -> Any:
        body = await self(method, **params)
        assert body["ok"], body
        return body["result"]

    async def form(self, method: str, files: dict[str, tuple[str, bytes]], **params: Any) -> dict[str, Any]:
        form = aiohttp.FormData()
        for name, value in params.items():
            form.add_field(name, str(value))
        for name, (file_name, data) in files.items():
            form.add_field(name, io.BytesIO(data), filename=file_name)
        async with self.http.post(f"{self.origin}/bot{self.token}/{method}", data=form) as answer:
            body: dict[str, Any] = await answer.json()
            return body


@dataclass
class Ears:
    """A bot's webhook: what it heard, and what it is to answer (by default 200)."""

    url: str = ""
    heard: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    answers: list[web.Response] = field(default_factory=list)
    held: dict[str, asyncio.Event] = field(default_factory=dict)
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    async def hear(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.headers.append(dict(request.headers))
        self.heard.append(update)
        self._changed.set()
        for kind, event in self.held.items():
            if kind in update:
                await event.wait()
        return self.answers.pop(0) if self.answers else web.Response()

    async def hears(self, count: int) -> list[dict[str, Any]]:
        """Waits until this many requests have come."""
        async with asyncio.timeout(LONGEST_S):
            while len(self.heard) < count:
                self._changed.clear()
                await self._changed.wait()
        return self.heard

    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.heard if "message" in update]


@asynccontextmanager
async def listening() -> AsyncIterator[Ears]:
    ears = Ears()
    app = web.Application()
    app.router.add_post("/hook", ears.hear)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    ears.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    try:
        yield ears
    finally:
        for event in ears.held.values():
            event.set()
        await runner.cleanup()
