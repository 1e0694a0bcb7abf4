"""Takes up turns that a process left between their two transactions: it died, or it was stopped."""

import asyncio
from collections.abc import Callable

import orjson
from telegram import Update

from bot.logs import get
from bot.record import Record
from bot.sending.deleting import Deleting
from bot.updates.reading import read_kept
from bot.updates.unhurried import Asked
from handlers.incoming import Incoming
from storage.post import updates

log = get("resuming")
RESUME_S = 30.0


class Resuming:
    """Finds them, and messages that are still to be deleted. `asked` takes up a press that lets others pass, `again`
    goes on with any other turn.
    """

    def __init__(
        self,
        record: Record,
        deleting: Deleting,
        asked: Callable[[Asked], None],
        again: Callable[[Incoming, Update], None],
    ) -> None:
        self._record = record
        self._deleting = deleting
        self._asked = asked
        self._again = again

    async def once(self, *, alone: bool = False) -> None:
        """Go on with what no process works on. `alone` is as in updates.claim_deferred."""
        now = self._record.now()
        bodies = await self._record.write(lambda session: updates.claim_deferred(session, now, alone=alone))
        for body in bodies:
            if (asked := Asked.found(orjson.loads(body), is_kept=True)) is not None:
                self._asked(asked)
            else:
                self._again(*read_kept(body))

    async def always(self) -> None:
        """Go on every half minute with what other processes left. A locked database is no reason to stop."""
        while True:
            await asyncio.sleep(RESUME_S)
            try:
                await self.once()
                await self._deleting.step()
            except Exception as error:
                log.warning("not_resumed", error=type(error).__name__)
