"""専門医共通講習: what was earned of it, by fiscal year and category."""

from collections.abc import Mapping

from content.words import Words
from handlers.presses.common_lectures import OpenCommon
from handlers.presses.fees import OpenFees
from handlers.screens.labels import summed
from handlers.screens.paging import cut, pager
from handlers.screens.screen import Button, Screen, page, row

YEARS = 3


def common(years: Mapping[int, Mapping[str, int]], number: int, words: Words, *, sample: bool = False) -> Screen:
    """Three fiscal years a page, the latest first. `sample`: the sums hold samples."""
    say, shown = words.common_lectures, cut(tuple(years), number, YEARS)
    lines = [
        line
        for year in shown.items
        for line in ("", say.year(year), *(say.category(name, half) for name, half in years[year].items()))
    ]
    text = page(
        say.title(), say.apart(), *summed(words, sample=sample), *(lines or ["", say.nothing()]), "", say.not_judged()
    )
    rows = (*pager(words, shown, OpenCommon), row(Button(words.common.back(), OpenFees())))
    return Screen(text, rows, subject="fees")
