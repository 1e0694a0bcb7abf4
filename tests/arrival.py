"""青井 遥 has just logged in: the record and her chat at that moment, from which every test that begins so goes on.

She logs in once, through the real conversation: seven steps of it before each test were a fifth of what they all took.
"""

import asyncio
import copy
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.demo.people import PEOPLE
from bot.sandbox.people import Json
from bot.sandbox.updates import DAY
from bot.sandbox.world import World

AOI = PEOPLE[0]


@dataclass(frozen=True)
class Arrival:
    """The record (`template`: a file, or the name of a database), her chat as it stands, what her last act brought,
    and the number of the last update.
    """

    template: Path | str
    messages: Sequence[Json]
    answers: Sequence[Json]
    calls: Sequence[tuple[str, Json]]
    sees: str
    last_update: int

    def repeat(self, world: World) -> None:
        """Make this of a world in which nothing has happened yet."""
        chat = world.chats.private(AOI)
        chat.known = chat.met = True
        for message in copy.deepcopy(self.messages):
            while chat.number() < message["message_id"]:  # of those between that are deleted
                pass
            chat.keep(message)
        for answer in self.answers:
            world.presses.answer(world.presses.ask(AOI.id), {name: answer[name] for name in answer if name != "id"})
        while world.updates.add("message", {}, 0, DAY) < self.last_update:
            pass
        world.updates.confirm(self.last_update + 1)
        world.calls.extend(copy.deepcopy(self.calls))


def arrive(template: Path | str, database_url: str, *, now: datetime, data_key: str) -> Arrival:
    """Log her in on the database of this address."""
    with ThreadPoolExecutor(1) as aside:  # the thread that asks may have a loop of its own
        return aside.submit(asyncio.run, _arrive(template, database_url, now, data_key)).result()


async def _arrive(template: Path | str, database_url: str, now: datetime, data_key: str) -> Arrival:
    from tests.stage import logged_in, staged

    async with staged(database_url, now=now, data_key=data_key) as stage:
        world, before = stage.world, len(stage.world.calls)  # those of the start are made at every start
        phone = await logged_in(stage, 1)
        sees, told = phone.sees, copy.deepcopy((phone.messages, world.answers(AOI.id), world.calls[before:]))
    return Arrival(template, *told, sees=sees, last_update=world.send_text(AOI.id, "/help") - 1)
