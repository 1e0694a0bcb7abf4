"""Messages to the operator. Faults are always logged, and sent to OPERATOR_CHAT if there is one."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta

from telegram.error import ChatMigrated, Forbidden, InvalidToken, TelegramError

from bot.clock import Clock
from bot.figures import Figures
from bot.logs import get
from bot.sending.insisting import Unreachable, insist
from bot.sending.showing import Showing
from handlers.screens.screen import Screen, plain

log = get("operator")
EVERY = timedelta(minutes=10)
LOOK_S = 30.0


@dataclass
class Told:
    """When the operator was last told of a kind of fault, and how many faults of it have been held back since."""

    at: datetime
    held: int = 0
    last: str = ""


class Operator:
    """Tells the operator of faults: one message for each kind in ten minutes, so that a fault does not become a flood.

    Faults in between are counted, and told when the ten minutes are over. If the process ends before that, only the log
    has them.
    """

    def __init__(self, showing: Showing, chat: int | None, clock: Clock, figures: Figures) -> None:
        self._showing = showing
        self._chat = chat
        self._clock = clock
        self._figures = figures
        self._told: dict[str, Told] = {}
        self._telling: set[asyncio.Task[None]] = set()
        self._refused: set[str] = set()

    @property
    def listens(self) -> bool:
        """Whether there is a chat for what the operator is told."""
        return self._chat is not None

    async def say(self, text: str) -> bool:
        """Send what is no fault, as it is. Whether it was sent; if not, the reason is logged."""
        return await self._show(Screen(plain(text)))

    def tell(self, kind: str, sentence: str) -> None:
        """Tell the operator, without waiting. `kind` is the same for all faults of a kind. Neither text may hold
        personal data.
        """
        log.error("operator_told", kind=kind, sentence=sentence)
        self._figures.told.labels(kind).inc()
        if self._chat is None:
            return
        self.step()
        told = self._told.get(kind)
        if told is None:
            self._told[kind] = Told(self._clock.now())
            self._say(sentence)
        else:
            told.held += 1
            told.last = sentence

    def step(self) -> None:
        """Tell how many faults of a kind were held back, once ten minutes are over. A kind without any is forgotten."""
        now = self._clock.now()
        for kind, told in list(self._told.items()):
            if now < told.at + EVERY:
                continue
            if told.held:
                self._say(f"{told.held} more since {told.at:%H:%M} UTC, the last: {told.last}")
                self._told[kind] = Told(now)
            else:
                del self._told[kind]

    async def run(self) -> None:
        """Look for what was held back, until the task is cancelled."""
        while True:
            await asyncio.sleep(LOOK_S)
            self.step()

    async def settled(self) -> None:
        """Return when every message has been sent, or could not be."""
        await asyncio.gather(*self._telling, return_exceptions=True)

    def _say(self, sentence: str) -> None:
        task = asyncio.create_task(self._send(sentence))
        # asyncio keeps only weak references to tasks: without the set one could vanish before it is done.
        self._telling.add(task)
        task.add_done_callback(self._telling.discard)

    def hear(self, what: str, error: TelegramError) -> None:
        """Tell it, once until `well`, if Telegram refuses the bot itself for `what` it does ("updates", "letters").

        A token may be revoked, and it may also be refused for a moment: whoever was refused goes on trying.
        """
        if isinstance(error, InvalidToken | Forbidden) and what not in self._refused:
            self._refused.add(what)
            name = type(error).__name__
            self.tell("bot refused", f"Telegram refuses the bot ({what}, {name}). Is its token right? It tries again.")

    def well(self, what: str) -> None:
        """Telegram does not refuse it any more."""
        if what in self._refused:
            self._refused.discard(what)
            log.info("refused_no_more", what=what)

    async def _send(self, sentence: str) -> None:
        await self._show(Screen(plain(f"⚠️ {sentence}")))

    async def _show(self, screen: Screen) -> bool:
        chat = self._chat
        if chat is None:
            return False
        try:
            await insist(lambda: self._showing.send(chat, screen))
        except ChatMigrated as error:
            self._moved(error.new_chat_id)
            return await self._show(screen)
        except (TelegramError, Unreachable) as error:
            log.warning("operator_not_reached", error=type(error).__name__)
            return False
        return True

    def _moved(self, chat: int) -> None:
        """The operator's group became a supergroup, which has another number."""
        self._chat = chat
        log.error("operator_chat_moved", hint=f"OPERATOR_CHAT is {chat} from now on: set it so")
