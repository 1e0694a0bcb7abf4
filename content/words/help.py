"""The first screen of help, the commands by purpose, and the frame of questions and answers."""

import enum
from typing import Protocol

from content.guide import Topic


class Group(enum.StrEnum):
    """The purpose of a command."""

    LEARN = "learn"
    RECORD = "record"
    PROVE = "prove"
    OWN = "own"
    DATA = "data"


class Help(Protocol):
    def title(self) -> str: ...

    def choose(self) -> str:
        """Says that the questions are listed by topic."""

    def texts_search(self) -> str: ...

    def no_such_topic(self) -> str:
        """The text after /help is no topic."""

    def topic(self, topic: Topic) -> str:
        """The title of a topic's screen."""

    def to_topic(self, topic: Topic) -> str:
        """On a button of two in a row."""

    def also_called(self, topic: Topic) -> tuple[str, ...]:
        """Other words by which members ask for the topic."""

    def to_commands(self) -> str:
        """On a button of two in a row."""

    def commands_title(self) -> str: ...

    def group(self, group: Group) -> str: ...
