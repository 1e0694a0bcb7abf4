"""getUpdates: one long poll at a time, with the server's guards against busy loops and against two pollers."""

import asyncio
from collections.abc import Awaitable, Callable

from bot.sandbox.errors import ApiError
from bot.sandbox.updates.updates import Update, Updates

Sleep = Callable[[float], Awaitable[None]]

LONGEST_POLL = 50
BATCHING = 0.001
CONFLICT_EVERY = 3.0
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
BY_WEBHOOK = "terminated by setWebhook request"


class Poller:
    """Holds the bot's poll until there is something to answer."""

    def __init__(self, updates: Updates, monotonic: Callable[[], float], sleep: Sleep) -> None:
        self._updates = updates
        self._monotonic = monotonic
        self._sleep = sleep
        self._held: asyncio.Future[str] | None = None
        self._last_offset: int | None = None
        self._last_start = -CONFLICT_EVERY
        self._last_conflict = -CONFLICT_EVERY
        updates.on_new.append(self._wake)

    @property
    def is_held(self) -> bool:
        """Whether a poll waits for an update at this moment."""
        return self._held is not None

    async def get(self, offset: int, limit: int, timeout: int, gone: Callable[[], Awaitable[None]]) -> list[Update]:
        """Confirms by `offset`, then answers with what waits, or holds the poll for `timeout` seconds.

        `gone` returns when the client has hung up. Raises ApiError 409 if a later poll or a webhook takes over.
        """
        self.terminate(OTHER_POLLER)
        limit = max(1, min(100, limit))
        timeout = max(0, min(LONGEST_POLL, timeout))
        limit, timeout = self._unspun(offset, limit, timeout)
        if offset:
            self._updates.confirm(offset)
        found = self._updates.batch(limit)
        if found or not timeout:
            return found
        if reason := await self._hold(timeout, gone):
            await self._space_conflicts()
            raise ApiError(409, reason)
        return self._updates.batch(limit)

    def _unspun(self, offset: int, limit: int, timeout: int) -> tuple[int, int]:
        """The limit and the time-out of a poll. A bot that asks with the same offset again at once confirms nothing: it
        gets less and waits longer.
        """
        now = self._monotonic()
        if offset == self._last_offset:
            if timeout < 3 and now < self._last_start + 3.0:
                timeout = 3
            if now < self._last_start + 0.5:
                limit = 1
        self._last_offset, self._last_start = offset, now
        return limit, timeout

    async def _hold(self, timeout: int, gone: Callable[[], Awaitable[None]]) -> str:
        """Waits for an update, the end of the time, or a conflict; returns the conflict's reason, otherwise ""."""
        held = self._held = asyncio.get_running_loop().create_future()
        ends = [asyncio.ensure_future(self._sleep(timeout)), asyncio.ensure_future(gone())]
        try:
            await asyncio.wait([held, *ends], return_when=asyncio.FIRST_COMPLETED)
        finally:
            for end in ends:
                end.cancel()
            if self._held is held:
                self._held = None
        return held.result() if held.done() else ""

    async def _space_conflicts(self) -> None:
        """Makes refusals slower: at most one in three seconds comes at once."""
        now = self._monotonic()
        if now < self._last_conflict + CONFLICT_EVERY:
            await self._sleep(CONFLICT_EVERY)
        self._last_conflict = now

    def terminate(self, reason: str) -> None:
        """Ends the held poll, if any, with 409. If the reason is empty, the poll is answered with what waits."""
        held, self._held = self._held, None
        if held is not None and not held.done():
            held.set_result(reason)

    def _wake(self, update: Update) -> None:
        """Ends the held poll a millisecond later, so that updates which come together are answered together."""
        if (held := self._held) is not None:
            held.get_loop().call_later(BATCHING, _answer, held)


def _answer(held: "asyncio.Future[str]") -> None:
    if not held.done():
        held.set_result("")
