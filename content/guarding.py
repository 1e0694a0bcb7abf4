"""How long to wait after wrong passwords. Pure: what was counted, and now, give the count and the end of the wait.

No source states the association's limits; these are ours. A birth date has some 25,600 likely values and the IDs are
printed on envelopes: so attempts are limited for each ID, for each Telegram user, and over all strangers together.
NIST SP 800-63B asks for at most 100 failures in a row for one account; the ladder allows about 40 a month.
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


_WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 5, 15, 60, 240, 1440))
LADDER = Ladder(waits_from=5, waits=_WAITS, forgotten_after=timedelta(days=30))
LIMITS: dict[str, Limit] = {
    "id": LADDER,
    "person": LADDER,
    # a right code is to be had in the room, so nobody tries for days; a slip must not cost the half hour of the entry
    "checkin": Ladder(waits_from=5, waits=_WAITS[:5], forgotten_after=timedelta(hours=6)),
    # 180 failures an hour in the long run, at most 200 at once
    "strangers": Bucket(holds=200, drains_every=timedelta(seconds=20)),
}
