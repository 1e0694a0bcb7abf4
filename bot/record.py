"""The record book as the running machine uses it: transactions in threads of their own, and the clock."""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager, AbstractContextManager
from datetime import datetime
from typing import TypeVar

from sqlalchemy.orm import Session

from bot.clock import Clock
from bot.logs import get
from bot.lull import Lulls, Patience, Pause
from storage.engine.sessions import Sessions, before_each_statement, is_passing
from storage.post import letters
from storage.privacy import erasing

READING_THREADS = 2
TIDY_EVERY = 8
"""So many light steps write fewer than a thousand pages. From there on SQLite tidies up within somebody's commit."""
FIRST_WAIT_S, LONGEST_WAIT_S = 0.25, 10.0
log = get("record")
T = TypeVar("T")
Begin = Callable[[], AbstractContextManager[Session]]


class Record:
    """Runs what reads or writes the record book, off the event loop.

    `committed` is called after each write, in its thread; `letters_written`, which may be set later, in the event
    loop after a write of which a letter came. `lulls` finds the moments for what lets turns pass.
    """

    def __init__(
        self,
        sessions: Sessions,
        clock: Clock,
        committed: Callable[[Session], None] = lambda _session: None,
        lulls: Lulls | None = None,
    ) -> None:
        self._sessions = sessions
        self._clock = clock
        self._committed = committed
        self._lulls = lulls or Lulls()
        self.letters_written: Callable[[], None] = lambda: None
        self._unswept, self._untidy = True, 0
        self._writers = ThreadPoolExecutor(sessions.writing_threads, thread_name_prefix="turn")
        self._readers = ThreadPoolExecutor(READING_THREADS, thread_name_prefix="read")

    @property
    def shared(self) -> bool:
        """Whether other processes may work with the same record."""
        return self._sessions.kind == "postgresql"

    def now(self) -> datetime:
        """The present moment, as an aware datetime in UTC."""
        return self._clock.now()

    def steady(self) -> datetime:
        """The same by a clock that does not jump."""
        return self._clock.steady()

    async def write(self, act: Callable[[Session], T], *, unhurried: bool | Patience = False) -> T:
        """Run `act` in one transaction, in a writing thread. What is `unhurried` lets all others pass (bot/lull.py), as
        long as the patience that it names lasts, which it shares with other work.
        """
        if unhurried:
            async with self._lulls.between(_shared(unhurried)) as pause:
                return await self._written(self._passable(act, pause))
        with self._lulls.turn():
            return await self._written(act)

    async def write_lightly(self, act: Callable[[Session], T], *, unhurried: bool | Patience = True) -> T:
        """As `write` for what is unhurried, and can be done again if the machine loses its power (Sessions.lightly)."""
        async with self._lulls.between(_shared(unhurried)) as pause:
            done = await self._written(self._passable(act, pause), self._sessions.lightly)
        self._untidy = (self._untidy + 1) % TIDY_EVERY
        if not self._untidy:
            await asyncio.get_running_loop().run_in_executor(self._readers, self._sessions.tidy)
        return done

    async def sweep(self, patience: Patience | None = None) -> None:
        """Let what was erased leave the files of the record. If somebody reads just then, the next call tries again.
        At the start there may be something left of a process that died.
        """
        if self._unswept:
            async with self._lulls.between(patience):
                swept = await asyncio.get_running_loop().run_in_executor(self._writers, self._sessions.sweep)
            self._unswept = not swept

    async def step(self, act: Callable[[Sessions], T]) -> T:
        """Run `act`, which opens a short transaction of its own, in a writing thread. It lets all others pass."""
        async with self._lulls.between():
            return await asyncio.get_running_loop().run_in_executor(self._writers, act, self._sessions)

    async def read(self, act: Callable[[Session], T], *, unhurried: bool | Patience = False) -> T:
        """Run `act` in a read-only transaction, in another thread, so that long reads do not keep taps waiting.
        `unhurried` is as in `write`: Python runs one thread at a time, so what reads holds up what writes.
        """
        if unhurried:
            async with self._lulls.between(_shared(unhurried)) as pause:
                return await self._read(_passed(act, pause))
        return await self._read(act)

    def between(self) -> AbstractAsyncContextManager[object]:
        """A lull: what is done inside lets turns pass that have come before it."""
        return self._lulls.between()

    def close(self) -> None:
        """End the threads. Work that has not begun by then is dropped."""
        self._writers.shutdown(cancel_futures=True)
        self._readers.shutdown(cancel_futures=True)

    async def _written(self, act: Callable[[Session], T], begin: Begin | None = None) -> T:
        done, letter = await asyncio.get_running_loop().run_in_executor(
            self._writers, self._in_transaction, act, begin or self._sessions.begin
        )
        if letter:
            self.letters_written()
        return done

    def _in_transaction(self, act: Callable[[Session], T], begin: Begin) -> tuple[T, bool]:
        with begin() as session:
            done = act(session)
        # Only now: inside the block the transaction has not committed yet.
        self._committed(session)
        self._note_erased(erasing.was_erased(session))
        return done, letters.were_written(session)

    def _note_erased(self, member: int | None) -> None:
        """The log names the row: a backup that is put back brings the member back."""
        self._unswept |= member is not None
        if member:
            log.info("member_erased", member=member)

    def _passable(self, act: Callable[[Session], T], pause: Pause) -> Callable[[Session], T]:
        """The same with pauses for turns. On SQLite there are none: a turn would wait for what has the lock."""
        return _passed(act, pause) if self.shared else act

    async def _read(self, act: Callable[[Session], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._readers, self._in_reading, act)

    def _in_reading(self, act: Callable[[Session], T]) -> T:
        with self._sessions.reading() as session:
            return act(session)


def _passed(act: Callable[[Session], T], pause: Pause) -> Callable[[Session], T]:
    """The same, with a pause before each of its statements."""

    def acts(session: Session) -> T:
        before_each_statement(session, pause)
        return act(session)

    return acts


def _shared(unhurried: bool | Patience) -> Patience | None:
    return unhurried if isinstance(unhurried, Patience) else None


def nobody() -> None:
    """Tell nobody that the record can't be written."""


async def until_kept(act: Callable[[], Awaitable[T]], waits: Callable[[], None] = nobody, **about: int) -> T:
    """Run `act` again, with growing waits, as long as the record's failure may pass. `waits` is called once, at the
    first. `about` is logged with it.

    Raises what `act` raises for good.
    """
    wait, told = FIRST_WAIT_S, False
    while True:
        try:
            return await act()
        except Exception as error:
            if not is_passing(error):
                raise
            log.warning("record_not_written", **about, error=type(error).__name__)
        if not told:
            told = True
            waits()
        await asyncio.sleep(wait)
        wait = min(2 * wait, LONGEST_WAIT_S)
