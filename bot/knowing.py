"""Opens the members' names in another thread when a process starts: otherwise the first search of staff would wait."""

import asyncio

from bot.logs import get
from bot.record import Record, until_kept
from storage.engine.cipher import Cipher
from storage.staff import search

log = get("knowing")


class Knowing:
    """Opens the names once. After `end` the thread stops soon, so that a process with many members ends in time."""

    def __init__(self, record: Record, cipher: Cipher) -> None:
        self._record = record
        self._cipher = cipher
        self._ends = False
        self.over = asyncio.Event()
        """Is set when all are opened, or when that has failed."""

    async def run(self) -> None:
        """Return when all are opened. If they can't be, staff's first search tries again."""
        now = self._record.now()
        try:
            await until_kept(
                lambda: self._record.read(
                    lambda session: search.warm(session, self._cipher, now, lambda: not self._ends)
                )
            )
        except Exception as error:
            log.error("names_not_opened", error=type(error).__name__)
        finally:
            self.over.set()

    def end(self) -> None:
        """Open no more."""
        self._ends = True
