"""Telegram's pace: 30 messages a second in all, and in one chat one a second after a burst."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from telegram.constants import FloodLimit

from bot.sandbox.errors import flood

OVER_ALL = int(FloodLimit.MESSAGES_PER_SECOND)
PER_CHAT = int(FloodLimit.MESSAGES_PER_SECOND_PER_CHAT)
BURST = 20


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


class Rates:
    """Refuses what comes too fast. A refused message uses up nothing."""

    def __init__(self, monotonic: Callable[[], float], on: bool) -> None:
        self.on = on
        self._monotonic = monotonic
        self._all = _Bucket(OVER_ALL, OVER_ALL, OVER_ALL, monotonic())
        self._chats: dict[int | str, _Bucket] = {}

    def spend(self, chat_id: int | str) -> None:
        """Counts one message or edit in this chat. Raises ApiError 429 with the whole seconds to wait."""
        if not self.on:
            return
        now = self._monotonic()
        chat = self._chats.setdefault(chat_id, _Bucket(BURST, PER_CHAT, BURST, now))
        wait = max(chat.wait(now), self._all.wait(now))
        if wait > 0:
            # the 1e-9 keeps a rounding error from asking for a second too much
            raise flood(max(1, math.ceil(wait - 1e-9)))
        chat.tokens -= 1
        self._all.tokens -= 1
