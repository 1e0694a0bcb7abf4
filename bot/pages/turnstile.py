"""How many requests begin between two rounds of everything else, so that a thousand at once don't hold the chat up.

All that a process does takes turns in one event loop. It runs whatever is ready before it looks for something new: a
thousand requests that are ready together would all be answered before one tap is taken further.
"""

import asyncio
from collections import deque
from collections.abc import Callable

from starlette.types import ASGIApp, Receive, Scope, Send

BEGIN = 4
"""So many requests begin in one round of the event loop: some milliseconds of work."""


Free = Callable[[Scope], bool]


def nothing_free(_scope: Scope) -> bool:
    """Every request waits."""
    return False


class Turnstile:
    """Lets requests in, BEGIN of them in a round. The addresses from which they come take turns, and those of one
    address go in the order in which they came. `free` says which requests never wait.
    """

    def __init__(self, app: ASGIApp, free: Free = nothing_free) -> None:
        self._app = app
        self._free = free
        self._begun = 0  # in this round
        self._waiting: dict[str, deque[asyncio.Future[None]]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not self._free(scope):
            await self._turn((scope.get("client") or ("",))[0])
        await self._app(scope, receive, send)

    async def _turn(self, address: str) -> None:
        loop = asyncio.get_running_loop()
        if not self._begun and not self._waiting:
            loop.call_soon(self._next_round)
        if self._begun < BEGIN and not self._waiting:
            self._begun += 1
            return
        place: asyncio.Future[None] = loop.create_future()
        self._waiting.setdefault(address, deque()).append(place)
        await place

    def _next_round(self) -> None:
        self._begun = 0
        while self._waiting and self._begun < BEGIN:
            address = next(iter(self._waiting))
            lane = self._waiting.pop(address)
            place = lane.popleft()
            if lane:
                self._waiting[address] = lane  # behind the other addresses
            if not place.done():  # otherwise whoever asked is gone
                place.set_result(None)
                self._begun += 1
        if self._begun:
            asyncio.get_running_loop().call_soon(self._next_round)
