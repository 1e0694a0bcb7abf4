"""A turn of staff who see what a member sees: it runs in a transaction that can only read, never in the writer's.

Whatever would write is refused by the database itself, so no route has to know of it.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from bot.record import Record, until_kept
from bot.updates.answering import edits, refused
from bot.updates.outcomes import Answer
from content.refusals import OnlyLooking, Refusal
from content.staff.viewing import Viewing
from content.words import speak
from handlers import viewing
from handlers.incoming import Incoming
from handlers.routing import Routes
from handlers.screens.screen import Screen
from handlers.turn import House, Visit
from storage.engine.sessions import is_refused_write
from storage.people.chat import Chat


@dataclass(frozen=True)
class Look:
    """The update is on record as acted upon; what the member would see is still to be read."""

    chat: Chat
    viewing: Viewing
    now: datetime
    secret: bool


class Looking:
    """Reads what is seen. It writes nothing, not even which message shows it: that stands since the view began."""

    def __init__(self, record: Record, house: House) -> None:
        self._record = record
        self._house = house

    async def answer(self, incoming: Incoming, look: Look, routes: Routes) -> Answer:
        words = speak(look.chat.language)
        try:
            screen = await until_kept(lambda: self._read(incoming, look, routes), update_id=incoming.update_id)
        except Refusal as refusal:
            screen = refused(incoming, refusal, words)
        edited = edits(look.chat, incoming, screen)
        return Answer(look.chat.id, look.chat.telegram_id, screen, words, secret=look.secret, edits=edited)

    async def _read(self, incoming: Incoming, look: Look, routes: Routes) -> Screen:
        def act(session: Session) -> Screen:
            words = speak(look.chat.language)
            visit = Visit(session, look.chat, look.now, words, self._house, incoming.update_id, sender=incoming.sender)
            return viewing.look(visit, look.viewing, incoming, routes)

        try:
            return await self._record.read(act)
        except DBAPIError as error:
            if is_refused_write(error):
                raise OnlyLooking from None
            raise
