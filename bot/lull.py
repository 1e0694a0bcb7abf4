"""Lets work that nobody waits for at a screen go on between the turns of members."""

import asyncio
import contextlib
import threading
from collections.abc import AsyncIterator, Callable, Iterator

PATIENCE_S = 0.5
"""So long such work waits for a lull. Then it is done all the same, or it would never be done while many tap."""
GRACE_S = 0.005
"""So long after a turn its screen is made and sent off. Python runs one thread at a time: work that begins right then
would hold the screen up.
"""
PAUSES_S = 0.02
"""So long a piece of work that has begun pauses for turns in all. It may have locked a row for which a turn waits."""
Pause = Callable[[], None]
"""Called in a thread: waits while a turn is on the record."""


class Patience:
    """How long several pieces of work, one after the other, wait for lulls in all, and for others that wait for one."""

    def __init__(self, seconds: float, monotonic: Callable[[], float] | None = None) -> None:
        self.left_s = seconds
        self._now = monotonic or asyncio.get_running_loop().time

    @contextlib.contextmanager
    def waiting(self) -> Iterator[None]:
        """Time that is spent in waiting."""
        begun = self._now()
        try:
            yield
        finally:
            self.left_s = max(0.0, self.left_s - (self._now() - begun))


class Lulls:
    """Knows when no turn is on the record, waits for it, or has just left it."""

    def __init__(self, patience_s: float = PATIENCE_S, grace_s: float = GRACE_S) -> None:
        self._patience_s = patience_s
        self._grace_s = grace_s
        self._turns = 0
        self._none = asyncio.Event()
        self._none.set()
        self._quiet = threading.Event()  # the same, for threads
        self._quiet.set()
        self._first_in_line = asyncio.Lock()
        self._at_work = asyncio.Lock()

    @contextlib.contextmanager
    def turn(self) -> Iterator[None]:
        """A turn, from when it waits for the record until it has left it."""
        self._turns += 1
        self._none.clear()
        self._quiet.clear()
        try:
            yield
        finally:
            asyncio.get_running_loop().call_later(self._grace_s, self._left)

    def _left(self) -> None:
        self._turns -= 1
        if not self._turns:
            self._none.set()
            self._quiet.set()

    @contextlib.asynccontextmanager
    async def between(self, patience: Patience | None = None) -> AsyncIterator[Pause]:
        """A piece of work that lets turns pass. There is one at a time: so a turn that comes meanwhile waits for one
        piece at the most. They go in the order in which they came; but what shares a `patience` that has come to its
        end does not stand in line any more.

        Gives what the piece may call in its thread between two of its statements: there it waits for a lull, but for
        PAUSES_S in all. Python runs one thread at a time, so a turn that came meanwhile would take twice as long.
        """
        async with contextlib.AsyncExitStack() as held:
            if patience is None:
                await held.enter_async_context(self._first_in_line)
                await self._lull(self._patience_s)
            else:
                await self._lull_within(patience, held)
            await held.enter_async_context(self._at_work)
            yield self._pauses()

    def _pauses(self) -> Pause:
        left = Patience(PAUSES_S)

        def pause() -> None:
            if not self._quiet.is_set():
                with left.waiting():
                    self._quiet.wait(left.left_s)

        return pause

    async def _lull_within(self, patience: Patience, held: contextlib.AsyncExitStack) -> None:
        with patience.waiting(), contextlib.suppress(TimeoutError):
            async with asyncio.timeout(patience.left_s):
                await held.enter_async_context(self._first_in_line)
                await self._none_left()

    async def _lull(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._none_left()

    async def _none_left(self) -> None:
        while self._turns:  # when the event is told, the next turn may have come already
            await self._none.wait()
