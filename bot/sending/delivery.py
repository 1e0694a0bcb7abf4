"""Letters out: claimed in one transaction, sent while none is open, settled in another.

Any number of processes may do so: only one of them claims a letter. At its end a process finishes what is on its way,
and gives the rest back.
"""

import asyncio
import contextlib
from collections.abc import Sequence
from itertools import groupby

from bot.logs import get
from bot.record import Record, until_kept
from bot.sending.postman import LONGEST_HELD_S, AnyLetter, Postman
from storage.engine.sessions import is_passing
from storage.post import letters

log = get("delivery")
IDLE_S = 1.0


class Delivery:
    """Finds what is due, and has the postman carry it."""

    def __init__(self, record: Record, postman: Postman) -> None:
        self._record = record
        self._postman = postman
        self._woken = asyncio.Event()
        self._ending = False
        self._batch: asyncio.Future[list[None]] | None = None

    def wake(self) -> None:
        """A letter was written: look now."""
        self._woken.set()

    async def run(self) -> None:
        """Send what is due, until `end`."""
        while not self._ending:
            self._woken.clear()
            try:
                if await self.step():
                    continue
            except Exception as error:
                # The loop must outlive a locked database, and say that it met one.
                log.error("delivery_failed", error=type(error).__name__, passing=is_passing(error))
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._woken.wait(), IDLE_S)

    def end(self) -> None:
        """Take nothing up any more. What is on its way is finished, and what waits for its place is given back."""
        self._ending = True
        self._woken.set()
        if self._batch is not None:
            self._batch.cancel()

    async def step(self) -> int:
        """Send one batch of what is due; returns how many letters were taken up. In a long pause it takes up none."""
        if self._postman.pace.paused() > LONGEST_HELD_S:
            return 0
        now = self._record.now()
        if not await self._record.read(lambda session: letters.any_due(session, now)):
            return 0
        claimed = await self._record.write(lambda session: letters.claim(session, now))
        # The letters of one member go one after another, those of different members side by side.
        by_member = sorted(claimed, key=lambda letter: (letter.member_id, letter.id))
        groups = [list(group) for _, group in groupby(by_member, key=lambda letter: letter.member_id)]
        self._batch = asyncio.gather(*(self._carry_all(group) for group in groups))
        if self._ending:
            self._batch.cancel()  # it was ended while these were being claimed
        try:
            await self._batch
        except asyncio.CancelledError:
            if not self._ending:
                raise
            await self._give_back(claimed)
            await self._postman.landed()
        finally:
            self._batch = None
        return len(claimed)

    async def _carry_all(self, group: Sequence[AnyLetter]) -> None:
        for letter in group:
            try:
                await self._postman.carry(letter)
            except Exception as error:  # whatever one letter does, the others go
                log.error("letter_not_carried", letter=letter.id, kind=letter.kind, exc_info=error)

    async def _give_back(self, claimed: Sequence[AnyLetter]) -> None:
        given = await until_kept(lambda: self._record.write(lambda session: letters.give_back(session, claimed)))
        log.info("letters_given_back", number=given)
