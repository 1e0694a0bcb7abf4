"""The credits: a member's sums, and a fiscal year in detail."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from content.credits.credit import StandingCredit, Totals
from content.credits.goal import Goal
from content.credits.since import Since
from content.values import CreditKind
from content.words import Words
from handlers.presses.certificates.certificate import Certificates
from handlers.presses.credits import goal as presses
from handlers.presses.credits.credits import Credits, Year
from handlers.presses.credits.why import InYear, Numbers, Why
from handlers.presses.study.browse import Codes
from handlers.screens.credits import goal as goals
from handlers.screens.credits import since
from handlers.screens.labels import picks, summed, titled
from handlers.screens.paging import cut, pager
from handlers.screens.screen import Button, Row, Screen, page, row, rows_of
from handlers.screens.ways import back

OTHERS = 8


@dataclass(frozen=True)
class CreditOverview:
    """This fiscal year of a member, by kind; the sums of all years that have any; the goal of 60; half-units of common
    lectures by category; and what the record lacks of all these days.
    """

    year: int
    kinds: Sequence[tuple[CreditKind, int]]
    years: Mapping[int, Totals]
    goal: Goal
    common: Mapping[str, int]
    can_earn: bool
    since: Sequence[Since]


@dataclass(frozen=True)
class Ledger:
    """A fiscal year of a member: its sums, those by kind, all its credits, and what the record lacks of it. `sample`:
    the sums hold samples, as they do in the demo.
    """

    year: int
    total: Totals
    kinds: Sequence[tuple[CreditKind, int]]
    entries: Sequence[StandingCredit]
    since: Sequence[Since]
    sample: bool = False


def credits(view: CreditOverview, words: Words) -> Screen:
    """This year, the goal, and the other years."""
    say, total = words.credits, view.years.get(view.year)
    others, kept = others_shown(view.years, view.year), since.line(view.since, words)
    sums = [say.year(year, view.years[year].half_units, len(view.years[year].codes)) for year in others]
    lines = [
        *([] if view.can_earn else ["⚠️ " + words.course.cannot_earn()]),
        *(_sums(total, view.kinds, words) if total else [say.nothing(view.year)]),
        *(["", *goals.lines(view.goal, words)] if view.years or view.can_earn else []),
        *(["", say.common(tuple(view.common.items()))] if view.common else []),
        *(["", *sums] if sums else []),
        *(["", *kept] if kept else []),
    ]
    return Screen(page(say.title(view.year), *lines), _ways(view, others, words), subject="credits")


def others_shown(years: Iterable[int], year: int) -> list[int]:
    """The years that stand below this one, the latest first."""
    return [other for other in sorted(years, reverse=True) if other != year][:OTHERS]


def year(view: Ledger, number: int, words: Words) -> Screen:
    """One page of a year's credits below its total. Each credit has a button that tells how it counts."""
    say, shown = words.credits, cut(view.entries, number)
    numbered = list(enumerate(shown.items, shown.before + 1))
    listed = [
        say.entry(at, one.earned_on, titled(one, words), one.code, one.half_units, one.kind) for at, one in numbered
    ]
    sums = [*_sums(view.total, view.kinds, words), *_samples(view, words)]
    earned = [*sums, "", *listed, "", say.how_counted(), say.certificate()]
    told = [*(earned if view.entries else [say.nothing(view.year)]), *since.line(view.since, words)]
    named = ((titled(one, words), InYear(one.id, view.year, shown.number)) for one in shown.items)
    return Screen(
        page(say.title(view.year), *told),
        (
            *([row(Button(say.to_certificate(), Certificates()))] if view.entries else []),
            *picks(named, shown.before),
            *pager(words, shown, lambda page: Year(view.year, page)),
            row(Button(words.common.back(), Credits())),
        ),
        subject="credits",
    )


def _samples(view: Ledger, words: Words) -> Sequence[str]:
    """What to add to the sums because of samples: that they hold some, or leave some out."""
    if view.sample:
        return summed(words, sample=True)
    return [] if all(one.counts for one in view.entries) else [words.common.without_samples()]


def _sums(total: Totals, kinds: Sequence[tuple[CreditKind, int]], words: Words) -> Sequence[str]:
    say = words.credits
    return [say.total(total.half_units, len(total.codes)), say.kinds(kinds), say.codes(sorted(total.codes))]


def _ways(view: CreditOverview, others: Sequence[int], words: Words) -> tuple[Row, ...]:
    say = words.credits
    detail = [Button(say.to_year(), Year(view.year, 1))] if view.year in view.years else []
    codes = Button(words.browse.to_codes(), Codes(1, "all"))
    way = Button(words.goal.to_way(), presses.OpenWay(1))
    numbers = [Button(words.why.to_numbers(), Numbers(1))] if view.goal.window.sum.halves else []
    goal = bool(view.years) or view.can_earn
    return (
        *([row(Button(words.goal.to_picture(), presses.ShowPicture()))] if goal else []),
        *rows_of(
            (
                *detail,
                *numbers,
                codes,
                Button(say.to_certificate(), Certificates()),
            ),
            2,
        ),
        *([row(way)] if view.can_earn else []),
        row(Button(words.why.to_why(), Why(1))),
        *rows_of((Button(words.common.fiscal_year(year), Year(year, 1)) for year in others), 2),
        back(words),
    )
