"""Sums of what was earned: in all, by kind, by fiscal year. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping

from content.credits.credit import Totals
from content.credits.goal import Earning
from content.rules import fiscal_year
from content.values import CreditKind


def total(earnings: Iterable[Earning]) -> Totals:
    """The sum of these earnings."""
    every = tuple(earnings)
    return Totals(sum(earning.half_units for earning in every), frozenset(one.code for one in every))


def by_kind(earnings: Iterable[Earning]) -> tuple[tuple[CreditKind, int], ...]:
    """Half-units of each kind that there is, in the order of the kinds."""
    sums: Counter[CreditKind] = Counter()
    for one in earnings:
        sums[one.kind] += one.half_units
    return tuple((kind, sums[kind]) for kind in CreditKind if sums[kind])


def by_year(earnings: Iterable[Earning]) -> Mapping[int, Totals]:
    """The sum of these earnings in each fiscal year, the latest year first."""
    years: dict[int, list[Earning]] = {}
    for earning in earnings:
        years.setdefault(fiscal_year(earning.day), []).append(earning)
    return {year: total(years[year]) for year in sorted(years, reverse=True)}
