"""What a letter says, by the record of the moment at which it is sent."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from bot.turns import Turns
from content import rules
from content.words import speak
from handlers.screens.screen import Screen
from handlers.turn import Turn, Unwanted, Writes
from storage import chats
from storage.letters import Letter


@dataclass(frozen=True)
class Written:
    """A letter as it is to be sent now."""

    chat: chats.Chat
    screen: Screen
    kind: Writes


@dataclass(frozen=True)
class Later:
    """Not now: quiet hours."""


def write(session: Session, letter: Letter, kinds: Mapping[str, Writes], turns: Turns) -> Written | Unwanted | Later:
    """Preferences are read here, not when the letter was queued."""
    now = turns.clock.now()
    kind = kinds.get(letter.kind)
    if kind is None:
        return Unwanted("no such kind")
    if kind.nudge and rules.is_quiet(now):
        return Later()
    chat = _recipient(session, letter)
    if chat is None:
        return Unwanted("not logged in anywhere")
    if not chat.reachable:
        return Unwanted("the person can't be reached")
    caller = chats.caller(session, letter.member_id)
    turn = Turn(session, chat, now, speak(chat.language), turns.house, 0, member=caller)
    screen = kind.make(turn, letter)
    return screen if isinstance(screen, Unwanted) else Written(chat, screen, kind)


def _recipient(session: Session, letter: Letter) -> chats.Chat | None:
    if letter.chat_id is not None:
        return chats.by_id(session, letter.chat_id)
    return chats.of_member(session, letter.member_id)
