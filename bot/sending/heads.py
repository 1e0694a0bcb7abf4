"""The head of the log of staff to the operator's chat, once a day."""

import asyncio

from bot.loghead import LogHead, written
from bot.logs import get
from bot.operator import Operator
from bot.record import Record
from storage.engine.sessions import is_passing
from storage.staff import heads
from storage.staff.heads import OfDay
from storage.staff.log import Head

log = get("heads")
PAUSE_S = 30.0


class Heads:
    """`step` sends today's head, if it was put down and nobody has sent it. `noted` are the heads that this process and
    the others of its folder have noted: with them it also sees by itself that the log has become shorter.
    """

    def __init__(self, record: Record, operator: Operator, noted: LogHead) -> None:
        self._record = record
        self._operator = operator
        self._noted = noted

    async def run(self) -> None:
        """Until it is stopped."""
        while True:
            try:
                await self.step()
            except Exception as error:
                log.error("heads_failed", error=type(error).__name__, passing=is_passing(error))
            await asyncio.sleep(PAUSE_S)

    async def step(self) -> bool:
        """Whether it was sent now. If it can't be sent, it waits until the claim ends."""
        if not self._operator.listens:
            return False
        now = self._record.now()
        one = await self._record.read(lambda session: heads.waiting(session, now))
        if one is None or not await self._record.write(lambda session: heads.claim(session, one, now)):
            return False
        if not await self._operator.say("\n\n".join(self._lines(one))):
            return False
        await self._record.write(lambda session: heads.settle(session, one, now))
        return True

    def _lines(self, one: OfDay) -> list[str]:
        said = [_today(one), *self._shorter(one.head)]
        return [*said, _how(one.head)] if one.head.number else said

    def _shorter(self, head: Head) -> list[str]:
        """A warning, if this folder's file of heads has a later act, or another seal of the last one."""
        try:
            noted = max(self._noted.heads()[0], default=head)
        except OSError as error:
            log.error("staff_log_head_not_read", error=error.strerror)
            return []
        if noted.number < head.number or noted == head:
            return []
        return [
            f"⚠️ {self._noted.file} has the head of act {noted.number}, which this log does not have: acts were "
            "removed, or an old backup was put back. Look at once: python -m bot verify-log"
        ]


def _today(one: OfDay) -> str:
    if not one.head.number:
        return f"Log of staff, {one.day}: no act yet."
    acts = "1 act" if one.head.number == 1 else f"{one.head.number} acts"
    return f"Log of staff, {one.day}: {acts}. Its head:\n{written(one.head)}"


def _how(head: Head) -> str:
    return (
        "Compare: the first number is never lower than in an earlier message. To prove the log by this message or by "
        f"any earlier one: echo '{written(head)}' | python -m bot verify-log --head -"
    )
