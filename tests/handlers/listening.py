"""A member who looks at the broadcasting schedule, and what reaches him unasked."""

from datetime import datetime
from typing import Any

from sqlalchemy import select

from content.radio import Broadcast
from content.words import speak
from handlers import radio
from handlers.presses.radio import AskReminder, TakeBack
from handlers.screens.screen import Screen
from handlers.turn import Turn, Unwanted
from storage.people import chats
from storage.people.chats import Caller
from storage.post import letters
from storage.post.letters import Letter
from storage.tables import Letter as LetterRow
from tests import broadcasts
from tests.student import Student


class Listener(Student):
    """He comes to a broadcast from the week of today."""

    def airs(self, *every: Broadcast) -> dict[str, int]:
        """These are published as all there is; their numbers by title."""
        with self.sessions.begin() as session:
            return {one.broadcast.title: one.id for one in broadcasts.publish(session, every, self.now)}

    def asks(self, broadcast: int) -> Screen:
        return self.talk.presses(AskReminder(broadcast, 0, False, 0))

    def takes_back(self, broadcast: int) -> Screen:
        return self.talk.presses(TakeBack(broadcast, 0, False, 0))

    @property
    def titles(self) -> list[str]:
        """What stands in the schedule that he sees."""
        return [line.split("　")[2] for line in self.talk.lines if "　見本 一郎" in line]

    @property
    def letters(self) -> list[tuple[str, str]]:
        """Slot and state of each letter, of whomever."""
        with self.sessions.reading() as session:
            rows = session.execute(select(LetterRow.slot, LetterRow.state).order_by(LetterRow.id))
            return [(row.slot, row.state) for row in rows]

    def claims(self, at: datetime) -> list[Letter[Any]]:
        """The letters that are due by then, on their way."""
        with self.sessions.begin() as session:
            return list(letters.claim(session, at))

    def reads(self, letter: Letter[Any], at: datetime) -> Screen | Unwanted:
        """What a claimed letter says then; it counts as sent."""
        with self.sessions.begin() as session:
            chat = chats.meet(session, self.sessions.cipher, 7, "ja", at)
            turn = Turn(session, chat, at, speak("ja"), self.talk.house, 0, member=Caller(self.id, True))
            written = radio.write(turn, letter)
            letters.settle(session, letter, "sent", at)
        return written

    def receives(self, at: datetime) -> list[Screen | Unwanted]:
        """What is due by then says."""
        return [self.reads(letter, at) for letter in self.claims(at)]
