"""The periods that a certificate or a sum can cover, and how people write one."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from content.refusals import BadPeriod, PeriodSlip
from content.rules import fiscal_year, year_span
from content.text.dating import WITH_YEAR, of_groups
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


def named(name: Named, today: date) -> Period:
    """This fiscal year, the last one, or both together. The period may reach into the future."""
    year = fiscal_year(today)
    first, last = {
        Named.THIS_YEAR: (year, year),
        Named.LAST_YEAR: (year - 1, year - 1),
        Named.TWO_YEARS: (year - 1, year),
    }[name]
    return Period(year_span(first)[0], year_span(last)[1])


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

_NEEDLESS_BLANK = re.compile(r" (?![0-9])|(?<![0-9]) ")
_TWO_DAYS = re.compile(rf"{WITH_YEAR}(?:[-~、,]|から|より|to| |(?<=日)|(?<=\)))[、,]?{WITH_YEAR}(?:まで|迄)?")


def written(text: str, today: date) -> Period:
    """The period of a text such as 2026/4/1-2026/9/30, or 令和8年4月1日から令和8年9月30日まで; raises BadPeriod."""
    if len(text) > LONGEST:
        raise BadPeriod(PeriodSlip.UNREAD)
    found = _TWO_DAYS.fullmatch(_NEEDLESS_BLANK.sub("", bare(text).lstrip(STOPS).lower()))
    if found is None:
        raise BadPeriod(PeriodSlip.UNREAD)
    try:
        period = Period(of_groups(found.groups()[:7]), of_groups(found.groups()[7:]))
    except ValueError:
        raise BadPeriod(PeriodSlip.NO_DAY) from None
    if period.first > period.last:
        raise BadPeriod(PeriodSlip.REVERSED)
    if period.last > today:
        raise BadPeriod(PeriodSlip.AHEAD)
    return period
