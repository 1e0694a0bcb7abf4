"""青井 has logged in, and a member beside her has something of every sort on record. Made once: with the writing of it
before each test, a fifth of the tests' time in tests/bot went into that.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.bot.neighbour import moves_in
from tests.conftest import NOW, WRITTEN_KEY
from tests.snapshot import Snapshot, owned
from tests.stage import staged


@dataclass(frozen=True)
class Beside:
    """The record (`template` is a file, or the name of a database), the member's id, and all that is on record of the
    member.
    """

    template: Path | str
    member: int
    before: Snapshot


def settled_beside(template: Path | str, database_url: str) -> Beside:
    """Have the member move in on the database at this address, on which 青井 has arrived."""
    with ThreadPoolExecutor(1) as aside:  # a thread of its own, because the caller's may already run an event loop
        return aside.submit(asyncio.run, _settled(template, database_url)).result()


async def _settled(template: Path | str, database_url: str) -> Beside:
    async with staged(database_url, now=NOW, data_key=WRITTEN_KEY) as stage:
        with stage.app.sessions.begin() as session:
            member = moves_in(session, NOW)
        await stage.settled()
        return Beside(template, member, owned(stage.app.sessions, member))
