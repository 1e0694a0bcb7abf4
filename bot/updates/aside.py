"""What becomes of an update that could not be recorded: it is tried again, or set aside for somebody to look at."""

import traceback
from collections.abc import Callable

from bot.logs import get
from bot.operator import Operator
from bot.record import Record, nobody, until_kept
from storage.post import updates

log = get("aside")


class Aside:
    """Keeps updates that failed for good, sealed and with their error, and tells the operator."""

    def __init__(self, record: Record, operator: Operator) -> None:
        self._record = record
        self._operator = operator

    async def keep(
        self, update_id: int, body: bytes, error: BaseException, how: str, waits: Callable[[], None] = nobody
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
                waits,
                update_id=update_id,
            )
        except Exception as another:
            log.error("update_not_kept", update_id=update_id, exc_info=another)
            self._operator.tell("not kept", f"Could not even be set aside: update {update_id}, {name}")
            return
        self._operator.tell(f"set aside, {how}", f"Set aside, {how}: update {update_id}, {name}")
