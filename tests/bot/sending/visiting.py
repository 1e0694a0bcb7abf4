"""The trainings of the simulated year: members ask to be reminded of them, come, and check in.

That the doors are open is told beside the day's reminders: only while it helps, and to nobody who is in already.
"""

import heapq
import random
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from bot.clock import DemoClock
from content.attendance.admission import Recorded
from content.attendance.checkin import Door, hours
from content.attendance.training import ListedTraining
from content.keys.training_letters import CheckInOpens
from content.rules import begins, day_of
from content.values import Reminder
from handlers.turn import House
from storage.engine.sessions import Sessions
from storage.post.letters import Letter
from storage.trainings import awaited, checkin
from tests.bot.sending.resident import Resident
from tests.storage.training import code, publish, training

STARTS = (8, 9, 14, 18, 20, 21)
"""The hours at which trainings begin: some open their doors in the quiet hours of some members."""
COMES = 0.6


class Visits:
    """The trainings, and who comes to them when."""

    def __init__(self, sessions: Sessions, house: House, clock: DemoClock, draw: random.Random) -> None:
        self._sessions, self._house, self._clock, self._random = sessions, house, clock, draw
        self._listed: dict[int, ListedTraining] = {}
        self._coming: list[tuple[datetime, int, int, int]] = []
        self._order = count()

    def announces(self, held_on: date, residents: Sequence[Resident]) -> None:
        """A training, of which the first three and some others ask to hear. Some of these come."""
        now, draw = self._clock.now(), self._random
        starts = begins(held_on, draw.choice(STARTS))
        with self._sessions.begin() as session:
            listed = publish(session, training(starts, f"talk-{held_on:%m%d}"), now)
            for place, one in enumerate(residents):
                if place < 3 or draw.random() < 0.2:
                    awaited.ask(session, one.id, listed, one.hours, now)
                    one.off.discard(Reminder.TRAINING)  # asking switches it on
                    one.awaits[listed.id] = held_on
        self._listed[listed.id] = listed
        doors = hours(starts, listed.training.ends_at, self._house.rulebook.now(now))
        self._comes(doors.entry_from, 0, listed.id)
        for one in residents:
            if listed.id in one.awaits and draw.random() < COMES:
                after = draw.choice((0, draw.randrange(80)))  # some wait before the door
                self._comes(doors.entry_from + timedelta(minutes=after), one.id, listed.id)

    def next(self) -> datetime | None:
        """When doors open, or somebody comes."""
        return self._coming[0][0] if self._coming else None

    def arrive(self, by_id: Mapping[int, Resident]) -> None:
        """Who comes by now checks in. Who is logged out can't."""
        now = self._clock.now()
        while self._coming and self._coming[0][0] <= now:
            _, _, member, number = heapq.heappop(self._coming)
            if member and not by_id[member].away:
                self._checks_in(by_id[member], self._listed[number], now)

    def tells(self, one: Resident, letter: Letter[Any], now: datetime) -> None:
        """Whether it is right to say now that the doors are open."""
        assert isinstance(letter.key, CheckInOpens), letter
        number = letter.key.training
        about = self._listed[number].training
        assert hours(about.starts_at, about.ends_at, self._house.rulebook.now(now)).door(now) is Door.ENTRY, "too late"
        assert one.awaits[number] == day_of(now), "to who did not ask"
        assert number not in one.entered, "to who is in"
        assert Reminder.TRAINING not in one.off, "after the switch"
        assert letter.key not in [told.key for _, told in one.called], "twice"
        one.called.append((now, letter))

    def _comes(self, at: datetime, member: int, number: int) -> None:
        heapq.heappush(self._coming, (at, next(self._order), member, number))

    def _checks_in(self, one: Resident, listed: ListedTraining, now: datetime) -> None:
        rules = self._house.rulebook.now(now)
        with self._sessions.begin() as session:
            said = code(session, listed, now)
            found = checkin.judge(session, self._sessions.cipher, one.id, said, now, rules)
        assert isinstance(found, Recorded), found
        one.entered.add(listed.id)
