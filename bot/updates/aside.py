"""What becomes of an update that could not be recorded: it is tried again, or set aside for somebody to look at."""

import asyncio
import traceback
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.logs import get
from bot.operator import Operator
from bot.record import Record
from storage.engine.sessions import is_passing
from storage.post import updates

log = get("aside")
FIRST_WAIT_S, LONGEST_WAIT_S = 0.25, 10.0
T = TypeVar("T")


def _nobody() -> None:
    """Tell nobody that the record can't be written."""


async def until_kept(act: Callable[[], Awaitable[T]], update_id: int, waits: Callable[[], None] = _nobody) -> T:
    """Run `act` again, with growing waits, as long as the record's failure may pass. `waits` is called once, at the
    first.

    Raises what `act` raises for good.
    """
    wait, told = FIRST_WAIT_S, False
    while True:
        try:
            return await act()
        except Exception as error:
            if not is_passing(error):
                raise
            log.warning("record_not_written", update_id=update_id, error=type(error).__name__)
        if not told:
            told = True
            waits()
        await asyncio.sleep(wait)
        wait = min(2 * wait, LONGEST_WAIT_S)


class Aside:
    """Keeps updates that failed for good, sealed and with their error, and tells the operator."""

    def __init__(self, record: Record, operator: Operator) -> None:
        self._record = record
        self._operator = operator

    async def keep(
        self, update_id: int, body: bytes, error: BaseException, how: str, waits: Callable[[], None] = _nobody
    ) -> None:
        """Log it first, then keep it, however long that takes. `how` says in a word or two what failed.

        If it can't be kept either, the log alone has it: one update must not stop all those behind it.
        """
        name = type(error).__name__
        log.error("update_set_aside", update_id=update_id, how=how, error=name)
        trace, now = "".join(traceback.format_exception(error)), self._record.now()
        try:
            await until_kept(
                lambda: self._record.write(lambda session: updates.set_aside(session, update_id, body, trace, now)),
                update_id,
                waits,
            )
        except Exception as another:
            log.error("update_not_kept", update_id=update_id, exc_info=another)
            self._operator.tell("not kept", f"Could not even be set aside: update {update_id}, {name}")
            return
        self._operator.tell(f"set aside, {how}", f"Set aside, {how}: update {update_id}, {name}")
