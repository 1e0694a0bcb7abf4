"""専門医共通講習: what was earned of it, by fiscal year and category."""

from collections.abc import Mapping, Sequence

from content.absence import given
from content.credits.since import Since
from content.operator import Profile, Purpose
from content.words import Words
from handlers.presses.credits.common_lectures import OpenCommon
from handlers.presses.credits.fees import OpenFees
from handlers.screens.credits import since
from handlers.screens.labels import summed
from handlers.screens.paging import cut, pager
from handlers.screens.screen import Button, Screen, page, row

YEARS = 3


def common(
    years: Mapping[int, Mapping[str, int]],
    number: int,
    lacks: Sequence[Since],
    profile: Profile,
    words: Words,
    *,
    sample: bool = False,
) -> Screen:
    """Three fiscal years a page, the latest first. `lacks`: what the record lacks.
    `sample`: the sums hold samples.
    """
    say, shown = words.common_lectures, cut(tuple(years), number, YEARS)
    lines = [
        line
        for year in shown.items
        for line in ("", say.year(year), *(say.category(name, half) for name, half in years[year].items()))
    ]
    kept = [*since.line(lacks, words), *summed(words, sample=sample)]
    told = given(words.operator.paper_for(profile, Purpose.SPECIALIST), say.not_judged())
    text = page(say.title(), say.apart(), *(lines or ["", say.nothing()]), *kept, "", *told)
    rows = (*pager(words, shown, OpenCommon), row(Button(words.common.back(), OpenFees())))
    return Screen(text, rows, subject="fees")
