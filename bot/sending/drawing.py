"""Papers and pictures are drawn in worker processes: 10 to 50 ms of Python each would hold up every member's turn."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from bot import workers as processes
from content.credits.goal import Picture
from handlers.pictures import goal, page

F = TypeVar("F")
T = TypeVar("T")

_TRIES = 2


class DrawingInterrupted(Exception):
    """The workers died before it was drawn, or the machine is closing down. The failure passes: ask again later."""


class Drawing:
    """The worker processes. The first drawing starts them, so it takes a second or two longer."""

    def __init__(self, workers: int = 1) -> None:
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None
        self._papers = asyncio.Semaphore(workers)
        self._closed = False

    async def picture(self, facts: Picture) -> bytes:
        """The picture of the goal as a PNG; raises as `drawn` does."""
        return await self.drawn(goal.draw, facts)

    async def first_page(self, paper: bytes) -> bytes:
        """The first page of a PDF as a PNG; raises as `drawn` does."""
        return await self.paper(page.first, paper)

    async def close(self) -> None:
        """Finish what is being drawn, and end the workers. Nothing can be drawn after it."""
        self._closed = True
        if self._pool is not None:
            await asyncio.to_thread(self._pool.shutdown)

    async def paper(self, draw: Callable[[F], T], facts: F) -> T:
        """The same as `drawn` for what nobody waits for at a screen. However much of that there is, it waits here: what
        is `drawn` meanwhile waits for one of them at the most.
        """
        async with self._papers:
            return await self.drawn(draw, facts)

    async def drawn(self, draw: Callable[[F], T], facts: F) -> T:
        """The result of `draw`, a function of a module, for these facts.

        What it raises (MissingGlyph, a fault) is raised here too. Raises DrawingInterrupted if it did not come to an
        end.
        """
        for _ in range(_TRIES):
            pool = self._running()
            try:
                return await asyncio.wrap_future(pool.submit(draw, facts))
            except BrokenProcessPool:
                self._discard(pool)
        raise DrawingInterrupted(f"the drawing process died {_TRIES} times")

    def _running(self) -> ProcessPoolExecutor:
        if self._closed:
            raise DrawingInterrupted("drawing is closed")
        if self._pool is None:
            context = multiprocessing.get_context(processes.BEGINS)
            self._pool = ProcessPoolExecutor(self._workers, mp_context=context, initializer=processes.begin)
        return self._pool

    def _discard(self, broken: ProcessPoolExecutor) -> None:
        """Make room for a new pool. Everything under way hears of a worker's death, so only the first caller changes
        anything.
        """
        if self._pool is broken:
            self._pool = None
