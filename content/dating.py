"""A day as people write it: 2026/11/3, 11月3日, 令和8年11月3日, 昨日, in any width."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta

from content.rules import fiscal_year

LONGEST = 40
"""The most characters that are read as a day."""

_REIWA_1 = 2019
_WEEKDAY = r"(?:\([月火水木金土日](?:・?祝)?\))?"
_SHORT = r"([0-9]{1,2})[-/.月]([0-9]{1,2})日?"
_WHOLE = re.compile(rf"([0-9]{{4}})[-/.年]{_SHORT}{_WEEKDAY}")
_DIGITS = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_ERA = re.compile(rf"(?:令和|R)([0-9]{{1,2}}|元)[-/.年]{_SHORT}{_WEEKDAY}", re.IGNORECASE)
_WITHOUT_YEAR = re.compile(_SHORT + _WEEKDAY)
WHOLE = (
    r"(?:(?:[0-9]{4}|(?:令和|R)\s*(?:[0-9]{1,2}|元))\s*[-/.年]\s*[0-9]{1,2}\s*[-/.月]\s*[0-9]{1,2}\s*日?"
    r"(?:\s*\([月火水木金土日](?:・?祝)?\))?|[0-9]{8})"
)
"""A pattern that finds a day with its year within a text in NFKC: everything that `whole_day` reads. It allows spaces
and is to be compiled with IGNORECASE.
"""

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
    if short := _WITHOUT_YEAR.fullmatch(said):
        return _nearest(int(short[1]), int(short[2]), today, earliest)
    return whole_day(said)


def whole_day(text: str) -> date:
    """The day of a text that states the year, in any width. Raises NoDay if the text names no day, and ValueError if
    the calendar does not have that day.
    """
    said = _folded(text)
    if whole := _WHOLE.fullmatch(said) or _DIGITS.fullmatch(said):
        return date(*map(int, whole.groups()))
    if era := _ERA.fullmatch(said):
        year = 1 if era[1] == "元" else int(era[1])
        return date(_REIWA_1 - 1 + year, int(era[2]), int(era[3]))
    raise NoDay("no day")


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).lower()


def _nearest(month: int, day: int, today: date, earliest: date) -> date:
    every = list(_of_years(month, day, fiscal_year(today)))
    if not every:
        raise ValueError("no day of either year")
    past = [day for day in every if earliest <= day <= today]
    return past[0] if past else every[0]


def _of_years(month: int, day: int, year: int) -> Iterator[date]:
    """That day of this fiscal year, then of the one before. 29 February does not exist in every year."""
    for first in (year, year - 1):
        try:
            yield date(first if month >= 4 else first + 1, month, day)
        except ValueError:
            continue
