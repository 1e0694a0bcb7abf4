"""Announced periods of maintenance, as frozen values."""

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from content.rules import Rules


class Concerned(enum.StrEnum):
    """What can't be used during the maintenance."""

    CERTIFICATES = "certificates"  # this bot's own
    MAMIS = "mamis"
    ELEARNING = "elearning"  # the association's site
    BOT = "bot"  # this bot, all of it


@dataclass(frozen=True)
class Maintenance:
    """A period from `starts_at` (included) until `ends_at` (not included); aware moments in UTC. It is only announced:
    the bot refuses nothing because of it.
    """

    slug: str
    concerns: Concerned
    starts_at: datetime
    ends_at: datetime
    ja: str
    en: str
    sample: bool
    withdrawn: bool = False

    def text(self, language: str) -> str:
        return self.en if language == "en" else self.ja

    def is_on(self, now: datetime) -> bool:
        return self.starts_at <= now < self.ends_at

    def is_over(self, now: datetime) -> bool:
        return now >= self.ends_at


def pressing(periods: Iterable[Maintenance], now: datetime, rules: Rules) -> tuple[Maintenance, ...]:
    """The periods that are on, or begin within `maintenance_told_days`. `periods` must hold no period that is over."""
    told_from = now + timedelta(days=rules.maintenance_told_days)
    return tuple(period for period in periods if period.starts_at <= told_from)
