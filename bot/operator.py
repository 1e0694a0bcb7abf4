"""Word to the operator: logged always, and sent to OPERATOR_CHAT where there is one."""

import asyncio

from telegram.error import TelegramError

from bot.logs import get
from bot.sending.showing import Showing, Unreachable
from handlers.screens.screen import Screen, plain

log = get("operator")


class Operator:
    """Tells the operator of faults; the same words at most once in a while, so that a fault is no flood."""

    def __init__(self, showing: Showing, chat: int | None, most_waiting: int = 20) -> None:
        self._showing = showing
        self._chat = chat
        self._most = most_waiting
        self._telling: set[asyncio.Task[None]] = set()

    def tell(self, sentence: str) -> None:
        """Say it, without waiting. The sentence holds no personal data."""
        log.error("operator_told", sentence=sentence)
        if self._chat is None or len(self._telling) >= self._most:
            return
        task = asyncio.create_task(self._send(self._chat, sentence))
        self._telling.add(task)
        task.add_done_callback(self._telling.discard)

    async def _send(self, chat: int, sentence: str) -> None:
        try:
            await self._showing.send(chat, Screen(plain(f"⚠️ {sentence}")))
        except (TelegramError, Unreachable) as error:
            log.warning("operator_not_reached", error=type(error).__name__)

    async def close(self) -> None:
        await asyncio.gather(*self._telling, return_exceptions=True)
