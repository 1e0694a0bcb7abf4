"""The periods that a certificate or a sum can cover, and how people write one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from content.refusals import BadPeriod, BeforeProgramme, PeriodSlip
from content.rules import Rules, fiscal_year, year_span
from content.text.dating import WITH_YEAR, WITHOUT_YEAR, of_groups, on_or_after, on_or_before
from content.text.folding import STOPS, bare


@dataclass(frozen=True)
class Period:
    """A period; its first and its last day are both included."""

    first: date
    last: date


class Named(StrEnum):
    """The periods on offer."""

    THIS_YEAR = "this"
    LAST_YEAR = "last"
    TWO_YEARS = "two"
    THIS_MONTH = "month"
    LAST_MONTH = "before"


YEARS = (Named.THIS_YEAR, Named.LAST_YEAR, Named.TWO_YEARS)


def named(name: Named, today: date) -> Period:
    """This fiscal year, the last one, or both together; this month, or the last one. The period may reach into the
    future.
    """
    year, month = fiscal_year(today), today.replace(day=1)
    match name:
        case Named.THIS_YEAR:
            return Period(*year_span(year))
        case Named.LAST_YEAR:
            return Period(*year_span(year - 1))
        case Named.TWO_YEARS:
            return Period(year_span(year - 1)[0], year_span(year)[1])
        case Named.THIS_MONTH:
            return month_of(month)
        case Named.LAST_MONTH:
            last = month - timedelta(days=1)
            return Period(last.replace(day=1), last)


def month_of(day: date) -> Period:
    """The month of this day."""
    first = day.replace(day=1)
    return Period(first, _last_of(first))


def ending(last: date, years: int) -> Period:
    """The period of so many years that ends on this day. It begins on the day after the same day of the earlier year;
    if that year has no 29 February, on 1 March. Near the year 1, which no record reaches, it is shorter.
    """
    year = max(date.min.year, last.year - years)
    try:
        same = last.replace(year=year)
    except ValueError:
        same = date(year, 2, 28)
    return Period(same + timedelta(days=1), last)


def until_yesterday(period: Period, today: date, days: int) -> Period:
    """The part of a period that can be certified now. A credit can be certified `days` days after its day (1: from the
    next day on). If the last day lies before the first, nothing can be certified yet.
    """
    return Period(period.first, min(period.last, today - timedelta(days=days)))


LONGEST = 80
"""The most characters that two days are written with."""

_DAY = rf"(?:{WITH_YEAR}|{WITHOUT_YEAR})"
_NEEDLESS_BLANK = re.compile(r" (?![0-9])|(?<![0-9]) ")
_TWO_DAYS = re.compile(rf"{_DAY}(?:[-~、,]|から|より|to| |(?<=日)|(?<=\)))[、,]?{_DAY}(?:まで|迄)?")
_OF_DAY = 10
"""How many groups a day has: those of WITH_YEAR, then those of WITHOUT_YEAR."""


def written(text: str, today: date) -> Period:
    """The period of a text such as 2026/4/1-2026/9/30, 令和8年4月1日から9月30日まで, or 4/1-9/30; raises BadPeriod.

    A last day without a year is the first one on or after the first day. If neither has a year, the last day is the
    latest one that is not ahead, and the first day the latest one before it.
    """
    if len(text) > LONGEST:
        raise BadPeriod(PeriodSlip.UNREAD)
    found = _TWO_DAYS.fullmatch(_NEEDLESS_BLANK.sub("", bare(text).lstrip(STOPS).lower()))
    if found is None:
        raise BadPeriod(PeriodSlip.UNREAD)
    try:
        period = _of(found.groups()[:_OF_DAY], found.groups()[_OF_DAY:], today)
    except ValueError:
        raise BadPeriod(PeriodSlip.NO_DAY) from None
    if period.first > period.last:
        raise BadPeriod(PeriodSlip.REVERSED)
    if period.last > today:
        raise BadPeriod(PeriodSlip.AHEAD)
    return period


def within_programme(period: Period, rules: Rules) -> Period:
    """The period itself; raises BeforeProgramme for one that begins earlier than the programme."""
    if period.first < rules.programme_from:
        raise BeforeProgramme(rules.programme_from)
    return period


def _of(first: Sequence[str | None], last: Sequence[str | None], today: date) -> Period:
    """Raises ValueError if the calendar has no such day."""
    begins, ends = _whole(first), _whole(last)
    if begins and ends is None:
        ends = on_or_after(*_short(last), begins)
    ends = ends or on_or_before(*_short(last), today)
    return Period(begins or on_or_before(*_short(first), ends), ends)


def _whole(groups: Sequence[str | None]) -> date | None:
    """The day, if it says its year."""
    with_year = groups[: _OF_DAY - 2]
    return of_groups(with_year) if any(with_year) else None


def _short(groups: Sequence[str | None]) -> tuple[int, int]:
    month, day = groups[_OF_DAY - 2 :]
    return int(month or 0), int(day or 0)


def _last_of(month: date) -> date:
    """The last day of the month that begins on this day."""
    return (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
