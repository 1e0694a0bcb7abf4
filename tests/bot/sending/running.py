"""A stopwatch that runs only while somebody sleeps by it: a test of seconds takes none."""

import asyncio
import heapq
from itertools import count


class Stopwatch:
    """`sleep` takes no time. Whoever sleeps wakes in the order of the moments, and not before everything that was awake
    has come to rest.
    """

    def __init__(self) -> None:
        self.now = 1000.0
        self._sleeping: list[tuple[float, int, asyncio.Future[None]]] = []
        self._order = count()

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleeping, (self.now + max(0.0, seconds), next(self._order), woken))
        await woken

    def wakes(self) -> None:
        """Let time pass until the next moment for which somebody sleeps."""
        if self._sleeping:
            at, _, woken = heapq.heappop(self._sleeping)
            self.now = max(self.now, at)
            if not woken.done():
                woken.set_result(None)

    async def runs(self, *acts: "asyncio.Task[None]") -> None:
        """Let time pass until these are done. They wait for nothing but this stopwatch."""
        while not all(act.done() for act in acts):
            for _ in range(10):
                await asyncio.sleep(0)
            if not all(act.done() for act in acts):
                self.wakes()
        for act in acts:
            act.result()
