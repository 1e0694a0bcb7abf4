"""How fast letters go out: so many sends a second in all, and one a second to the same chat.

Answers to members come first: they wait for no place, but each takes one away from the letters behind it. Telegram does
not say whether it was a chat or the bot that was too fast. So what it asks is taken for the chat's own, unless it asks
the same of another chat within a few seconds.
"""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable

from sqlalchemy.orm import Session

from bot.sending.budget import Alone, Budget
from storage.post.budget import Allowed

stopwatch = time.monotonic
FIRST_TROUBLE_S = 1.0
LONGEST_TROUBLE_S = 300.0
PER_S = 29.6
"""Telegram takes about 30 a second. What is left is for what no process counts, such as a request that was repeated."""
PER_CHAT_S = 1.05
TOGETHER_S = 3.0
"""If two chats ask to wait within so many seconds, it is the bot that was too fast."""
LONGEST_HELD_S = 5.0
"""A longer pause is not waited for with claimed letters: their claim would run out, and another process send them."""
UNBOOKED_S = 1.0
"""If no places can be booked, letters wait so long: none is sent before it is on record that it is being sent."""
FLUSH_S = 0.2
UNUSED_S = 2.0
"""So long a place that was given and not used may serve another message: longer ago, others have gone in its stead."""


class Pace:
    """Makes letters wait for their place. Answers to members do not pass here: they are only counted (`sent`)."""

    def __init__(
        self,
        overall: float = PER_S,
        per_chat_s: float = PER_CHAT_S,
        monotonic: Callable[[], float] = stopwatch,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        budget: Budget | None = None,
    ) -> None:
        self._per_chat = per_chat_s
        self._now = monotonic
        self._sleep = sleep
        self._budget: Budget = budget or Alone(Allowed(overall), monotonic)
        self._door = asyncio.Lock()
        self._waiting = 0
        self._places: deque[float] = deque()
        self._given: deque[float] = deque()  # when places were given to letters whose request has not been made yet
        self._spent = 0  # sends that took no place and are not booked yet
        self._any_spent = asyncio.Event()
        self._until = 0.0
        self._trouble = 0.0
        self._chats: dict[int, float] = {}
        self._refused: tuple[int, float] | None = None

    async def turn(self, chat: int) -> None:
        """Wait until a letter may go to this chat. In a long pause this does not wait for its end."""
        now = self._now()
        at = max(now, self._chats.get(chat, 0.0))
        self._chats[chat] = at + self._per_chat
        if len(self._chats) > 10_000:  # or it would grow for ever
            self._chats = {key: free for key, free in self._chats.items() if free > now}
        if at > now:
            await self._sleep(at - now)
        self._waiting += 1
        try:
            async with self._door:
                await self._place()
        finally:
            self._waiting -= 1
        self.begun(chat)

    def takes(self, session: Session, chat_id: int) -> float:
        """The same for letters of other processes, in the transaction that begins this one: see Budget.take."""
        return self._budget.take(session, chat_id, self._per_chat)

    def begun(self, chat: int) -> None:
        """A letter goes to this chat now: it may have waited for the record since it had its turn."""
        self._chats[chat] = max(self._chats.get(chat, 0.0), self._now() + self._per_chat)

    def busy(self, chat: int, seconds: float) -> None:
        """This chat has to wait so long for a letter that has had its turn. Its place is for the next that waits."""
        self._chats[chat] = max(self._chats.get(chat, 0.0), self._now() + seconds)
        if self._uses_given() and not self.paused():
            self._places.appendleft(self._now())

    async def _place(self) -> None:
        while (held := self.paused()) <= LONGEST_HELD_S:
            if held:
                await self._sleep(held)
            elif not self._places:
                await self._book(min(self._waiting, self._budget.most))
            elif (wait := self._places[0] - self._now()) > 0:
                await self._sleep(wait)
            else:
                self._places.popleft()
                self._given.append(self._now())
                return

    async def _book(self, number: int) -> None:
        spent, self._spent = self._spent, 0
        self._any_spent.clear()
        places = await self._budget.book(number, spent)
        if places is None:
            self._spent += spent
            self.pause(UNBOOKED_S)
        elif places.held > 0:
            self.pause(places.held)
        elif not self.paused():  # it may have begun in the meantime
            self._places.extend(places.moments)

    async def run(self) -> None:
        """Book answers soon after they were sent, though no letter is due here. Letters of other processes leave room
        for them, and a letter that comes here later does not wait for what went long ago.
        """
        while True:
            await self._any_spent.wait()
            await self._sleep(max(FLUSH_S, min(self.paused(), UNBOOKED_S)))
            if self._spent:
                await self._book(0)

    def sent(self) -> None:
        """A message goes out: it has its place, or it takes one away."""
        if not self._uses_given():
            self._spent += 1
            self._any_spent.set()

    def _uses_given(self) -> bool:
        """Use a place that was given lately; False if all are used."""
        while self._given and self._given[0] < self._now() - UNUSED_S:
            self._given.popleft()
        if self._given:
            self._given.popleft()
            return True
        return False

    def refused(self, chat: int, seconds: float) -> None:
        """Telegram asks to wait so long, at a message to this chat: its own, or everything. A chat waits here for some
        seconds; that it has to wait for longer stands on record, for every process (Settling.asked_to_wait).
        """
        now, before = self._now(), self._refused
        self._refused = (chat, now)
        self._chats[chat] = max(self._chats.get(chat, 0.0), now + min(seconds, LONGEST_HELD_S))
        if before is not None and before[0] != chat and now - before[1] < TOGETHER_S:
            self.pause(seconds)
            self._budget.cut(seconds)

    def pause(self, seconds: float) -> None:
        """Nothing goes out for so long."""
        self._until = max(self._until, self._now() + seconds)
        self._places.clear()

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
