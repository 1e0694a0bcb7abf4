"""The queue of updates that the bot has not confirmed yet."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import orjson
from telegram.constants import UpdateType

from bot.sandbox.people import Json

MOST_WAITING = 100_000
MOST_BYTES = 4 * 1024 * 1024
DAY = 24 * 3600.0
IDLE = 7 * DAY
"""After so long without an update the next one has a random id, which may be lower than all before."""

PRESS_LIFE = 150.0

ALL_KINDS = frozenset(str(kind) for kind in UpdateType)
DEFAULT_KINDS = ALL_KINDS - {"chat_member", "message_reaction", "message_reaction_count"}

_STEP = 1 << 33


def chat_queue(chat_id: int) -> int:
    """Messages of one chat are in one queue."""
    return chat_id


def press_queue(user_id: int) -> int:
    """Presses of one user have a queue of their own, so they may overtake the user's messages."""
    return user_id + 3 * _STEP


def my_member_queue(chat_id: int) -> int:
    return chat_id + 5 * _STEP


@dataclass(slots=True)
class Update:
    """One update. `queue` keeps its order in webhook delivery, `expires` is a Unix time, `raw` its JSON."""

    id: int
    queue: int
    expires: float
    raw: bytes


class Updates:
    """All updates of the bot in the order of their ids. Each is kept until it is confirmed or delivered, or expires."""

    def __init__(self, draw: Callable[[], int], unix: Callable[[], float]) -> None:
        """`draw` gives the first id, and another one after an idle week."""
        self.draw = draw
        self._next = draw()
        self._unix = unix
        self._last = unix()
        self._waiting: OrderedDict[int, Update] = OrderedDict()
        self._again: OrderedDict[int, Update] = OrderedDict()
        self.allowed: frozenset[str] = DEFAULT_KINDS
        self.asked: list[str] | None = None
        self.twice = False
        self.on_new: list[Callable[[Update], None]] = []
        self.on_fewer: list[Callable[[], None]] = []

    def add(self, kind: str, payload: Json, queue: int, life: float) -> int:
        """Queues an update and returns its id, or 0 if the bot did not ask for this kind or too many wait."""
        if kind not in self.allowed or len(self._waiting) >= MOST_WAITING:
            return 0
        number = self._number()
        raw = orjson.dumps({"update_id": number, kind: payload})
        update = self._waiting[number] = Update(number, queue, self._unix() + life, raw)
        for hear in self.on_new:
            hear(update)
        return number

    def _number(self) -> int:
        now = self._unix()
        number = self.draw() if now - self._last >= IDLE else self._next
        self._next, self._last = number + 1, now
        return number

    def allow(self, names: Iterable[str]) -> None:
        """Sets the kinds that are wanted from now on. If none is named, or no known one, the default set applies."""
        known = ALL_KINDS & frozenset(names)
        self.allowed = known or DEFAULT_KINDS
        self.asked = sorted(known) or None

    def confirm(self, offset: int) -> None:
        """A positive offset confirms all before it; a negative one leaves only that many at the end.

        An update that got a lower id after an idle week is confirmed unseen too. The open server would answer from
        the head of the queue instead; nobody knows what Telegram's own does, so a bot must not rely on it.
        """
        if offset < 0:
            while len(self._waiting) > -offset:
                self._waiting.popitem(last=False)
        else:
            self._again.clear()
            while self._waiting and (first := next(iter(self._waiting))) < offset:
                update = self._waiting.pop(first)
                if self.twice:
                    self._again[first] = update
        self._tell()

    def batch(self, limit: int) -> list[Update]:
        """The oldest live updates, at most `limit` and 4 MiB. Those to be seen a second time come first."""
        found: list[Update] = []
        size = 0
        for update in (*self._again.values(), *self._head(limit)):
            size += len(update.raw)
            if len(found) == limit or (found and size > MOST_BYTES):  # a single update may be larger
                break
            found.append(update)
        return found

    def _head(self, limit: int) -> list[Update]:
        self._drop_expired_head()
        found: list[Update] = []
        for update in self._waiting.values():
            if len(found) == limit:
                break
            if update.expires > self._unix():
                found.append(update)
        return found

    def _drop_expired_head(self) -> None:
        now = self._unix()
        while self._waiting and next(iter(self._waiting.values())).expires <= now:
            self._waiting.popitem(last=False)

    def forget(self, update: Update) -> None:
        """Removes an update that was delivered, or never will be."""
        self._waiting.pop(update.id, None)
        self._tell()

    def _tell(self) -> None:
        for hear in self.on_fewer:
            hear()

    def live(self) -> list[Update]:
        """All updates that wait and have not expired."""
        now = self._unix()
        for number in [number for number, update in self._waiting.items() if update.expires <= now]:
            del self._waiting[number]
        return list(self._waiting.values())

    def pending(self) -> int:
        """How many updates are neither confirmed nor delivered."""
        return len(self.live()) + len(self._again)

    def clear(self) -> None:
        self._waiting.clear()
        self._again.clear()
