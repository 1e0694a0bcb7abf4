"""When a help desk answers: on business days of Japan, within its hours."""

import functools
import itertools
from datetime import UTC, date, datetime, time, timedelta

import holidays

from content.links import Desk
from content.rules import JAPAN, Rulebook, Rules, day_of, local


def is_business_day(day: date, rules: Rules) -> bool:
    """Whether the day in Japan is neither 土・日・祝日 nor in 年末年始. The library knows holidays until 2099."""
    first, last = rules.turn_of_year
    # the turn of the year spans two years, so a day is in it if it is after the first day OR before the last
    at_turn = (day.month, day.day) >= first or (day.month, day.day) <= last
    return day.weekday() < 5 and not at_turn and day not in _holidays(day.year)


def is_open(desk: Desk, now: datetime, rulebook: Rulebook) -> bool:
    """Whether the desk answers at this moment."""
    clock = local(now).time()
    return is_business_day(day_of(now), rulebook.now(now)) and desk.opens <= clock < desk.closes


def closes(desk: Desk, now: datetime) -> datetime:
    """The moment at which the desk closes on Japan's day of `now`."""
    return _at(day_of(now), desk.closes)


def opens_next(desk: Desk, now: datetime, rulebook: Rulebook) -> datetime:
    """The first opening after this moment."""
    days = (day_of(now) + timedelta(days=later) for later in itertools.count())
    openings = (_at(day, desk.opens) for day in days if is_business_day(day, rulebook.at(day)))
    return next(opening for opening in openings if opening > now)


def _at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, JAPAN).astimezone(UTC)


@functools.cache
def _holidays(year: int) -> frozenset[date]:
    """The holidays of a year, with substitute holidays and the days between two holidays."""
    return frozenset(holidays.country_holidays("JP", years=year, expand=False))
