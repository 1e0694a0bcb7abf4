"""The sandbox as one object, and its HTTP server."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route

from bot.sandbox.api.dispatch import execute_answer
from bot.sandbox.line import BotApi, FileApi, not_found
from bot.sandbox.people import Person
from bot.sandbox.polling import Sleep
from bot.sandbox.rooms import NextDay, Rooms
from bot.sandbox.world import World, stopwatch

IDLE = 75
GRACE = 2.0


class Sandbox:
    """Telegram for one bot: the Bot API, downloads, the chat page and its interface in one application.

    `now` gives aware UTC (dates of messages, life times, 48 hours of deleting), `monotonic` the seconds for rates and
    for the pace of polling, `sleep` waits. `local` allows webhooks over http and on any port, as the real server's
    --local does. The page has the button for the next day when `next_day` is given.
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
    """Serves for the time of a block; gives the base URL, with the port that was free when `port` is 0."""
    listening = _listening(host, port)
    place = f"[{host}]" if ":" in host else host
    origin = f"http://{place}:{listening.getsockname()[1]}"
    server = await _started(sandbox, listening)
    try:
        yield origin
    finally:
        await sandbox.close()
        await _ended(server)


def _listening(host: str, port: int) -> socket.socket:
    """A socket of explicit protocol: asyncio turns Nagle's delay of 40 ms off only for connections that name it."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind((host, port))
    listening.listen(2048)
    return listening


async def _started(sandbox: Sandbox, listening: socket.socket) -> uvicorn.Server:
    """uvicorn without its own loop and its handling of signals, which belong to the process around it."""
    options: dict[str, Any] = {"ws": "none", "lifespan": "off", "log_config": None, "access_log": False}
    config = uvicorn.Config(sandbox.app, http="h11", timeout_keep_alive=IDLE, date_header=False, **options)
    config.load()
    server = uvicorn.Server(config)
    server.lifespan = config.lifespan_class(config)
    await server.startup(sockets=[listening])
    return server


async def _ended(server: uvicorn.Server) -> None:
    """Takes no more connections, lets requests end for a while, then ends them."""
    for listener in server.servers:
        listener.close()
    for connection in list(server.server_state.connections):
        connection.shutdown()
    await asyncio.sleep(0)
    if tasks := set(server.server_state.tasks):
        _, late = await asyncio.wait(tasks, timeout=GRACE)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)


async def serve(sandbox: Sandbox, host: str, port: int) -> None:
    """Serves until the task is cancelled."""
    async with running(sandbox, host, port):
        await asyncio.Event().wait()
