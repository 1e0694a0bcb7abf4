"""A day as people write it: 2026/11/3, 11月3日（火曜日）, 令和8年11月3日, 昨日, as any phone decorates it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from content.rules import fiscal_year
from content.text.folding import STOPS, signs

LONGEST = 40
"""The most characters that are read as a day."""

_FIRST_YEARS = {"令和": 2019, "r": 2019, "平成": 1989, "h": 1989, "昭和": 1926, "s": 1926}
"""The programme began in 昭和62年. A year of an era is read on when the era was over: forms were printed ahead."""
_NAMED = r"[月火水木金土日](?:曜日?)?(?:[・,、]?(?:祝日?|休))?|祝日?"
_WEEKDAY = rf"(?:[(\[【〔「]?(?:{_NAMED})[)\]】〕」]?)?"
_SHORT = r"([0-9]{1,2})[-/.月]([0-9]{1,2})日?"
_YEAR = r"(?:([0-9]{4})[-/.年]|(令和|平成|昭和|[rhs])([0-9]{1,2}|元)[-/.年])"
_DIGITS = r"([0-9]{4})([0-9]{2})([0-9]{2})"
WITH_YEAR = rf"(?:{_YEAR}{_SHORT}{_WEEKDAY}|{_DIGITS})"
"""A day with its year, in small letters and without blanks: eight groups, for `of_groups`."""
_WHOLE = re.compile(WITH_YEAR)
WITHOUT_YEAR = _SHORT + _WEEKDAY
"""A day without its year, likewise: two groups, the month and the day."""
_SHORT_DAY = re.compile(WITHOUT_YEAR)

_AGO = {
    "今日": 0,
    "本日": 0,
    "きょう": 0,
    "today": 0,
    "昨日": 1,
    "きのう": 1,
    "yesterday": 1,
    "一昨日": 2,
    "おととい": 2,
}


class NoDay(ValueError):
    """A text that names no day."""


def day_written(text: str, today: date, earliest: date) -> date:
    """The day that a text names. Without a year it is the day of this fiscal year; if that lies ahead, it is the day of
    the last fiscal year, unless that is before `earliest`. Raises ValueError for a text that names no day.
    """
    if len(text) > LONGEST:
        raise ValueError("too long for a day")
    said = _folded(text)
    if said in _AGO:
        return today - timedelta(days=_AGO[said])
    if short := _SHORT_DAY.fullmatch(said):
        return _nearest(int(short[1]), int(short[2]), today, earliest)
    return whole_day(said)


def whole_day(text: str) -> date:
    """The day of a text that says the year, as any phone writes it. Raises NoDay for a text that names none, and
    ValueError for one that the calendar does not have.
    """
    if whole := _WHOLE.fullmatch(_folded(text)):
        return of_groups(whole.groups())
    raise NoDay("no day")


def day_ahead(text: str, today: date) -> date:
    """The day that a text names, which lies ahead: without a year, the next such day. Raises ValueError for a text that
    names no day.
    """
    if len(text) > LONGEST:
        raise ValueError("too long for a day")
    if short := _SHORT_DAY.fullmatch(_folded(text)):
        return on_or_after(int(short[1]), int(short[2]), today)
    return whole_day(text)


def is_relative(said: str) -> bool:
    """Whether a text without blanks, in small letters, is a word such as 昨日."""
    return said in _AGO


def _folded(text: str) -> str:
    return signs(text).lstrip(STOPS).lower()


def of_groups(found: Sequence[str | None]) -> date:
    """The day of the groups of `WITH_YEAR`. Raises ValueError if the calendar has no such day."""
    year, era, of_era, month, day, *digits = found
    if digits[0]:
        return date(*(int(part or 0) for part in digits))
    if era:
        year = str(_FIRST_YEARS[era] - 1 + (1 if of_era == "元" else int(of_era or 0)))
    return date(int(year or 0), int(month or 0), int(day or 0))


def on_or_before(month: int, day: int, last: date) -> date:
    """The latest such day that is not after `last`. Raises ValueError if the year that ends with `last` has none."""
    return _only(one for one in _such_days(month, day, (last.year, last.year - 1)) if one <= last)


def on_or_after(month: int, day: int, first: date) -> date:
    """The earliest such day that is not before `first`. Raises ValueError if the year that begins with it has none."""
    return _only(one for one in _such_days(month, day, (first.year, first.year + 1)) if one >= first)


def _only(days: Iterator[date]) -> date:
    """The first of them. Raises ValueError if there is no first."""
    for day in days:
        return day
    raise ValueError("no such day in that year")


def _nearest(month: int, day: int, today: date, earliest: date) -> date:
    every = list(_of_years(month, day, fiscal_year(today)))
    if not every:
        raise ValueError("no day of either year")
    past = [day for day in every if earliest <= day <= today]
    return past[0] if past else every[0]


def _of_years(month: int, day: int, year: int) -> Iterator[date]:
    """That day of this fiscal year, then of the one before."""
    first = year if month >= 4 else year + 1
    return _such_days(month, day, (first, first - 1))


def _such_days(month: int, day: int, years: Iterable[int]) -> Iterator[date]:
    """That day of these years. 29 February does not exist in every year."""
    for year in years:
        try:
            yield date(year, month, day)
        except ValueError:
            continue
