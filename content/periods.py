"""The periods that a certificate or a sum can cover, and how people write one."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from content.dating import WHOLE, whole_day
from content.refusals import BadPeriod
from content.rules import fiscal_year, year_span


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
"""The most characters that are read as a period: the time of the pattern below grows with the cube of a run of spaces.
"""

_TWO_DAYS = re.compile(rf"({WHOLE})\s*(?:-|~|〜|–|—|から|to|\s)\s*({WHOLE})\s*(?:まで)?", re.IGNORECASE)


def written(text: str, today: date) -> Period:
    """The period of a text such as 2026/4/1-2026/9/30, in any width. Raises BadPeriod for any other text."""
    if len(text) > LONGEST:
        raise BadPeriod
    found = _TWO_DAYS.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if found is None:
        raise BadPeriod
    try:
        period = Period(whole_day(found[1]), whole_day(found[2]))
    except ValueError:
        raise BadPeriod from None
    if period.first > period.last or period.last > today:
        raise BadPeriod
    return period
