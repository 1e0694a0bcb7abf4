"""Notes that somebody has blocked the bot."""

import asyncio

from bot.updates.order import Order
from bot.updates.turns import Turns
from storage.people import blocked


class Leaving:
    """Notes it in the person's turn, so that whoever blocks the bot again and again waits like anybody."""

    def __init__(self, turns: Turns, taking: Order) -> None:
        self._turns = turns
        self._taking = taking

    async def note(self, telegram_id: int) -> None:
        """Returns when it is on record. Raises what writing raises."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._taking.put(telegram_id, lambda: self._write(telegram_id, done))
        await done

    async def _write(self, telegram_id: int, done: "asyncio.Future[None]") -> None:
        """The lane must go on, so this raises nothing."""
        failure: Exception | None = None
        try:
            cipher = self._turns.house.cipher
            await self._turns.record.write(lambda session: blocked.lost_by(session, cipher, telegram_id))
        except Exception as error:
            failure = error
        if done.cancelled():
            return
        if failure is None:
            done.set_result(None)
        else:
            done.set_exception(failure)
