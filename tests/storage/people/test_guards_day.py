"""A day on which many accounts guess birth dates: how many guesses they get, and how many members still come in.

Every ID is tried once with a likely birth date, by as many Telegram accounts as there are. The members who log in
meanwhile mistype as people do. The record's own functions decide; only the clock is played.
"""

import heapq
import random
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.people import guards
from tests.databases import copied
from tests.sizes import SOAK

MEMBERS = 177_000
LIKELY_DATES = 25_600
"""Birth dates of practising doctors, so a guess is right once in so many."""
HOURS = timedelta(hours=24 if SOAK else 3)
SLIPS = (0,) * 80 + (1,) * 15 + (2,) * 5
"""How often a member mistypes before the right password, of a hundred members."""


@dataclass
class Day:
    """One day, seen from the door."""

    session: Session
    cipher: Cipher
    begins: datetime
    chance: random.Random
    guesses: int = 0
    came: int = 0
    entered: int = 0
    queue: list[tuple[datetime, int, int]] = field(default_factory=list)

    def lasts(self, attackers: int, members: int) -> None:
        """Attackers try from midnight on, whenever they may; members come at any hour."""
        ends = self.begins + HOURS
        for number in range(attackers):
            heapq.heappush(self.queue, (self.begins, 1, number))
        for number in range(members):
            heapq.heappush(self.queue, (self.begins + HOURS * self.chance.random(), 0, 10**9 + number))
        while self.queue and self.queue[0][0] < ends:
            at, attacks, person = heapq.heappop(self.queue)
            if attacks:
                self._guesses(at, person)
            else:
                self._comes(at, person)

    def _guesses(self, at: datetime, person: int) -> None:
        tried = self._attempt(person)
        until = guards.may_try(self.session, tried, at)
        if until <= at:
            self.guesses += 1
            guards.fail(self.session, tried.counted, at)
        # they don't all come back in the same second: whoever finds the door closed again has lost nothing
        pause = timedelta(minutes=30) * self.chance.random()
        heapq.heappush(self.queue, (until + pause, 1, person))

    def _comes(self, at: datetime, person: int) -> None:
        tried = self._attempt(person)
        self.came += 1
        for now in self._slips(at):
            if guards.may_try(self.session, tried, now) > now:
                return
            guards.fail(self.session, tried.counted, now)
        now = at + timedelta(minutes=1)
        self.entered += guards.may_try(self.session, tried, now) <= now

    def _slips(self, at: datetime) -> Iterator[datetime]:
        for number in range(self.chance.choice(SLIPS)):
            yield at + timedelta(seconds=20 * number)

    def _attempt(self, person: int) -> guards.Attempt:
        return guards.attempt(self.cipher, person, f"id {self.chance.randrange(MEMBERS)}")


@pytest.mark.parametrize("attackers", [40, 200, 400] if SOAK else [150])
def test_members_come_in_while_birth_dates_are_guessed(
    attackers: int, sqlite_template: Path, cipher: Cipher, now: datetime
) -> None:
    with copied(sqlite_template) as url, closing(Sessions(url, cipher)) as sessions, sessions.begin() as session:
        day = Day(session, cipher, now, random.Random(attackers))
        day.lasts(attackers, 2_000 if SOAK else 200)
    share = day.entered / day.came
    figures = f"{attackers}: {day.guesses} guesses, {share:.1%} in, {day.guesses / LIKELY_DATES:.3f} accounts taken"
    print(figures)
    assert share > 0.95, figures
    # the other side: an account gets no more than its ladder and the one ID a day that a closed door leaves it
    assert day.guesses <= 15 * attackers, figures
