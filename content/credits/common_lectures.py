"""専門医共通講習: the official names, and what a member's credits amount to by category and fiscal year. Pure.

How many credits a renewal needs differs by board and year, so nothing here says that it is enough.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from content.rules import fiscal_year
from content.values import CreditKind

CLASSES: Final = ("必修講習A", "必修講習B", "任意講習")
"""The names of the specialist board, in its order; a category is one of them and its subject: 必修講習A 感染対策.

Source: https://anesth.or.jp/users/news/detail/660e4de4-7dd8-44b7-a519-403a9dcdd4c6
"""

KINDS: Final = frozenset({CreditKind.LECTURE, CreditKind.TRAINING})
"""What can bring common lectures."""


@dataclass(frozen=True)
class Earned:
    """What stands of one day and category."""

    day: date
    category: str
    half_units: int


def is_official(category: str) -> bool:
    """Whether a category begins with one of the official names."""
    return category.split(" ")[0] in CLASSES


def by_year(every: Iterable[Earned]) -> Mapping[int, Mapping[str, int]]:
    """Half-units by fiscal year, the latest first, and in it by category, in the order of the official names."""
    sums: dict[int, dict[str, int]] = {}
    for one in every:
        year = sums.setdefault(fiscal_year(one.day), {})
        year[one.category] = year.get(one.category, 0) + one.half_units
    ordered = {year: {name: sums[year][name] for name in sorted(sums[year], key=place)} for year in sums}
    kept = {year: {name: half for name, half in ordered[year].items() if half} for year in sorted(sums, reverse=True)}
    return {year: categories for year, categories in kept.items() if categories}


def place(category: str) -> tuple[int, str]:
    """By what categories are put in the order of the official names."""
    name = category.split(" ")[0]
    return (CLASSES.index(name) if name in CLASSES else len(CLASSES), category)
