"""The sandbox as one object, and its HTTP server."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime

from starlette.applications import Starlette
from starlette.routing import Route

from bot.sandbox.api.dispatch import execute_answer
from bot.sandbox.line import BotApi, FileApi, not_found
from bot.sandbox.people import Person
from bot.sandbox.rooms import NextDay, Rooms
from bot.sandbox.state import stopwatch
from bot.sandbox.updates.polling import Sleep
from bot.sandbox.world import World
from bot.serving import bound, serving


class Sandbox:
    """Telegram for one bot: the Bot API, downloads, the chat page and its interface in one application.

    `now` gives aware UTC (for dates of messages, life times, the 48 hours of deleting), `monotonic` the seconds for
    rates and for the pace of polling, `sleep` waits. `local` allows webhooks over http and on any port, as the real
    server's --local does. If `next_day` is given, the page has a button for the next day.
    """

    def __init__(
        self,
        *,
        token: str,
        username: str,
        people: Sequence[Person],
        now: Callable[[], datetime],
        rates: bool = True,
        seed: int | None = None,
        next_day: NextDay | None = None,
        local: bool = True,
        monotonic: Callable[[], float] = stopwatch,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self.world = World(
            token=token,
            username=username,
            people=people,
            now=now,
            execute=self._execute,
            rates=rates,
            seed=seed,
            local=local,
            monotonic=monotonic,
            sleep=sleep,
        )
        api = BotApi(self.world)
        self.app = Starlette(
            routes=[
                Route("/bot{token}/{method}", api),
                Route("/bot{token}/", api),
                Route("/bot{token}", api),
                Route("/file/bot{token}/{path:path}", FileApi(self.world)),
                *Rooms(self.world, next_day).routes(),
            ]
        )
        self.app.router.redirect_slashes = False
        self.app.router.default = not_found

    async def _execute(self, content_type: str, body: bytes) -> None:
        await execute_answer(self.world, content_type, body)

    async def close(self) -> None:
        """Ends deliveries, held polls and streams of events."""
        self.world.events.close()
        self.world.poller.terminate("")
        await self.world.webhook.close()


@asynccontextmanager
async def running(sandbox: Sandbox, host: str = "127.0.0.1", port: int = 0) -> AsyncIterator[str]:
    """Serves while the block runs; gives the base URL. If `port` is 0, a free port is taken."""
    place = f"[{host}]" if ":" in host else host
    async with serving(sandbox.app, bound(host, port)) as taken:
        try:
            yield f"http://{place}:{taken}"
        finally:
            await sandbox.close()
