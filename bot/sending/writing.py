"""What a letter says, by the record of the moment at which it is sent."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy.orm import Session

from bot.record import Record
from bot.sending.nudging import Nudging
from bot.sending.written import Later, Written
from content.keys.letter import BadSubject
from content.words import speak
from handlers.turn import AccountTurn, House, Turn, Unwanted, Writes, WritesToAll
from handlers.unwanted import NotYet
from storage.people import callers, chats, preferences
from storage.people.chat import Chat
from storage.post.letters import Letter, Unread


class Writing:
    """Writes letters of every kind."""

    def __init__(self, record: Record, house: House, kinds: Iterable[Writes[Any]]) -> None:
        self._record = record
        self._house = house
        self._kinds = {kind.key: kind for kind in kinds}
        self._nudging = Nudging(self._kinds)

    def records(self, letter: Letter[Any]) -> bool:
        """Whether to write this letter changes the record."""
        kind = self._kinds.get(type(letter.key))
        return kind is not None and kind.records

    def write(self, session: Session, letter: Letter[Any]) -> Written | Unwanted | Later:
        """Preferences are read here, not when the letter was queued. Raises BadSubject."""
        now = self._record.now()
        if isinstance(letter.key, Unread) and letter.key.known:
            raise BadSubject(f"letter {letter.id}")
        kind = self._kinds.get(type(letter.key))
        if kind is None:
            return Unwanted("no such kind")
        chosen = preferences.get(session, letter.member_id)
        if letter.key.waits and chosen.hours.is_quiet(now):
            return Later(chosen.hours.after_quiet(now), "quiet hours")
        chat = _recipient(session, letter)
        if chat is None:
            return Unwanted("not logged in anywhere")
        if not chat.reachable:
            return Unwanted("the person can't be reached")
        if chat.held_until is not None and chat.held_until > now:
            return Later(chat.held_until, "asked to wait")
        about = (session, chat, now, speak(chat.language), self._house, 0)
        member = callers.member_of(session, letter.member_id)
        if member is not None and letter.key.nudge is not None:
            return self._nudging.write(Turn(*about, member), letter, chosen)
        if member is not None:
            screen = kind.make(Turn(*about, member), letter)
        elif isinstance(kind, WritesToAll):
            screen = kind.make(AccountTurn(*about, letter.member_id), letter)
        else:
            return Unwanted("for members alone")
        if isinstance(screen, NotYet):
            return Later(screen.at, screen.why)
        return screen if isinstance(screen, Unwanted) else Written(chat, screen)


def _recipient(session: Session, letter: Letter[Any]) -> Chat | None:
    if letter.chat_id is not None:
        return chats.by_id(session, letter.chat_id)
    return chats.of_person(session, letter.member_id)
