"""Papers and pictures are drawn in worker processes: 10 to 50 ms of Python each would hold up every member's turn."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from content.goal import Picture
from handlers.pictures import goal

F = TypeVar("F")
T = TypeVar("T")

_TRIES = 2


class DrawingInterrupted(Exception):
    """The workers died, or the machine is closing down, before it was drawn. Passing: ask again later."""


class Drawing:
    """The worker processes; they are started by what is drawn first, which therefore takes a second or two longer."""

    def __init__(self, workers: int = 1) -> None:
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None
        self._closed = False

    async def picture(self, facts: Picture) -> bytes:
        """The picture of the goal as a PNG; raises as `drawn` does."""
        return await self.drawn(goal.draw, facts)

    async def close(self) -> None:
        """Finishes what is being drawn and ends the workers. Nothing can be drawn after it."""
        self._closed = True
        if self._pool is not None:
            await asyncio.to_thread(self._pool.shutdown)

    async def drawn(self, draw: Callable[[F], T], facts: F) -> T:
        """What `draw`, a function of a module, makes of the facts.

        What it raises (MissingGlyph, a fault) comes out here; DrawingInterrupted if it came to no end.
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
            # spawn: a fork would copy locks that the bot's other threads hold.
            spawn = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._workers, mp_context=spawn, initializer=_begin_worker)
        return self._pool

    def _discard(self, broken: ProcessPoolExecutor) -> None:
        """All that are under way hear of one death, and only the first of them makes room for a new pool."""
        if self._pool is broken:
            self._pool = None


def _begin_worker() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the bot decides when workers end
    threading.Thread(target=_end_with_parent, name="end-with-parent", daemon=True).start()


def _end_with_parent() -> None:
    """Without this a worker waits for work for ever when its parent was killed.

    What ends the wait is the pipe that multiprocessing keeps to the parent, so it serves every system.
    """
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
