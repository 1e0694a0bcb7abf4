"""ラジオNIKKEI「医学講座」: what is on the air when, in weeks and months of Japan's days, and when to remember it.

Nothing in the guide says that listening earns a credit, so none is given.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from content.rules import Rules, before_quiet, begins

PROGRAMME = "医学講座"
PAGE = "https://www.med.or.jp/cme/"
"""The page of the guide that leads to the broadcaster's own schedule."""
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Broadcast:
    """One programme on the air; it begins at an aware moment in UTC. `link`: where to listen, or empty."""

    starts_at: datetime
    minutes: int
    title: str
    speaker: str
    link: str
    sample: bool

    @property
    def ends_at(self) -> datetime:
        """The first moment in which it is over."""
        return self.starts_at + timedelta(minutes=self.minutes)

    def is_on_air(self, now: datetime) -> bool:
        return self.starts_at <= now < self.ends_at

    def is_over(self, now: datetime) -> bool:
        return self.ends_at <= now


@dataclass(frozen=True)
class Schedule:
    """All that is broadcast on these days of Japan, the last one included."""

    first: date
    last: date
    broadcasts: tuple[Broadcast, ...]

    @property
    def span(self) -> tuple[datetime, datetime]:
        """The moments between which it speaks: the first one, and the one after the last."""
        return begins(self.first), begins(self.last + _DAY)


@dataclass(frozen=True)
class Span:
    """The seven days from one day of Japan on, or the month that begins on it."""

    first: date
    month: bool

    @classmethod
    def around(cls, day: date, *, month: bool) -> Span:
        """The week from this day on, or the month that it is in."""
        return cls(day.replace(day=1) if month else day, month)

    @property
    def last(self) -> date:
        """Its last day."""
        if not self.month:
            return self.first + _WEEK - _DAY
        return (self.first + timedelta(days=31)).replace(day=1) - _DAY

    @property
    def since(self) -> datetime:
        return begins(self.first)

    @property
    def until(self) -> datetime:
        """The first moment after it."""
        return begins(self.last + _DAY)

    def holding(self, day: date) -> Span:
        """The span like this one, whole weeks or months away, that this day is in."""
        if self.month:
            return Span.around(day, month=True)
        return Span(self.first + (day - self.first) // _WEEK * _WEEK, month=False)


def reminds_at(broadcast: Broadcast, rules: Rules) -> datetime:
    """When a reminder of it is due: some minutes before, or, where these lie in quiet hours, before those begin."""
    return before_quiet(broadcast.starts_at - timedelta(minutes=rules.radio_reminder_minutes))


def reminds_on_time(broadcast: Broadcast, rules: Rules) -> bool:
    """Whether quiet hours leave the reminder where it belongs."""
    return broadcast.starts_at - reminds_at(broadcast, rules) == timedelta(minutes=rules.radio_reminder_minutes)


@dataclass(frozen=True)
class ListedBroadcast:
    """A broadcast of the record. `withdrawn`: it is no longer in the schedule."""

    id: int
    broadcast: Broadcast
    withdrawn: bool = False
