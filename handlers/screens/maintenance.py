"""Announced maintenance: the line that other screens show, and the list of all that is to come."""

from collections.abc import Sequence
from datetime import datetime

from content.maintenance import Maintenance
from content.words import Words
from handlers.presses.help import Help, Periods
from handlers.screens.paging import cut, pager
from handlers.screens.screen import Button, Screen, page, row

SIZE = 3


def line(periods: Sequence[Maintenance], now: datetime, words: Words) -> str | None:
    """One line of the first period, which says how many more there are. None if there is no period."""
    if not periods:
        return None
    further = words.maintenance.further(len(periods) - 1) if len(periods) > 1 else ""
    return f"{_headline(periods[0], now, words)}{further}"


def periods(every: Sequence[Maintenance], number: int, now: datetime, words: Words) -> Screen:
    """The periods that are on and to come, each with its sentence."""
    say, shown = words.maintenance, cut(every, number, SIZE)
    lines = [
        text for period in shown.items for text in ("", _headline(period, now, words), period.text(words.language))
    ]
    rows = (*pager(words, shown, Periods), row(Button(words.common.back(), Help())))
    return Screen(page(say.title(), *(lines[1:] or [say.nothing()])), rows, subject="maintenance")


def _headline(period: Maintenance, now: datetime, words: Words) -> str:
    said = words.maintenance.going_on(period) if period.is_on(now) else words.maintenance.planned(period)
    return f"⚠️ {said}"
