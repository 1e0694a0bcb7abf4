"""How long to wait after wrong passwords. Pure: what was counted, and now, give the count and the end of the wait.

No source states the association's limits; these are ours. A birth date has some 25,600 likely values and the IDs are
printed on envelopes: so attempts are limited for each ID, for each Telegram user, and over all strangers together.
NIST SP 800-63B asks for at most 100 failures in a row for one account; the ladder allows about 40 a month.

The limit over all strangers must not become a way to close the door for everybody: while it is reached, a try still
passes if neither its ID nor its person has anything to do with the attack (`is_apart`).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol


@dataclass(frozen=True)
class Tally:
    """What is kept of one scope. `until` in the past: no wait."""

    failures: int
    last_at: datetime
    until: datetime


class Limit(Protocol):
    """Counts a failure."""

    def after(self, before: Tally, now: datetime) -> Tally:
        """The tally with one failure more; `before` has no failures where nothing was counted yet."""


@dataclass(frozen=True)
class Ladder:
    """A few failures are free, then each waits longer than the one before; all forgotten after a quiet time."""

    waits_from: int  # the number of the failure that is the first to wait
    waits: tuple[timedelta, ...]  # of that failure, then of each further one; the last one stays
    forgotten_after: timedelta

    def after(self, before: Tally, now: datetime) -> Tally:
        failures = 1 if now - before.last_at >= self.forgotten_after else before.failures + 1
        step = min(failures - self.waits_from, len(self.waits) - 1)
        return Tally(failures, now, now + self.waits[step] if step >= 0 else now)


@dataclass(frozen=True)
class Bucket:
    """Fills by one with each failure and drains steadily; when it is over the brim, everybody waits for it to drain."""

    holds: int
    drains_every: timedelta

    def after(self, before: Tally, now: datetime) -> Tally:
        drained = max((now - before.last_at) // self.drains_every, 0)
        level = max(before.failures - drained, 0)
        # what has drained in part counts on, or a steady drip would never drain at all
        since = before.last_at + drained * self.drains_every if level else now
        over = level + 1 - self.holds
        return Tally(level + 1, since, since + over * self.drains_every if over > 0 else now)


APART_FOR = timedelta(days=1)
APART_TRIES = 4


def is_apart(of_id: Tally, of_person: Tally, of_pair: Tally, now: datetime) -> bool:
    """Whether a try passes though all strangers together have failed too often.

    The tallies count the failures with this ID, by this person, and by this person with this ID. Nobody else may have
    failed with the ID within a day, nor the person with another ID. So a member who mistypes tries four times, and
    an account of an attack tries one ID a day.
    """
    own = _lately(of_pair, now)
    others, elsewhere = _lately(of_id, now) - own, _lately(of_person, now) - own
    return others <= 0 and elsewhere <= 0 and own < APART_TRIES


def _lately(tally: Tally, now: datetime) -> int:
    return tally.failures if now - tally.last_at < APART_FOR else 0


_WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 5, 15, 60, 240, 1440))
LADDER = Ladder(waits_from=5, waits=_WAITS, forgotten_after=timedelta(days=30))
LIMITS: dict[str, Limit] = {
    "id": LADDER,
    "person": LADDER,
    "pair": LADDER,  # a person and an ID: what a success forgets, and what tells a slip from an attack
    "code": LADDER,  # a person and a one-time code
    # a right code is to be had in the room, so nobody tries for days; a slip must not cost the half hour of the entry
    "checkin": Ladder(waits_from=5, waits=_WAITS[:5], forgotten_after=timedelta(hours=6)),
    # 180 failures an hour in the long run, at most 200 at once
    "strangers": Bucket(holds=200, drains_every=timedelta(seconds=20)),
}
