"""Letters out: claimed in one transaction, sent while none is open, settled in another.

Any number of processes may do so: only one of them claims a letter. Of each person one letter is in work, whatever it
takes: its paper is drawn, its place in the pace is awaited. So the many letters of one person go one after another, and
those of everybody else pass them. At its end a process finishes what is on its way, and gives the rest back.
"""

import asyncio
import contextlib
from functools import partial

from bot.logs import get
from bot.record import Record, until_kept
from bot.sending.flight import AnyLetter
from bot.sending.pace import LONGEST_HELD_S
from bot.sending.postman import Postman
from storage.engine.sessions import is_passing
from storage.post import letters, waiting

log = get("delivery")
IDLE_S = 1.0
AT_ONCE = 20
"""So many letters are in work at once, each of another person."""
TAKEN_UP_AT = AT_ONCE // 2
"""When no more than so many are left in work, others are taken up: several in one transaction."""


class Delivery:
    """Finds what is due, and has the postman carry it."""

    def __init__(self, record: Record, postman: Postman) -> None:
        self._record = record
        self._postman = postman
        self._woken = asyncio.Event()
        self._ending = False
        self._claiming = asyncio.Lock()
        self._in_work: dict[int, asyncio.Task[None]] = {}  # by person
        self._given_up: list[AnyLetter] = []

    def wake(self) -> None:
        """A letter was written: look now."""
        self._woken.set()

    async def run(self) -> None:
        """Send what is due, until `end`."""
        while not self._ending:
            self._woken.clear()
            try:
                if await self._take_up():
                    continue
            except Exception as error:
                # The loop must outlive a locked database, and say that it met one.
                log.error("delivery_failed", error=type(error).__name__, passing=is_passing(error))
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._woken.wait(), IDLE_S)
        await self._idle()
        if self._given_up:
            await self._give_back()
        await self._postman.landed()

    def end(self) -> None:
        """Take nothing up any more. What is on its way is finished, and what waits for its place is given back."""
        self._ending = True
        self._woken.set()
        for carried in self._in_work.values():
            carried.cancel()

    async def step(self) -> int:
        """Take up what is due and may go now, and see it through; returns how many letters that were."""
        taken = await self._take_up()
        await self._idle()
        return taken

    async def _take_up(self) -> int:
        """Claim what is due of those who have nothing in work. In a long pause, nothing is claimed."""
        async with self._claiming:
            places, busy = AT_ONCE - len(self._in_work), tuple(self._in_work)
            if places <= 0 or self._postman.pace.paused() > LONGEST_HELD_S:
                return 0
            now = self._record.now()
            if not await self._record.read(lambda session: waiting.any_due(session, now, busy), unhurried=True):
                return 0
            claimed = await self._record.write(
                lambda session: letters.claim(session, now, limit=places, one_each=True, but=busy), unhurried=True
            )
            for letter in claimed:
                self._begin(letter)
            return len(claimed)

    def _begin(self, letter: AnyLetter) -> None:
        if self._ending:  # it was ended while these were being claimed
            self._given_up.append(letter)
            return
        carried = self._in_work[letter.member_id] = asyncio.create_task(self._carry(letter))
        carried.add_done_callback(partial(self._done, letter))

    async def _carry(self, letter: AnyLetter) -> None:
        try:
            await self._postman.carry(letter)
        except Exception as error:  # whatever one letter does, the others go
            log.error("letter_not_carried", letter=letter.id, kind=letter.kind, exc_info=error)

    def _done(self, letter: AnyLetter, carried: asyncio.Task[None]) -> None:
        del self._in_work[letter.member_id]
        if carried.cancelled():
            self._given_up.append(letter)
        if len(self._in_work) <= TAKEN_UP_AT:
            self._woken.set()

    async def _idle(self) -> None:
        """Return when nothing is in work."""
        while self._in_work:
            await asyncio.wait(self._in_work.values())
            await asyncio.sleep(0)  # the callbacks of what is done run now

    async def _give_back(self) -> None:
        claimed, self._given_up = self._given_up, []
        given = await until_kept(lambda: self._record.write(lambda session: letters.give_back(session, claimed)))
        log.info("letters_given_back", number=given)
