"""So much work may one member have at once. Whoever asks for more is told to come again."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Hashable
from dataclasses import dataclass, field


class TooMuchAtOnce(Exception):
    """The member has as much in work, or waiting, as one member may have."""


@dataclass
class _Lane:
    free: asyncio.Semaphore
    inside: int = field(default=0)


class Ceiling:
    """Lets `at_once` pieces of work of one member in, and so many more wait (`waiting`). The members don't wait for
    each other. What is not known to be a member's is counted by what stands for who asks, such as an address.
    """

    def __init__(self, at_once: int, waiting: int) -> None:
        self._at_once = at_once
        self._most = at_once + waiting
        self._lanes: dict[Hashable, _Lane] = {}

    @contextlib.asynccontextmanager
    async def turn(self, who: Hashable) -> AsyncIterator[None]:
        """One piece of work. Raises TooMuchAtOnce."""
        lane = self._lanes.setdefault(who, _Lane(asyncio.Semaphore(self._at_once)))
        if lane.inside >= self._most:
            raise TooMuchAtOnce
        lane.inside += 1
        try:
            async with lane.free:
                yield
        finally:
            lane.inside -= 1
            if not lane.inside:
                del self._lanes[who]
