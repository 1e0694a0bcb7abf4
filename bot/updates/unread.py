"""A text that no turn reads, because too much came at once or because a bug stopped its turn, may be a password. It is
deleted all the same.
"""

from collections.abc import Sequence

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

log = get("unread")


class Unread:
    """Judges such texts when their turn would have come: only then it is known whether the chat waits for a password.

    All texts of a person that come until then are judged together, in one transaction, so that a thousand of them cost
    the others no more than one.
    """

    def __init__(self, turns: Turns, showing: Showing, deleting: Deleting, taking: Order) -> None:
        self._turns = turns
        self._showing = showing
        self._deleting = deleting
        self._taking = taking
        self._texts: dict[int, list[Incoming]] = {}  # by person

    def put(self, incoming: Incoming) -> None:
        """Judge it after what waits for its turn. Only texts are judged: nobody types a password into a file."""
        if not isinstance(incoming.what, Said | Edited):
            return
        person = incoming.telegram_id
        if person in self._texts:
            self._texts[person].append(incoming)
            return
        self._texts[person] = [incoming]
        self._taking.put(person, lambda: self._judge(person))

    async def _judge(self, person: int) -> None:
        """Delete those that may be a password. Raises nothing."""
        texts = self._texts.pop(person)
        try:
            hidden = await until_kept(lambda: self._turns.record.write(lambda session: self._hidden(session, texts)))
            if hidden and not await self._deleting.delete_all(person, [one.message_id for one in hidden]):
                say = speak(language_for(hidden[0].language)).login
                await self._showing.send(person, Screen(plain(say.delete_yourself())))
        except (TelegramError, Unreachable) as error:
            log.warning("not_told", error=type(error).__name__)
        except Exception as error:  # the lane must go on
            log.error("not_judged", exc_info=error)

    def _hidden(self, session: Session, texts: Sequence[Incoming]) -> list[Incoming]:
        now, language = self._turns.record.now(), language_for(texts[0].language)
        chat = chats.meet(session, self._turns.house.cipher, texts[0].telegram_id, language, now)
        return [one for one in texts if self._turns.hides(chat, one.what)]
