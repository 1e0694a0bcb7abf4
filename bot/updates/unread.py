"""A text that no turn reads, because too much came at once or because a bug stopped its turn, may be a password. It is
deleted all the same.
"""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from sqlalchemy.orm import Session
from telegram.error import TelegramError

from bot.logs import get
from bot.record import until_kept
from bot.sending.deleting import Deleting
from bot.sending.insisting import Unreachable
from bot.sending.showing import Showing
from bot.updates.order import Order
from bot.updates.turns import Turns
from content.words import language_for, speak
from handlers.incoming import Edited, Incoming, Said
from handlers.screens.screen import Screen, plain
from storage.people import chats
from storage.post import deletions
from storage.post.deletions import Deletion

log = get("unread")
MOST_TOGETHER = 100
"""So many texts are judged in one transaction, and Telegram deletes so many by one request."""


@dataclass(frozen=True)
class Waiting:
    """Texts of one person that wait to be judged together."""

    texts: list[Incoming] = field(default_factory=list)
    judged: asyncio.Event = field(default_factory=asyncio.Event)


class Unread:
    """Judges such texts when their turn would have come: only then it is known whether the chat waits for a password.

    All texts of a person that come until then are judged together, MOST_TOGETHER in one transaction, so that a thousand
    of them cost the others no more than some. That transaction also notes which are to be deleted. So a text may be
    acknowledged once it is judged: if the process dies before it is deleted, another one deletes it.
    """

    def __init__(
        self,
        turns: Turns,
        showing: Showing,
        deleting: Deleting,
        taking: Order,
        later: Callable[[Coroutine[Any, Any, None]], None],
    ) -> None:
        self._turns = turns
        self._showing = showing
        self._deleting = deleting
        self._taking = taking
        self._later = later
        self._texts: dict[int, Waiting] = {}  # by person

    async def taken(self, incoming: Incoming) -> None:
        """Judge it after what waits for its turn; returns when that is done and it may be acknowledged. Only texts are
        judged: nobody types a password into a file.
        """
        if not isinstance(incoming.what, Said | Edited):
            return
        person = incoming.telegram_id
        if person not in self._texts:
            self._texts[person] = Waiting()
            self._taking.put(person, lambda: self._judge_all(person))
        waiting = self._texts[person]
        waiting.texts.append(incoming)
        await waiting.judged.wait()

    async def judge(self, texts: Sequence[Incoming]) -> None:
        """Judge texts of one person, in the person's turn. Raises nothing."""
        try:
            for first in range(0, len(texts), MOST_TOGETHER):
                part = texts[first : first + MOST_TOGETHER]
                found = await until_kept(partial(self._noted, part))
                if found:
                    self._later(self._delete(part[0], found))
        except Exception as error:  # the lane must go on
            log.error("not_judged", exc_info=error)

    async def _judge_all(self, person: int) -> None:
        waiting = self._texts.pop(person)
        await self.judge(waiting.texts)
        waiting.judged.set()

    async def _noted(self, texts: Sequence[Incoming]) -> Sequence[Deletion]:
        return await self._turns.record.write(lambda session: self._hidden(session, texts))

    def _hidden(self, session: Session, texts: Sequence[Incoming]) -> Sequence[Deletion]:
        now, language = self._turns.record.now(), language_for(texts[0].language)
        chat = chats.meet(session, self._turns.house.cipher, texts[0].telegram_id, language, now)
        hidden = [one for one in texts if isinstance(one.what, Said | Edited) and self._turns.hides(chat, one.what)]
        return [deletions.put(session, one.telegram_id, one.message_id, now) for one in hidden]

    async def _delete(self, one: Incoming, found: Sequence[Deletion]) -> None:
        """Delete what is noted. Raises nothing."""
        try:
            if not await self._deleting.delete_noted(found):
                say = speak(language_for(one.language)).login
                await self._showing.send(one.telegram_id, Screen(plain(say.delete_yourself())))
        except (TelegramError, Unreachable) as error:
            log.warning("not_told", error=type(error).__name__)
        except Exception as error:
            log.error("not_deleted", exc_info=error)
