"""How long it makes sense to answer what a person did, if Telegram can't be reached meanwhile.

| what it was | while Telegram is away | then |
|---|---|---|
| a command, a text, a file, an edited message | the answer waits for 24 hours | it is given up |
| a press | toast and edit wait for 150 s | its screen is sent anew, with fresh buttons, for 24 hours |
| a password to be deleted | see bot/sending/deleting.py | 48 hours |
| a paper, and whatever else is a letter | see bot/sending/postman.py | as long as its feature wants it |
| that the record can't be written, or that the bot is for private chats | it is true at that moment only | 3 s |

Answers to one person keep their order. Of presses that are late together only the last screen is shown: each of them
would show the one living message. A process that ends does not take what waits along: the record stands, and the
person can ask again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.incoming import Edited, Incoming, Pressed, Said, Sent

PRESS_LIVES = timedelta(seconds=150)
"""How long Telegram takes the answer to a press."""
DAY = timedelta(hours=24)
"""How long Telegram itself keeps a message for a bot that does not ask for it."""


@dataclass(frozen=True)
class Patience:
    """`in_place`: how long the pressed message may be changed. `at_all`: how long anything is shown."""

    in_place: timedelta
    at_all: timedelta


PATIENCE: Mapping[type, Patience] = {
    Said: Patience(DAY, DAY),
    Sent: Patience(DAY, DAY),
    Edited: Patience(DAY, DAY),
    Pressed: Patience(PRESS_LIVES, DAY),
}


class Asked:
    """What a person did, with the moment at which it was taken."""

    def __init__(self, incoming: Incoming, at: datetime) -> None:
        patience = PATIENCE[type(incoming.what)]
        self.incoming = incoming
        self._in_place_until = at + patience.in_place
        self._until = at + patience.at_all

    def is_in_time(self, now: datetime) -> bool:
        """Whether it may be answered in its place."""
        return now <= self._in_place_until

    def makes_sense(self, now: datetime) -> bool:
        """Whether it is to be answered at all."""
        return now <= self._until
