"""Lets work that nobody waits for at a screen go on between the turns of members."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator

PATIENCE_S = 0.5
"""So long such work waits for a lull. Then it is done all the same, or it would never be done while many tap."""
GRACE_S = 0.005
"""So long after a turn its screen is made and sent off. Python runs one thread at a time: work that begins right then
would hold the screen up.
"""


class Lulls:
    """Knows when no turn is on the record, waits for it, or has just left it."""

    def __init__(self, patience_s: float = PATIENCE_S, grace_s: float = GRACE_S) -> None:
        self._patience_s = patience_s
        self._grace_s = grace_s
        self._turns = 0
        self._none = asyncio.Event()
        self._none.set()
        self._one = asyncio.Lock()

    @contextlib.contextmanager
    def turn(self) -> Iterator[None]:
        """A turn, from when it waits for the record until it has left it."""
        self._turns += 1
        self._none.clear()
        try:
            yield
        finally:
            asyncio.get_running_loop().call_later(self._grace_s, self._left)

    def _left(self) -> None:
        self._turns -= 1
        if not self._turns:
            self._none.set()

    @contextlib.asynccontextmanager
    async def between(self) -> AsyncIterator[None]:
        """A piece of work that lets turns pass. There is one at a time, in the order in which they came: so a turn that
        comes meanwhile waits for one piece at the most.
        """
        async with self._one:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._patience_s):
                    while self._turns:  # when the event is told, the next turn may have come already
                        await self._none.wait()
            yield
