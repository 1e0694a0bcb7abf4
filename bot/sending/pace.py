"""How fast letters go out: so many a second in all, and one a second to the same chat."""

import asyncio
import time
from collections.abc import Callable

FIRST_TROUBLE_S = 1.0
LONGEST_TROUBLE_S = 300.0


class Pace:
    """Makes letters wait for their place. Answers to members do not pass here: they come first."""

    def __init__(
        self, overall: float = 25.0, per_chat_s: float = 1.05, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._gap = 1.0 / overall
        self._per_chat = per_chat_s
        self._now = monotonic
        self._next = 0.0
        self._until = 0.0
        self._trouble = 0.0
        self._chats: dict[int, float] = {}

    async def turn(self, chat: int) -> None:
        """Wait until a letter may go to this chat."""
        now = self._now()
        at = max(now, self._next, self._until, self._chats.get(chat, 0.0))
        self._next = max(now, self._next) + self._gap
        self._chats[chat] = at + self._per_chat
        if len(self._chats) > 10_000:  # or it would grow for ever
            self._chats = {key: free for key, free in self._chats.items() if free > now}
        await asyncio.sleep(at - now)

    def pause(self, seconds: float) -> None:
        """Nothing goes out for so long."""
        self._until = max(self._until, self._now() + seconds)

    def paused(self) -> float:
        """For how many seconds nothing goes out."""
        return max(0.0, self._until - self._now())

    def trouble(self) -> float:
        """Nothing gets through: a pause, which doubles as long as the trouble lasts. Returns its seconds."""
        if not self.paused():
            self._trouble = min(2 * self._trouble or FIRST_TROUBLE_S, LONGEST_TROUBLE_S)
            self.pause(self._trouble)
        return self.paused()

    def well(self) -> None:
        """Something got through."""
        self._trouble = 0.0
