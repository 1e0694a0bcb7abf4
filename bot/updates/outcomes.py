"""How a turn on the record ended."""

from dataclasses import dataclass

from content.words import Words
from handlers.screens.screen import Screen
from handlers.work import Work


@dataclass(frozen=True)
class Answer:
    """What is to be shown now that the record is on disk."""

    chat_id: int
    telegram_id: int
    screen: Screen
    words: Words
    secret: bool = False  # what was said is, or may be, a password: its message is to be deleted
    edits: bool = False  # the pressed message is edited
    again: bool = False  # the same press was answered a moment ago: its toast means nothing later


@dataclass(frozen=True)
class Repeated:
    """This update was answered before."""


@dataclass(frozen=True)
class Postponed:
    """The update is kept on record, sealed. Its turn goes on when the work is done."""

    work: Work
    words: Words
    secret: bool  # what was said is a password: its message is to be deleted before it is judged


Outcome = Answer | Repeated | Postponed
