"""The credits of a fiscal year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from content.words import Words
from handlers.press import Press
from handlers.screens.browse import Codes
from handlers.screens.certificate import Certificates
from handlers.screens.paging import cut, pager
from handlers.screens.screen import Button, Screen, page, row, rows_of
from handlers.screens.start import back
from storage.ledger import Entry, Totals

OTHERS = 8


@dataclass(frozen=True)
class Credits(Press, tag="cr"):
    pass


@dataclass(frozen=True)
class Year(Press, tag="cy"):
    year: int
    page: int


@dataclass(frozen=True)
class Ledger:
    """A fiscal year of a member: its sums and its credits, and the sums of the years that have any."""

    year: int
    total: Totals
    entries: Sequence[Entry]
    years: Mapping[int, Totals]
    can_earn: bool


def credits(view: Ledger, number: int, words: Words) -> Screen:
    """One page of the year's credits under its total."""
    say, total, shown = words.credits, view.total, cut(view.entries, number)
    others = [year for year in sorted(view.years, reverse=True) if year != view.year][:OTHERS]
    listed = [say.entry(one.earned_on, one.title, one.code, one.half_units) for one in shown.items]
    earned = [say.total(total.half_units, len(total.codes)), say.codes(sorted(total.codes)), "", *listed]
    sums = [say.year(year, view.years[year].half_units, len(view.years[year].codes)) for year in others]
    lines = [
        *([] if view.can_earn else [words.course.cannot_earn()]),
        *(earned if view.entries else [say.nothing(view.year)]),
        *(["", say.other_years(), *sums] if sums else []),
        *(["", say.certificate()] if view.entries or sums else []),
    ]
    return Screen(
        page(say.title(view.year), *lines),
        (
            row(Button(say.to_certificate(), Certificates()), Button(words.browse.to_codes(), Codes(1, "all"))),
            *pager(words, shown, lambda page: Year(view.year, page)),
            *rows_of((Button(words.common.fiscal_year(year), Year(year, 1)) for year in others), 2),
            back(words),
        ),
    )
