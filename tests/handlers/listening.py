"""A member who looks at the broadcasting schedule, and what reaches him unasked."""

from sqlalchemy import select

from content.radio import Broadcast
from handlers.presses.radio import AskReminder, TakeBack
from handlers.screens.screen import Screen
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
