"""Deletes messages in which a password may stand: at once, or as soon as Telegram can be reached."""

from collections.abc import Sequence

from bot.logs import get
from bot.record import Record
from bot.sending.showing import Deleted, Showing
from storage.post import deletions
from storage.post.deletions import Deletion

log = get("deleting")
MOST_AT_ONCE = 100
"""https://core.telegram.org/bots/api#deletemessages"""


class Deleting:
    """Deletes messages. `delete` tries at once. If that fails for a passing reason, the message is kept on record, and
    `step` tries again for 48 hours, as long as Telegram lets a bot delete.
    """

    def __init__(self, record: Record, showing: Showing) -> None:
        self._record = record
        self._showing = showing

    async def delete(self, telegram_id: int, message_id: int) -> bool:
        """Whether the message is gone now."""
        outcome = await self._showing.delete(telegram_id, message_id)
        if outcome is Deleted.NOT_YET:
            await self._keep(telegram_id, message_id)
        return outcome is Deleted.YES

    async def delete_noted(self, noted: Sequence[Deletion]) -> bool:
        """Whether all these messages of one chat, which are on record, are gone now. What Telegram can't delete yet
        stays on record for `step`. At most MOST_AT_ONCE: they are deleted by one request.
        """
        outcome = await self._showing.delete(noted[0].telegram_id, *(one.message_id for one in noted))
        if outcome is Deleted.NEVER and len(noted) > 1:
            # because of one of them, for which Telegram has deleted none
            return all([await self.delete_noted([one]) for one in noted])
        if outcome is not Deleted.NOT_YET:
            await self._record.write(lambda session: deletions.settle(session, *noted))
        return outcome is Deleted.YES

    async def step(self) -> int:
        """Try what is left, the oldest first; returns how many messages are settled. It stops at the first that fails
        again.
        """
        now, settled = self._record.now(), 0
        for one in await self._record.write(lambda session: deletions.waiting(session, now)):
            if await self._showing.delete(one.telegram_id, one.message_id) is Deleted.NOT_YET:
                break
            await self._record.write(lambda session, one=one: deletions.settle(session, one))  # type: ignore[misc]  # bound now
            settled += 1
        return settled

    async def _keep(self, telegram_id: int, message_id: int) -> None:
        """Keep it for later. If the record can't be written, the person gets the answer all the same."""
        now = self._record.now()
        try:
            await self._record.write(lambda session: deletions.put(session, telegram_id, message_id, now))
        except Exception as error:
            log.error("deletion_not_kept", error=type(error).__name__)
