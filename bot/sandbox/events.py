"""What a person's telephone is told: one stream of events for each listener."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

from bot.sandbox.people import Json


class Listener(AsyncIterator[Json]):
    """Events of one chat from the moment it is made. It ends when the sandbox closes or `close` is called."""

    def __init__(self, events: "Events", user_id: int) -> None:
        self._events = events
        self._user_id = user_id
        self._heard: asyncio.Queue[Json | None] = asyncio.Queue()
        events.listeners(user_id).append(self)

    def hear(self, event: Json | None) -> None:
        self._heard.put_nowait(event)

    def __aiter__(self) -> "Listener":
        return self

    async def __anext__(self) -> Json:
        event = await self._heard.get()
        if event is None:
            raise StopAsyncIteration
        return event

    def close(self) -> None:
        """Takes no more events. Those that came before can still be read."""
        if self in (present := self._events.listeners(self._user_id)):
            present.remove(self)
            self.hear(None)


class Events:
    """Tells the listeners of a chat what happens in it."""

    def __init__(self) -> None:
        self._listeners: dict[int, list[Listener]] = {}

    def listeners(self, user_id: int) -> list[Listener]:
        return self._listeners.setdefault(user_id, [])

    def tell(self, user_id: int, kind: str, **facts: object) -> None:
        for listener in self._listeners.get(user_id, ()):
            listener.hear({"type": kind, **facts})

    def tell_all(self, kind: str, **facts: object) -> None:
        for user_id in list(self._listeners):
            self.tell(user_id, kind, **facts)

    def hearing(self) -> list[int]:
        """The people who have a listener."""
        return [user_id for user_id, present in self._listeners.items() if present]

    def close(self) -> None:
        for present in list(self._listeners.values()):
            for listener in list(present):
                listener.close()

    @contextmanager
    def listening(self, user_id: int) -> Iterator[Listener]:
        """A listener while the block runs."""
        listener = Listener(self, user_id)
        try:
            yield listener
        finally:
            listener.close()
