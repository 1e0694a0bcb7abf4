"""Updates by asking for them. The offset moves on only when every update of the batch is done.

python-telegram-bot's own Updater confirms updates before they are done; if the process dies, those in memory are lost.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from telegram.constants import UpdateType
from telegram.error import Conflict, RetryAfter, TelegramError

from bot.logs import get
from bot.operator import Operator
from bot.sending.insisting import seconds_of
from bot.sending.telegram import Telegram

log = get("polling")
ASKED_FOR = [UpdateType.MESSAGE, UpdateType.EDITED_MESSAGE, UpdateType.CALLBACK_QUERY, UpdateType.MY_CHAT_MEMBER]
HOLD_S = 30
LONGEST_WAIT_S = 30.0


class Polling:
    """Asks Telegram for updates until it is stopped."""

    def __init__(
        self,
        telegram: Telegram,
        take: Callable[[dict[str, Any]], Awaitable[None]],
        operator: Operator,
        hold_s: int = HOLD_S,
    ) -> None:
        self._telegram = telegram
        self._take = take
        self._operator = operator
        self._hold_s = hold_s
        self._offset: int | None = None

    async def run(self) -> None:
        wait = 0.5
        while True:
            try:
                await self.once()
                wait = 0.5
                self._operator.well("updates")
            except Conflict:
                log.error("another_poller", hint="another process polls with this token")
                await asyncio.sleep(LONGEST_WAIT_S / 10)
            except RetryAfter as error:
                await asyncio.sleep(seconds_of(error))
            except TelegramError as error:
                self._operator.hear("updates", error)
                log.warning("updates_not_fetched", error=type(error).__name__, wait=wait)
                await asyncio.sleep(wait)
                wait = min(2 * wait, LONGEST_WAIT_S)
            except Exception as error:  # an answer of another shape, perhaps a proxy's: polling must go on
                log.error("updates_not_taken", exc_info=error)
                await asyncio.sleep(LONGEST_WAIT_S / 10)

    async def once(self) -> None:
        """One batch: fetched, done, and with that to be confirmed by the next request.

        An answer without updates says that all is confirmed. The offset is then let go, because after an idle week
        Telegram numbers from a random id on: an old offset would confirm unseen what has a lower one.
        """
        updates = await self._telegram.call(
            "getUpdates", timeout=self._hold_s, allowed_updates=ASKED_FOR, **self._confirmed()
        )
        await asyncio.gather(*(self._take(update) for update in updates))
        self._offset = updates[-1]["update_id"] + 1 if updates else None

    def _confirmed(self) -> dict[str, int]:
        return {} if self._offset is None else {"offset": self._offset}
