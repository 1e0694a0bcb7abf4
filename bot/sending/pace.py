"""How fast letters go out: so many a second in all, and one a second to the same chat."""

import asyncio
import time
from collections.abc import Callable


class Pace:
    """Makes letters wait for their place. Answers to members do not pass here: they come first."""

    def __init__(
        self, overall: float = 25.0, per_chat_s: float = 1.05, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._gap = 1.0 / overall
        self._per_chat = per_chat_s
        self._now = monotonic
        self._next = 0.0
        self._chats: dict[int, float] = {}

    async def turn(self, chat: int) -> None:
        """Wait until a letter may go to this chat."""
        now = self._now()
        at = max(now, self._next, self._chats.get(chat, 0.0))
        self._next = max(now, self._next) + self._gap
        self._chats[chat] = at + self._per_chat
        if len(self._chats) > 10_000:  # or it would grow for ever
            self._chats = {key: free for key, free in self._chats.items() if free > now}
        await asyncio.sleep(at - now)

    def pause(self, seconds: float) -> None:
        """Telegram asked for a pause: send nothing before it is over."""
        self._next = max(self._next, self._now() + seconds)
