"""The period of an export as it is written: a fiscal year, a month, a name (先月), or two days. Pure."""

import re
from datetime import date

from content import spoken
from content.refusals import BadPeriod, PeriodSlip
from content.rules import year_span
from content.text import periods
from content.text.folding import bare
from content.text.periods import Period

_ERAS = {"令和": 2018, "r": 2018, "平成": 1988, "h": 1988}
_YEAR = r"(?:([0-9]{4})|(令和|平成|[rh]) ?([0-9]{1,2}|元))"
_FISCAL = re.compile(rf"(?:fy ?)?{_YEAR}(?:年度)?")
_MONTH = re.compile(rf"{_YEAR}[-/.年] ?([0-9]{{1,2}})月?(?:分)?")


def read(text: str, today: date) -> Period:
    """2026年度 or 2026, 令和8年12月 or 2026-12, 先月, 2026/4/1-2026/9/30. A year or month may be under way; none lies
    ahead. Raises BadPeriod.
    """
    if len(text) > periods.LONGEST:
        raise BadPeriod(PeriodSlip.UNREAD)
    name = spoken.period(text)
    if name is not None:
        return periods.named(name, today)
    period = _whole(bare(text).lower()) or periods.written(text, today)
    if period.first > today:
        raise BadPeriod(PeriodSlip.AHEAD)
    return period


def _whole(said: str) -> Period | None:
    """A fiscal year or a month; None if it is neither. Raises BadPeriod for one that the calendar does not have."""
    try:
        if fiscal := _FISCAL.fullmatch(said):
            return Period(*year_span(_year(*fiscal.groups())))
        if month := _MONTH.fullmatch(said):
            return periods.month_of(date(_year(*month.groups()[:3]), int(month[4]), 1))
    except (ValueError, OverflowError):
        raise BadPeriod(PeriodSlip.NO_DAY) from None
    return None


def _year(western: str | None, era: str | None, of_era: str | None) -> int:
    if western:
        return int(western)
    return _ERAS[era or ""] + (1 if of_era == "元" else int(of_era or 0))
