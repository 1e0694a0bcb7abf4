"""A Starlette application on a port, inside a loop that is ours to stop."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator

import uvicorn
from starlette.applications import Starlette


class _Server(uvicorn.Server):
    """uvicorn without its own handling of signals: the process has one place for that."""

    @contextlib.contextmanager
    def capture_signals(self):  # type: ignore[no-untyped-def]  # uvicorn's generator
        yield


def bound(host: str, port: int) -> socket.socket:
    """A listening place; port 0 takes any that is free. Raises OSError where it is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    place = socket.socket(family, socket.SOCK_STREAM)
    place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    place.bind((host, port))
    return place


@contextlib.asynccontextmanager
async def serving(app: Starlette, place: socket.socket) -> AsyncIterator[int]:
    """Serve while the block runs; gives the port."""
    config = uvicorn.Config(app, log_level="warning", lifespan="off", access_log=False, timeout_graceful_shutdown=3)
    server = _Server(config)
    task = asyncio.create_task(server.serve(sockets=[place]))
    try:
        while not server.started and not task.done():  # noqa: ASYNC110  # uvicorn has a flag here, not an event
            await asyncio.sleep(0.01)
        yield int(place.getsockname()[1])
    finally:
        server.should_exit = True
        await task
        place.close()
