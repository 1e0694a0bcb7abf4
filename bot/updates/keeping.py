"""Puts a file on record part by part, before the turn that takes it. Taps go in between."""

import asyncio
from collections.abc import Callable
from functools import lru_cache, partial
from typing import TypeVar

from sqlalchemy.orm import Session

from bot.record import Record, nobody, until_kept
from storage.files import parts
from storage.files.parts import Kept

T = TypeVar("T")


def end_untaken(session: Session, kept: Kept | None, outcome: T) -> T:
    """Let a file end that the turn has not taken: refused, or on record already. Returns the turn's outcome."""
    if kept is not None:
        parts.end_untaken(session, kept)
    return outcome


class Keeping:
    """Keeps files. A part that can't be written now is tried again alone: no part is written twice."""

    def __init__(self, record: Record) -> None:
        self._record = record

    async def keep(self, content: bytes, waits: Callable[[], None] = nobody) -> Kept:
        """Write the file; returns when all of it is on disk. `waits` is called once, if the record can't be written.

        If the process dies first, what is written ends by itself, and the update, which is deferred, brings the file
        again.
        """
        now, tell = self._record.now(), lru_cache(maxsize=1)(waits)
        number = await until_kept(lambda: self._record.write(lambda session: parts.begin(session, now)), tell)
        for place, part in parts.cut(content):
            await until_kept(partial(self._part, number, place, part), tell)
        return Kept(number, len(content), await asyncio.to_thread(parts.print_of, content))

    async def _part(self, number: int, place: int, part: bytes) -> None:
        await self._record.write(lambda session: parts.add_part(session, number, place, part))
