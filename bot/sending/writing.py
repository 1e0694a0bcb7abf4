"""What a letter says, by the record of the moment at which it is sent."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from bot.record import Record
from content import rules
from content.keys.letter import BadSubject
from content.words import speak
from handlers.screens import reminder
from handlers.screens.screen import Screen
from handlers.turn import AccountTurn, House, Turn, Unwanted, Writes, WritesToAll
from storage.people import chats
from storage.post.letters import Letter, Unread


@dataclass(frozen=True)
class Written:
    """A letter as it is to be sent now."""

    chat: chats.Chat
    screen: Screen


@dataclass(frozen=True)
class Later:
    """The letter has to wait: these are quiet hours."""


class Writing:
    """Writes letters of every kind."""

    def __init__(self, record: Record, house: House, kinds: Iterable[Writes[Any]]) -> None:
        self._record = record
        self._house = house
        self._kinds = {kind.key: kind for kind in kinds}

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
        if letter.key.waits and rules.is_quiet(now):
            return Later()
        chat = _recipient(session, letter)
        if chat is None:
            return Unwanted("not logged in anywhere")
        if not chat.reachable:
            return Unwanted("the person can't be reached")
        about = (session, chat, now, speak(chat.language), self._house, 0)
        member = chats.member_of(session, letter.member_id)
        if member is not None:
            screen = kind.make(Turn(*about, member), letter)
        elif isinstance(kind, WritesToAll):
            screen = kind.make(AccountTurn(*about, letter.member_id), letter)
        else:
            return Unwanted("for members alone")
        if isinstance(screen, Unwanted):
            return screen
        if letter.key.nudge is not None:
            screen = reminder.with_ways(screen, letter.id, about[3])
        return Written(chat, screen)


def _recipient(session: Session, letter: Letter[Any]) -> chats.Chat | None:
    if letter.chat_id is not None:
        return chats.by_id(session, letter.chat_id)
    return chats.of_person(session, letter.member_id)
