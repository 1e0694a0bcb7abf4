"""Puts down what becomes of a claimed letter, and of those in the same message, between the turns of members. It tries
until the record can be written: otherwise the letter would be sent again. Nothing changes if another process has the
letter by now.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from bot.figures import Figures
from bot.logs import get
from bot.record import Record, until_kept
from bot.sending.written import Busy, Later, Written
from handlers.turn import Unwanted
from storage.people import blocked, chats
from storage.post import letters, nudges, requested
from storage.post.letters import Letter

log = get("delivery")
T = TypeVar("T")
Begun = tuple[Letter[Any], Written]
"""A letter that is being sent, and what it says."""
Write = Callable[[Session, Letter[Any]], Written | Unwanted | Later]
Takes = Callable[[Session, int], float]
"""Says for how many seconds a chat still has to wait: see Pace.takes."""


class Settling:
    """Each of these is one transaction."""

    def __init__(self, record: Record, figures: Figures) -> None:
        self._record = record
        self._figures = figures

    async def begin(self, letter: Letter[Any], chat_id: int, takes: Takes) -> Letter[Any] | Busy | None:
        """Note that it is about to be sent to this chat; returns it with its new claim. None if it is not ours to send
        any more.
        """

        def begin(session: Session) -> Letter[Any] | Busy | None:
            # the chat first, as turns do: two that lock in different orders would wait for each other
            if wait := takes(session, chat_id):
                return Busy(wait)
            return letters.begin_sending(session, letter, self._record.now())

        return await self._kept(begin)

    async def begin_nudge(
        self, letter: Letter[Any], chat_id: int, takes: Takes, write: Write
    ) -> Begun | Unwanted | Later | Busy | None:
        """The same for a reminder, which is written anew in the same transaction: what it says is true when it goes,
        and of two processes with reminders of one member only one sends.
        """

        def begin(session: Session) -> Begun | Unwanted | Later | Busy | None:
            if wait := takes(session, chat_id):
                return Busy(wait)
            nudges.hold(session, letter.member_id)
            written = write(session, letter)
            if not isinstance(written, Written):
                return written
            if written.chat.id != chat_id and (wait := takes(session, written.chat.id)):  # the member has moved
                return Busy(wait)
            begun = nudges.begin_sending(session, letter, written.others, self._record.now())
            return None if begun is None else (begun, written)

        return await self._kept(begin)

    async def sent(self, letter: Letter[Any], message_id: int, chat_id: int, subject: str) -> None:
        """It was sent. If `chat_id` is given, its message is what that chat shows now."""
        now = self._record.now()

        def settle(session: Session) -> None:
            if chat_id:
                chats.show(session, chat_id, message_id, subject)
            for one in (letter, *letter.others):
                letters.settle(session, one, "sent", now, message_id=message_id)

        await self._kept(settle)
        for one in (letter, *letter.others):
            self._figures.letters.labels("sent").inc()
            log.info("letter_sent", letter=one.id, kind=one.kind)

    async def part_sent(self, letter: Letter[Any]) -> Letter[Any] | None:
        """One of its messages has gone; returns what is left of it, claimed. None if it is not ours any more."""
        return await self._kept(lambda session: letters.part_sent(session, letter, self._record.now()))

    async def settle(self, letter: Letter[Any], state: str, outcome: str) -> None:
        """It ended in another way, and is not tried again."""
        now, every = self._record.now(), (letter, *letter.others)
        await self._kept(lambda session: [letters.settle(session, one, state, now, outcome=outcome) for one in every])
        for one in every:
            self._figures.letters.labels(state).inc()
            log.info("letter_settled", letter=one.id, kind=one.kind, state=state, outcome=outcome)

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

    async def asked_to_wait(self, letter: Letter[Any], chat_id: int, by: timedelta) -> None:
        """Telegram asks to wait, and nothing was sent. The other letters of this chat wait too, in every process."""
        until = self._record.now() + by

        def settle(session: Session) -> None:
            chats.hold_until(session, chat_id, until)
            for one in (letter, *letter.others):
                letters.postpone(session, one, until, "asked to wait")

        await self._kept(settle)

    async def postpone_to(self, letter: Letter[Any], at: datetime, outcome: str, *, counts: bool = False) -> None:
        """It is due again at that moment."""
        every = (letter, *letter.others)
        await self._kept(lambda session: [letters.postpone(session, one, at, outcome, counts=counts) for one in every])

    async def lost(self, chat_id: int) -> None:
        """The person of this chat can't be reached any more."""
        await self._kept(lambda session: blocked.lost(session, chat_id))

    async def _kept(self, act: Callable[[Session], T]) -> T:
        return await until_kept(lambda: self._record.write(act, unhurried=True))
