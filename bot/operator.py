"""Word to the operator: logged always, and sent to OPERATOR_CHAT where there is one."""

import asyncio

from telegram.error import ChatMigrated, Forbidden, InvalidToken, TelegramError

from bot.logs import get
from bot.showing import Showing, Unreachable, insist
from handlers.screens.screen import Screen, plain

log = get("operator")
CLOSING_S = 2.0


class Operator:
    """Tells the operator of faults; a fault that lasts is told once, and few at once, so that it is no flood."""

    def __init__(self, showing: Showing, chat: int | None, most_waiting: int = 20) -> None:
        self._showing = showing
        self._chat = chat
        self._most = most_waiting
        self._telling: set[asyncio.Task[None]] = set()
        self._refused: set[str] = set()

    def tell(self, sentence: str) -> None:
        """Say it, without waiting. The sentence holds no personal data."""
        log.error("operator_told", sentence=sentence)
        if self._chat is None or len(self._telling) >= self._most:
            return
        task = asyncio.create_task(self._send(self._chat, sentence))
        self._telling.add(task)
        task.add_done_callback(self._telling.discard)

    def hear(self, what: str, error: TelegramError) -> None:
        """Tell it, once until `well`, if Telegram refuses the bot itself for `what` it does ("updates", "letters").

        A token may be revoked, and it may also be refused for a moment: whoever was refused goes on trying.
        """
        if isinstance(error, InvalidToken | Forbidden) and what not in self._refused:
            self._refused.add(what)
            self.tell(
                f"Telegram refuses the bot ({what}, {type(error).__name__}): is its token right? It goes on trying."
            )

    def well(self, what: str) -> None:
        """Telegram does not refuse it any more."""
        if what in self._refused:
            self._refused.discard(what)
            log.info("refused_no_more", what=what)

    async def _send(self, chat: int, sentence: str) -> None:
        screen = Screen(plain(f"⚠️ {sentence}"))
        try:
            await insist(lambda: self._showing.send(chat, screen))
        except ChatMigrated as error:
            self._moved(error.new_chat_id)
            await self._send(error.new_chat_id, sentence)
        except (TelegramError, Unreachable) as error:
            log.warning("operator_not_reached", error=type(error).__name__)

    def _moved(self, chat: int) -> None:
        """The operator's group became a supergroup, which has another number."""
        self._chat = chat
        log.error("operator_chat_moved", hint=f"OPERATOR_CHAT is {chat} from now on: set it so")

    async def close(self) -> None:
        """What is being told has a moment for it; Telegram may ask to wait longer than a process has to end."""
        if self._telling:
            _, late = await asyncio.wait(self._telling, timeout=CLOSING_S)
            for task in late:
                task.cancel()
