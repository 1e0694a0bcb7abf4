"""How many requests a webhook may have under way: one until it has proved itself, then one for each queue."""

import asyncio
from collections import deque
from collections.abc import Callable

TRUST = 10.0
IDLE = 50.0


class Connections:
    """Counts connections as the server's webhook actor does.

    New ones are opened only within ten seconds after a success; the very first is the exception. Idle ones close after
    fifty seconds.
    """

    def __init__(self, most: int, monotonic: Callable[[], float]) -> None:
        self._most = most
        self._monotonic = monotonic
        self._open = 0
        self._busy = 0
        self._last_use = monotonic()
        self._last_success = monotonic() - 3600.0
        self._waiting: deque[asyncio.Future[None]] = deque()

    async def take(self, queues: int) -> None:
        """Waits for a connection. `queues` is how many queues have something to send."""
        if not self._waiting and self._free(queues):
            self._busy += 1
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            # The turn was given in the same moment in which it was no longer wanted: pass it on.
            if turn.done() and not turn.cancelled():
                self.give_back(taken=False, lost=False)
            raise

    def _free(self, queues: int) -> bool:
        now = self._monotonic()
        if not self._busy and now > self._last_use + IDLE:
            self._open = 0
        self._last_use = now
        allowed = queues if self._last_success + TRUST >= now else 1
        self._open = max(self._open, min(self._most, allowed))
        return self._busy < self._open

    def give_back(self, *, taken: bool, lost: bool) -> None:
        """Gives a connection back when its request is over. `taken`: the bot took the update. `lost`: the connection is
        gone.
        """
        self._busy -= 1
        if taken:
            self._last_success = self._monotonic()
        if lost:
            self._open = max(0, self._open - 1)
        while self._waiting and self._free(self._busy + len(self._waiting)):
            turn = self._waiting.popleft()
            if not turn.done():
                self._busy += 1
                turn.set_result(None)
