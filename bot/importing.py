"""Reads, applies and undoes the imports that staff sent in the chat (bot/carrying.py)."""

from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.apart import Apart
from bot.carrying import Bar, Carrying
from bot.import_steps import Near, Steps
from bot.kinds import KINDS
from bot.logs import get
from bot.record import Record
from bot.sending.showing import Showing
from content.importing.report import State
from content.keys.jobs import ApplyImport, ReadImport
from content.rules import Rulebook
from handlers.screens.staff import importing as screens
from storage.engine.jobs import Held
from storage.engine.sessions import Sessions
from storage.files import parts
from storage.importing import imports

MANY = 4_000
"""From so many rows on an import is work for a process of its own. To begin one takes as long as about so many rows."""
TRIES = 3
log = get("importing")


class Importing(Carrying):
    """Reads, applies and undoes. `opens` opens the record once more, in another process. `noted` is given the head of
    the log of staff after a step that wrote there.
    """

    called = "import"
    kinds = (ReadImport, ApplyImport)

    def __init__(
        self,
        record: Record,
        sessions: Sessions,
        showing: Showing,
        rulebook: Rulebook,
        opens: Callable[[bool], Sessions],
        noted: Callable[[int, str], None],
    ) -> None:
        super().__init__(record, sessions, showing, rulebook)
        self._opens, self._noted = opens, noted
        self._steps: Near | Apart
        self._breaks = 0

    def first_queued(self, session: Session) -> int | None:
        found = imports.first_of(session, State.QUEUED)
        return None if found is None else found.number

    def start(self, session: Session, number: int, now: datetime) -> Held[Any] | None:
        return imports.start(session, number, now)

    async def carry(self, held: Held[Any]) -> None:
        """Make its report, or do what the report says: if it is large, in a process apart."""
        self._steps, self._breaks = await self._doing(held), 0
        try:
            await super().carry(held)
        finally:
            await self._steps.close()

    async def next_step(self, held: Held[Any]) -> Held[Any]:
        try:
            await self._steps.prepare(held, self._record.now())
            after = await self.kept(lambda _sessions: self._steps.step(held, self._record.now()))
        except BrokenProcessPool:
            return await self._renewed(held)
        if isinstance(held.key, ApplyImport):  # what has been read is lost with the process, what was applied is not
            self._breaks = 0
        if after.head is not None:
            self._noted(*after.head)
        return after.held

    def give_up(self, session: Session, number: int, now: datetime) -> None:
        imports.stop(session, number, now)

    def bar(self, session: Session, number: int) -> Bar | None:
        one = imports.standing(session, number)
        if one is None or one.state is State.READING:  # nobody knows how many rows there will be
            return None
        return Bar(
            one.by,
            screens.subject(number),
            lambda words, left: screens.card(one, words, can_undo=False, left=left),
        )

    async def _doing(self, held: Held[Any]) -> Near | Apart:
        if await self._record.read(lambda session: _is_large(session, held), unhurried=True):
            return await self._apart(held)
        return Near(Steps(self._sessions, self._rulebook, self._record.steady, self._pace))

    async def _renewed(self, held: Held[Any]) -> Held[Any]:
        """The process apart died. Another one goes on from what is on record. Raises BrokenProcessPool if that does not
        help.
        """
        self._breaks += 1
        log.warning("import_process_died", number=held.key.number)
        if self._breaks == TRIES:
            raise BrokenProcessPool(f"it died {TRIES} times")
        await self._steps.close()
        self._steps = await self._apart(held)
        return held

    async def _apart(self, held: Held[Any]) -> Apart:
        """A process for it. An act of staff must last once its head is noted outside the record, so what writes the log
        waits for the disk.
        """
        one = await self._record.read(lambda session: imports.sure(session, held.key.number), unhurried=True)
        return Apart(self._opens, self._rulebook, light=not KINDS[one.kind].logs)


def _is_large(session: Session, held: Held[Any]) -> bool:
    if not isinstance(held.key, ReadImport):
        return held.total >= MANY
    one = imports.standing(session, held.key.number)
    return one is not None and one.file is not None and parts.count(session, one.file) > 1
