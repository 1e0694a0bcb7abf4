"""Puts down what becomes of a claimed letter, between the turns of members. It tries until the record can be written:
otherwise the letter would be sent again. Nothing changes if another process has the letter by now.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from bot.figures import Figures
from bot.logs import get
from bot.record import Record, until_kept
from storage.people import chats
from storage.post import letters, requested
from storage.post.letters import Letter

log = get("delivery")
T = TypeVar("T")


class Settling:
    """Each of these is one transaction."""

    def __init__(self, record: Record, figures: Figures) -> None:
        self._record = record
        self._figures = figures

    async def begin(self, letter: Letter[Any]) -> Letter[Any] | None:
        """Note that it is about to be sent; returns it with its new claim. None if it is not ours to send any more."""
        return await self._kept(lambda session: letters.begin_sending(session, letter, self._record.now()))

    async def sent(self, letter: Letter[Any], message_id: int, chat_id: int, subject: str) -> None:
        """It was sent. If `chat_id` is given, its message is what that chat shows now."""
        now = self._record.now()

        def settle(session: Session) -> None:
            letters.settle(session, letter, "sent", now, message_id=message_id)
            if chat_id:
                chats.show(session, chat_id, message_id, subject)

        await self._kept(settle)
        self._figures.letters.labels("sent").inc()
        log.info("letter_sent", letter=letter.id, kind=letter.kind)

    async def settle(self, letter: Letter[Any], state: str, outcome: str) -> None:
        """It ended in another way, and is not tried again."""
        now = self._record.now()
        await self._kept(lambda session: letters.settle(session, letter, state, now, outcome=outcome))
        self._figures.letters.labels(state).inc()
        log.info("letter_settled", letter=letter.id, kind=letter.kind, state=state, outcome=outcome)

    async def hold(self, letter: Letter[Any], outcome: str) -> None:
        """Send no paper rather than one with a hole in a name. The member is told so in a letter of its own."""
        now, instead = self._record.now(), letter.key.instead()

        def settle(session: Session) -> None:
            if letters.settle(session, letter, "failed", now, outcome=outcome) and instead is not None:
                requested.ask(session, member_id=letter.member_id, key=instead, at=now)

        await self._kept(settle)

    async def postpone(self, letter: Letter[Any], by: timedelta, outcome: str, *, counts: bool = False) -> None:
        """It is due again so much later. `counts` is as in letters.postpone."""
        await self.postpone_to(letter, self._record.now() + by, outcome, counts=counts)

    async def postpone_to(self, letter: Letter[Any], at: datetime, outcome: str, *, counts: bool = False) -> None:
        """It is due again at that moment."""
        await self._kept(lambda session: letters.postpone(session, letter, at, outcome, counts=counts))

    async def lost(self, chat_id: int) -> None:
        """The person of this chat can't be reached any more."""
        await self._kept(lambda session: chats.lost(session, chat_id))

    async def _kept(self, act: Callable[[Session], T]) -> T:
        return await until_kept(lambda: self._record.write(act, unhurried=True))
