"""ラジオNIKKEI「医学講座」: its broadcasts, weeks and months of Japan's days, and reminders.

The guide does not say that listening earns a credit, so it earns no credit here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from content.hours import Hours
from content.rules import Rules, begins

PROGRAMME = "医学講座"
PAGE = "https://www.med.or.jp/cme/"
"""The page of the guide that leads to the broadcaster's own schedule."""
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Broadcast:
    """One programme on the air. `starts_at` is an aware moment in UTC. `link`: where to listen, or empty."""

    starts_at: datetime
    minutes: int
    title: str
    speaker: str
    link: str
    sample: bool
    title_en: str = ""
    reading: str = ""

    @property
    def ends_at(self) -> datetime:
        """The first moment at which it is over."""
        return self.starts_at + timedelta(minutes=self.minutes)

    def is_on_air(self, now: datetime) -> bool:
        return self.starts_at <= now < self.ends_at

    def is_over(self, now: datetime) -> bool:
        return self.ends_at <= now


@dataclass(frozen=True)
class Schedule:
    """Everything that is broadcast from the first of these days in Japan to the last, both included."""

    first: date
    last: date
    broadcasts: tuple[Broadcast, ...]

    @property
    def span(self) -> tuple[datetime, datetime]:
        """The time that it covers: its first moment (included), and the end of its last day (not included)."""
        return begins(self.first), begins(self.last + _DAY)


@dataclass(frozen=True)
class Span:
    """The seven days from one day in Japan on, or the month that begins on it."""

    first: date
    month: bool

    @classmethod
    def around(cls, day: date, *, month: bool) -> Span:
        """The week that begins on this day, or the month that contains it."""
        return cls(day.replace(day=1) if month else day, month)

    @property
    def last(self) -> date:
        """Its last day."""
        if not self.month:
            return self.first + _WEEK - _DAY
        return (self.first + timedelta(days=31)).replace(day=1) - _DAY  # 31 days on is always in the next month

    @property
    def since(self) -> datetime:
        return begins(self.first)

    @property
    def until(self) -> datetime:
        """The first moment after it."""
        return begins(self.last + _DAY)

    def holding(self, day: date) -> Span:
        """The span that contains this day. It lies whole weeks or months away from this one."""
        if self.month:
            return Span.around(day, month=True)
        # // rounds down, so that this is right for earlier days too
        return Span(self.first + (day - self.first) // _WEEK * _WEEK, month=False)


def reminds_at(broadcast: Broadcast, rules: Rules, hours: Hours) -> datetime:
    """When a reminder is due: some minutes before the broadcast; if that is in quiet hours, before they begin."""
    return hours.before_quiet(broadcast.starts_at - timedelta(minutes=rules.radio_reminder_minutes))


def reminds_on_time(broadcast: Broadcast, rules: Rules, hours: Hours) -> bool:
    """Whether the reminder comes at its normal time, that is, quiet hours do not move it."""
    return broadcast.starts_at - reminds_at(broadcast, rules, hours) == timedelta(minutes=rules.radio_reminder_minutes)


@dataclass(frozen=True)
class ListedBroadcast:
    """A broadcast on record. `withdrawn`: it is no longer in the schedule."""

    id: int
    broadcast: Broadcast
    withdrawn: bool = False
