"""How long to wait after wrong passwords. Pure: the tally so far and the present moment give the next tally.

No source states the association's limits, so these are ours. A birth date has some 25,600 likely values, and the IDs
are printed on envelopes: so tries are limited for each ID, for each Telegram user, and for all strangers together.
NIST SP 800-63B asks for at most 100 failures in a row for one account; the ladder allows about 40 a month.

An attacker must not be able to lock everybody out by reaching the limit for all strangers. So while it is reached, a
try still passes if neither its ID nor its person has anything to do with the attack (`is_apart`).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from content.rules import begins, day_of


@dataclass(frozen=True)
class Tally:
    """The failures of one scope (see LIMITS). Nobody waits if `until` lies in the past."""

    failures: int
    last_at: datetime
    until: datetime


class Limit(Protocol):
    """A way to count failures."""

    def after(self, before: Tally, now: datetime) -> Tally:
        """The tally with one more failure. `before` has 0 failures if nothing was counted yet."""


@dataclass(frozen=True)
class Ladder:
    """The first failures cost no wait; each further one waits longer; all are forgotten after a quiet time."""

    waits_from: int  # the number of the failure that is the first to wait
    waits: tuple[timedelta, ...]  # of that failure, then of each further one; the last one stays
    forgotten_after: timedelta

    def after(self, before: Tally, now: datetime) -> Tally:
        failures = 1 if now - before.last_at >= self.forgotten_after else before.failures + 1
        step = min(failures - self.waits_from, len(self.waits) - 1)
        return Tally(failures, now, now + self.waits[step] if step >= 0 else now)


@dataclass(frozen=True)
class Bucket:
    """Each failure adds one, and the bucket drains steadily. When it is too full, everybody waits until it drains."""

    holds: int
    drains_every: timedelta

    def after(self, before: Tally, now: datetime) -> Tally:
        drained = max((now - before.last_at) // self.drains_every, 0)
        level = max(before.failures - drained, 0)
        # the part of a drain step that has passed is kept: without it, steady failures would stop the draining
        since = before.last_at + drained * self.drains_every if level else now
        over = level + 1 - self.holds
        return Tally(level + 1, since, since + over * self.drains_every if over > 0 else now)


@dataclass(frozen=True)
class Daily:
    """So many on a day of Japan's calendar; then everybody waits for the next day."""

    most: int

    def after(self, before: Tally, now: datetime) -> Tally:
        failures = self.used(before, now) + 1
        last = max(now, before.last_at)
        return Tally(failures, last, begins(day_of(last) + timedelta(days=1)) if failures >= self.most else now)

    def used(self, tally: Tally, now: datetime) -> int:
        """How many of them were used today; a clock that was set back gives none back."""
        return tally.failures if day_of(tally.last_at) >= day_of(now) else 0


APART_FOR = timedelta(days=1)
APART_TRIES = 4


def is_apart(of_id: Tally, of_person: Tally, of_pair: Tally, now: datetime) -> bool:
    """Whether a try passes although all strangers together have failed too often.

    The tallies count the failures with this ID, by this person, and by this person with this ID. It passes if, within a
    day, nobody else failed with this ID and this person failed with no other ID. So a member who mistypes has four
    tries, and each account of an attacker can try one ID a day.
    """
    own = _lately(of_pair, now)
    others, elsewhere = _lately(of_id, now) - own, _lately(of_person, now) - own
    return others <= 0 and elsewhere <= 0 and own < APART_TRIES


def _lately(tally: Tally, now: datetime) -> int:
    return tally.failures if now - tally.last_at < APART_FOR else 0


_WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 5, 15, 60, 240, 1440))
LADDER = Ladder(waits_from=5, waits=_WAITS, forgotten_after=timedelta(days=30))
NAMES = Daily(5)
LIMITS: dict[str, Limit] = {
    "id": LADDER,
    "person": LADDER,
    "pair": LADDER,  # a person and an ID: what a success forgets, and what tells a slip from an attack
    "code": LADDER,  # a person and a one-time code
    # the room shows the right code, so nobody tries for days; and a slip must not cost the half hour of the entry
    "checkin": Ladder(waits_from=5, waits=_WAITS[:5], forgotten_after=timedelta(hours=6)),
    "name": NAMES,  # all names that are compared with that on a certificate, right ones too
    "verify": Ladder(
        waits_from=5, waits=_WAITS[:5], forgotten_after=timedelta(days=1)
    ),  # numbers of nobody, by a person
    "verifying": Bucket(holds=100, drains_every=timedelta(seconds=30)),  # the same by everybody
    # 180 failures an hour in the long run, at most 200 at once
    "strangers": Bucket(holds=200, drains_every=timedelta(seconds=20)),
}
