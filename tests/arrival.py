"""青井 遥 has just logged in: the record and her chat at that moment. Every test that begins there goes on from it.

She logs in only once, through the real conversation. With its seven steps before each test, a fifth of all the tests'
time went into them.
"""

import asyncio
import copy
import pickle
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from bot.demo.people import PEOPLE
from bot.sandbox.people import Json
from bot.sandbox.updates.updates import DAY
from bot.sandbox.world import World

AOI = PEOPLE[0]


@dataclass(frozen=True)
class Arrival:
    """The record (`template` is a file, or the name of a database), her chat as it stands, what her last act brought,
    and the number of the last update.
    """

    template: Path | str
    messages: Sequence[Json]
    answers: Sequence[Json]
    calls: Sequence[tuple[str, Json]]
    sees: str
    last_update: int

    def repeat(self, world: World) -> None:
        """Bring a world in which nothing has happened yet to this state."""
        chat = world.chats.private(AOI)
        chat.known = chat.met = True
        messages, calls = pickle.loads(self._kept)  # noqa: S301  # a copy, made in a tenth of deepcopy's time
        for message in messages:
            while chat.number() < message["message_id"]:  # numbers of messages that were deleted
                pass
            chat.keep(message)
        for answer in self.answers:
            world.presses.answer(world.presses.ask(AOI.id), {name: answer[name] for name in answer if name != "id"})
        while world.updates.add("message", {}, 0, DAY) < self.last_update:
            pass
        world.updates.confirm(self.last_update + 1)
        world.calls.extend(calls)

    @cached_property
    def _kept(self) -> bytes:
        return pickle.dumps((self.messages, self.calls))


def arrive(template: Path | str, database_url: str, *, now: datetime, data_key: str) -> Arrival:
    """Log her in on the database at this address."""
    with ThreadPoolExecutor(1) as aside:  # a thread of its own, because the caller's may already run an event loop
        return aside.submit(asyncio.run, _arrive(template, database_url, now, data_key)).result()


async def _arrive(template: Path | str, database_url: str, now: datetime, data_key: str) -> Arrival:
    from tests.stage import logged_in, staged

    async with staged(database_url, now=now, data_key=data_key) as stage:
        world, before = (
            stage.world,
            len(stage.world.calls),
        )  # calls of the start are left out: every start makes them again
        phone = await logged_in(stage, 1)
        sees, told = phone.sees, copy.deepcopy((phone.messages, world.answers(AOI.id), world.calls[before:]))
    return Arrival(template, *told, sees=sees, last_update=world.send_text(AOI.id, "/help") - 1)
