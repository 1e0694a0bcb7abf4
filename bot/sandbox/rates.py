"""Telegram's pace: 30 messages a second over all; in one chat one a second after a burst, in a group 20 a minute.

Its numbers for other calls are not published: here each method that asks for no message has 30 a second of its own.
"""

import math
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from telegram.constants import FloodLimit

from bot.sandbox.errors import flood
from bot.sandbox.updates.polling import Sleep

OVER_ALL = int(FloodLimit.MESSAGES_PER_SECOND)
PER_CHAT = int(FloodLimit.MESSAGES_PER_SECOND_PER_CHAT)
PER_GROUP = int(FloodLimit.MESSAGES_PER_MINUTE_PER_GROUP)
BURST = 20
MOST_UNSENT = 310
UNSENT_WAIT_S = 3.0
UNSENT_RETRY_S = 60


@dataclass(slots=True)
class _Bucket:
    """Tokens that come back at `pace` a second, until there are `size`."""

    size: float
    pace: float
    tokens: float
    at: float

    def wait(self, now: float) -> float:
        self.tokens = min(self.size, self.tokens + (now - self.at) * self.pace)
        self.at = now
        return 0.0 if self.tokens >= 1 else (1 - self.tokens) / self.pace


def _new(*, group: bool, now: float) -> _Bucket:
    """For a chat in which nothing was sent lately."""
    return _Bucket(PER_GROUP, PER_GROUP / 60, PER_GROUP, now) if group else _Bucket(BURST, PER_CHAT, BURST, now)


class Rates:
    """Refuses what comes too fast. A refused message uses up nothing."""

    def __init__(self, monotonic: Callable[[], float], on: bool) -> None:
        self.on = on
        self._monotonic = monotonic
        self._all = _Bucket(OVER_ALL, OVER_ALL, OVER_ALL, monotonic())
        self._chats: dict[int | str, _Bucket] = {}
        self._methods: dict[str, _Bucket] = {}
        self._unsent: dict[object, int] = {}

    def call(self, method: str) -> None:
        """One call of a method that sends no message. Raises ApiError 429 with the whole seconds to wait."""
        if not self.on:
            return
        now = self._monotonic()
        bucket = self._methods.setdefault(method, _Bucket(OVER_ALL, OVER_ALL, OVER_ALL, now))
        if (wait := bucket.wait(now)) > 0:
            raise flood(max(1, math.ceil(wait - 1e-9)))
        bucket.tokens -= 1

    @asynccontextmanager
    async def unsent(self, chat_id: object, sleep: Sleep) -> AsyncIterator[None]:
        """For the time of a message's sending: raises ApiError 429 if too many of the chat are on their way.

        This is the Bot API server's own guard, so no switch turns it off.
        """
        count = self._unsent.get(chat_id, 0)
        if count >= MOST_UNSENT:
            await sleep(UNSENT_WAIT_S)
            raise flood(UNSENT_RETRY_S)
        self._unsent[chat_id] = count + 1
        try:
            yield
        finally:
            self._unsent[chat_id] -= 1

    def spend(self, chat_id: int | str, *, group: bool = False) -> None:
        """Counts one message or edit in this chat. Raises ApiError 429 with the whole seconds to wait."""
        if not self.on:
            return
        now = self._monotonic()
        chat = self._chats.setdefault(chat_id, _new(group=group, now=now))
        wait = max(chat.wait(now), self._all.wait(now))
        if wait > 0:
            raise flood(max(1, math.ceil(wait - 1e-9)))
        chat.tokens -= 1
        self._all.tokens -= 1
