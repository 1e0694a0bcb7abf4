"""Members side by side, one member in turn: each chat has a lane in which things are done one after another."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

Job = Callable[[], Awaitable[None]]


class Order:
    """Runs jobs with the same key in the order in which they came, and jobs with different keys at the same time."""

    def __init__(self) -> None:
        self._lanes: dict[int, deque[Job]] = {}
        self._running: set[asyncio.Task[None]] = set()
        self._quiet = asyncio.Event()
        self._quiet.set()

    def put(self, key: int, job: Job) -> None:
        """Do this job after those that were put for the same key. A job must not raise."""
        lane = self._lanes.get(key)
        if lane is not None:
            lane.append(job)
            return
        self._lanes[key] = deque([job])
        self._quiet.clear()
        task = asyncio.create_task(self._run(key))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    def waiting(self, key: int) -> int:
        """How many jobs wait for the one that is being done for this key."""
        return len(self._lanes.get(key, ()))

    @property
    def is_quiet(self) -> bool:
        return not self._lanes

    async def quiet(self) -> None:
        """Return when nothing is left to do."""
        await self._quiet.wait()

    async def _run(self, key: int) -> None:
        lane = self._lanes[key]
        try:
            while lane:
                await lane.popleft()()
        finally:
            del self._lanes[key]
            if not self._lanes:
                self._quiet.set()

    async def close(self) -> None:
        """Drop what waits and stop what runs. What was not done is not acknowledged, so Telegram sends it again."""
        for lane in self._lanes.values():
            lane.clear()
        for task in list(self._running):
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
