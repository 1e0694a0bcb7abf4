"""What comes of writing a letter: it is to be sent so, or has to wait."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from handlers.screens.screen import Screen
from storage.people.chat import Chat
from storage.post.letters import Letter


@dataclass(frozen=True)
class Written:
    """A letter as it is to be sent now. `others` are those that go in the same message."""

    chat: Chat
    screen: Screen
    others: tuple[Letter[Any], ...] = ()


@dataclass(frozen=True)
class Busy:
    """Another process has just sent the chat a letter: so many seconds are left until the next one."""

    seconds: float


@dataclass(frozen=True)
class Later:
    """The letter has to wait until this moment. `why` is for the record."""

    at: datetime
    why: str
