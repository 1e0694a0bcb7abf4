"""A Starlette application on a port, inside an event loop that we stop ourselves."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from functools import partial

import uvicorn
from starlette.applications import Starlette

from bot.lobby import Guarded, Lobby, most_connections

IDLE_S = 75
"""How many seconds an idle connection is kept. It is longer than proxies keep theirs: otherwise they would send into a
connection that we have closed.
"""

GRACE_S = 3.0
WAITING = 128
"""How many connections the system lets wait for us to take them."""
AT_ONCE = 1
"""How many of them are taken in one go. Whatever else the process does waits for all of a go, so with more a tap was
answered late while connections poured in.
"""


def bound(host: str, port: int) -> socket.socket:
    """A listening socket. Port 0 takes any free port. Raises OSError if the port is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named because asyncio switches off Nagle's algorithm (40 ms of waiting a call) only if it is.
    place = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        place.bind((host, port))
        place.listen(WAITING)  # at once, because until somebody listens Linux lets others bind the same port
    except OSError:
        place.close()
        raise
    return place


@contextlib.asynccontextmanager
async def serving(app: Starlette, place: socket.socket) -> AsyncIterator[int]:
    """Serve while the block runs; gives the port. At the end requests get some seconds to finish, then are cut off."""
    server = await _started(app, place)
    ticking = asyncio.create_task(server.main_loop())  # keeps the Date header of answers up to date
    try:
        yield int(place.getsockname()[1])
    finally:
        ticking.cancel()
        await asyncio.gather(ticking, return_exceptions=True)
        await _ended(server)


async def _started(app: Starlette, place: socket.socket) -> uvicorn.Server:
    """uvicorn, without its handling of signals (the process has a place for that) and its waits by polling."""
    config = uvicorn.Config(
        app,
        http=partial(Guarded, Lobby(most_connections())),  # type: ignore[arg-type]  # called like a class
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="warning",
        access_log=False,
        timeout_keep_alive=IDLE_S,
        backlog=AT_ONCE,
    )
    config.load()
    server = uvicorn.Server(config)
    server.lifespan = config.lifespan_class(config)
    await server.startup(sockets=[place])
    place.listen(WAITING)  # asyncio has told the system its own number
    return server


async def _ended(server: uvicorn.Server) -> None:
    """Take no more connections, let requests finish for some seconds, then end them."""
    for listener in server.servers:
        listener.close()
    for connection in list(server.server_state.connections):
        connection.shutdown()
    await asyncio.sleep(0)
    if tasks := set(server.server_state.tasks):
        _, late = await asyncio.wait(tasks, timeout=GRACE_S)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)
