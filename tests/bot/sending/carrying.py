"""What the schedule and a worker do with reminders, step by step and by a clock that is told to move."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from bot.clock import DemoClock
from bot.record import Record
from bot.sending.writing import Writing
from bot.sending.written import Later, Written
from handlers.due import Due, Rounds
from handlers.features import FEATURES
from handlers.routing import due_work, letter_kinds
from handlers.trainings import awaited
from handlers.turn import House
from storage.engine.sessions import Sessions
from storage.post import letters, nudges, rounds
from storage.post.letters import Letter
from storage.tables import Letter as Row

Sends = Callable[[Letter[Any]], None]


class Carrier:
    """Queues what falls due, and carries it. `sends` is told of each message right before it would be sent: the letter,
    with those that go in the same message.
    """

    def __init__(self, sessions: Sessions, house: House, clock: DemoClock, sends: Sends) -> None:
        self.sessions, self.house, self.clock, self.sends = sessions, house, clock, sends
        self.kinds = [one for one in due_work(FEATURES) if isinstance(one, Rounds)]
        self.doors = [one for one in awaited.DUE if isinstance(one, Due)]
        self.writing = Writing(Record(sessions, clock), house, letter_kinds(FEATURES))

    def begins(self) -> None:
        """A process begins: from now on its kinds are known."""
        with self.sessions.begin() as session:
            rounds.know(session, [one.key for one in self.kinds], self.clock.now())

    def works(self) -> None:
        """Queue what is due by now, and carry it."""
        now = self.clock.now()
        for kind in self.kinds:
            with self.sessions.begin() as session:
                every = kind.find(session, now, self.house.rulebook)
                for one in rounds.open_ones(session, kind.key, every, now):
                    rounds.step(session, one, now, enough=lambda: False)
        for door in self.doors:
            with self.sessions.begin() as session:
                door.step(session, door.find(session, now, self.house.rulebook), now, self.house.rulebook)
        while self._carries():
            pass

    def next_due(self) -> datetime | None:
        """When the next letter that waits falls due."""
        with self.sessions.reading() as session:
            return session.execute(select(func.min(Row.due_at)).where(Row.state == "waiting")).scalar()

    def _carries(self) -> int:
        now = self.clock.now()
        with self.sessions.begin() as session:
            claimed = letters.claim(session, now)
        for letter in claimed:
            self._carry(letter, now)
        return len(claimed)

    def _carry(self, letter: Letter[Any], now: datetime) -> None:
        with self.sessions.begin() as session:
            nudges.hold(session, letter.member_id)
            written = self.writing.write(session, letter)
            if isinstance(written, Later):
                assert written.at > now
                letters.postpone(session, letter, written.at, written.why)
            elif isinstance(written, Written):
                begun = nudges.begin_sending(session, letter, written.others, now)
                for one in () if begun is None else (begun, *begun.others):  # None: another one took it along
                    letters.settle(session, one, "sent", now)
                if begun is not None:
                    self.sends(begun)
            else:
                letters.settle(session, letter, "dropped", now, outcome=written.why)
