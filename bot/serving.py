"""A Starlette application on a port, inside a loop that is ours to stop."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator

import uvicorn
from starlette.applications import Starlette

IDLE_S = 75
"""So long an idle connection is kept: longer than proxies keep theirs, which else send into a closed one."""

GRACE_S = 3.0
WAITING = 2048


def bound(host: str, port: int) -> socket.socket:
    """A listening place; port 0 takes any that is free. Raises OSError where it is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # the protocol is named, because asyncio switches Nagle's waiting (40 ms a call) off only where it is
    place = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        place.bind((host, port))
        place.listen(WAITING)  # now, because until somebody listens Linux lets others bind the same port
    except OSError:
        place.close()
        raise
    return place


@contextlib.asynccontextmanager
async def serving(app: Starlette, place: socket.socket) -> AsyncIterator[int]:
    """Serve while the block runs; gives the port. In the end requests are waited for a while, then cut off."""
    server = await _started(app, place)
    ticking = asyncio.create_task(server.main_loop())  # keeps the Date of answers
    try:
        yield int(place.getsockname()[1])
    finally:
        ticking.cancel()
        await asyncio.gather(ticking, return_exceptions=True)
        await _ended(server)


async def _started(app: Starlette, place: socket.socket) -> uvicorn.Server:
    """uvicorn without its handling of signals, for which the process has one place, and its waits by polling."""
    config = uvicorn.Config(
        app,
        http="h11",
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="warning",
        access_log=False,
        timeout_keep_alive=IDLE_S,
        backlog=WAITING,
    )
    config.load()
    server = uvicorn.Server(config)
    server.lifespan = config.lifespan_class(config)
    await server.startup(sockets=[place])
    return server


async def _ended(server: uvicorn.Server) -> None:
    """Takes no more connections, lets requests end for a while, then ends them."""
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
