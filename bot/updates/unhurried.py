"""Presses for something that takes its time, such as a certificate, let the turns of others pass.

They are kept on record, many in one transaction, and are acknowledged with that. Then they are answered one at a time,
each in its member's turn, when nobody else's turn is on the record. If the process dies or stops, the record has them,
and they are taken up like other deferred updates. So two hundred members who ask at the same moment cost the others
little more than one does.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import orjson

from bot.logs import get
from bot.record import Record, until_kept
from bot.sending.transport import lightened
from bot.updates.order import Order
from handlers.press import is_unhurried
from storage.post import updates

log = get("unhurried")
MOST_TOGETHER = 100
"""So many are kept in one transaction: as many as Telegram hands out at once."""


@dataclass(frozen=True)
class Asked:
    """Such a press: the number of its update, the person, and the JSON of the update."""

    number: int
    person: int
    body: bytes

    @classmethod
    def found(cls, update: dict[str, Any], *, is_kept: bool = False) -> "Asked | None":
        """The press of an update, as Telegram gives it; None if it is something else. python-telegram-bot reads it only
        when its turn comes: that costs more than to keep it. One that is kept was such a press when it came.
        """
        match update:
            case {
                "update_id": int(number),
                "callback_query": {
                    "data": str(data),
                    "from": {"id": int(person)},
                    "message": {"chat": {"id": int(chat)}},
                },
            } if chat == person and (is_kept or is_unhurried(data)):
                return cls(number, person, orjson.dumps(lightened(update)))
        return None


@dataclass(frozen=True)
class Coming:
    """A press that is not on record yet. Whether it is new is known when it is there."""

    asked: Asked
    is_new: "asyncio.Future[bool]"


class Unhurried:
    """Keeps them and has them answered: `answer` takes the turn of one, and raises nothing. `not_saved` tells the
    person that nothing can be saved just now.
    """

    def __init__(
        self,
        record: Record,
        taking: Order,
        answer: Callable[[Asked], Awaitable[None]],
        not_saved: Callable[[Asked], None],
    ) -> None:
        self._record = record
        self._taking = taking
        self._answer = answer
        self._not_saved = not_saved
        self._coming: list[Coming] = []
        self._waiting: dict[int, deque[Asked]] = {}  # by person: each has one answered, then the next person
        self._keeping: asyncio.Task[None] | None = None
        self._answering: asyncio.Task[None] | None = None

    async def keep(self, asked: Asked) -> bool:
        """Put it on record; returns when it is there, and whether it is new. Raises what writing raises for good."""
        is_new: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._coming.append(Coming(asked, is_new))
        if self._keeping is None or self._keeping.done():
            self._keeping = asyncio.create_task(self._keep_all())
        return await is_new

    def take_up(self, asked: Asked) -> None:
        """Answer one that is on record. If it waits here already, nothing is done."""
        waiting = self._waiting.setdefault(asked.person, deque())
        if all(one.number != asked.number for one in waiting):
            waiting.append(asked)
        if self._answering is None or self._answering.done():
            self._answering = asyncio.create_task(self._answer_all())

    def hurry(self, person: int) -> None:
        """This person goes on: what the person asked for is answered before that, and without letting others pass."""
        for asked in self._waiting.pop(person, ()):
            self._taking.put(person, partial(self._answer, asked))

    def waiting(self, person: int) -> int:
        """How many of this person wait."""
        return len(self._waiting.get(person, ()))

    @property
    def is_quiet(self) -> bool:
        return not self._tasks()

    async def quiet(self) -> None:
        """Return when all are answered."""
        while tasks := self._tasks():
            await asyncio.wait(tasks)

    async def close(self) -> None:
        """Stop. What was not kept is not acknowledged, and what was not answered is free for another process."""
        for task in (tasks := self._tasks()):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        left = [one.number for waiting in self._waiting.values() for one in waiting]
        self._waiting.clear()
        if left:
            try:
                await self._record.write(lambda session: updates.release(session, left))
            except Exception as error:  # their claims run out
                log.warning("not_released", error=type(error).__name__)

    def _tasks(self) -> Sequence["asyncio.Task[None]"]:
        return [task for task in (self._keeping, self._answering) if task is not None and not task.done()]

    async def _keep_all(self) -> None:
        while self._coming:
            some, self._coming = self._coming[:MOST_TOGETHER], self._coming[MOST_TOGETHER:]
            try:
                await self._keep(some)
            except Exception as error:
                for one in some:
                    if not one.is_new.done():
                        one.is_new.set_exception(error)

    async def _keep(self, some: Sequence[Coming]) -> None:
        bodies = {one.asked.number: one.asked.body for one in some}
        now = self._record.now()

        def tell() -> None:
            for one in some:
                self._not_saved(one.asked)

        new = set(
            await until_kept(lambda: self._record.write(lambda session: updates.defer_new(session, bodies, now)), tell)
        )
        for one in some:
            is_new = one.asked.number in new
            new.discard(one.asked.number)  # the same update may have come twice at once
            if is_new:
                self.take_up(one.asked)
            if not one.is_new.done():  # whoever waited for it may be gone
                one.is_new.set_result(is_new)

    async def _answer_all(self) -> None:
        """One after the other, with a rest after each that is as long as it took: what it shows, and what it gave rise
        to, is done in that time, and half of the time is left to others.
        """
        time = asyncio.get_running_loop().time
        while self._waiting:
            async with self._record.between():
                begun = time()
                if (asked := self._next()) is None:  # the person has hurried meanwhile
                    continue
                answered = asyncio.Event()
                self._taking.put(asked.person, partial(self._answer_one, asked, answered))
                await answered.wait()
            await asyncio.sleep(time() - begun)

    async def _answer_one(self, asked: Asked, answered: asyncio.Event) -> None:
        await self._answer(asked)
        answered.set()

    def _next(self) -> Asked | None:
        """The one that waits longest of the person whose turn it is."""
        if not self._waiting:
            return None
        person = next(iter(self._waiting))
        waiting = self._waiting.pop(person)
        asked = waiting.popleft()
        if waiting:
            self._waiting[person] = waiting
        return asked
