"""How each credit counts in the numbers of /credits, so that every number can be traced to its rows. Pure.

The numbers themselves are sums made elsewhere (storage.credits.ledger, content.credits.goal); a property test holds the
two together.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

from content.credits.goal import first_year, since_year
from content.rules import Rules, fiscal_year


class Row(Protocol):
    """A credit that stands, as the ledger gives it."""

    @property
    def id(self) -> int: ...

    @property
    def earned_on(self) -> date: ...

    @property
    def code(self) -> int: ...

    @property
    def half_units(self) -> int: ...

    @property
    def counts(self) -> bool: ...


R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class Counted(Generic[R]):
    """A credit, and the numbers of /credits into which it goes.

    `year` is its fiscal year; a credit that does not count (a sample) is in no number at all. `inside`: it lies in the
    window of the goal. `code_by` is the credit that made its code count in the window: this credit or an earlier one;
    None outside the window. `falls`: its half-units leave the window on the next 1 April. `code_falls`: its code leaves
    too, because no later year of the window has that code.
    """

    credit: R
    year: int
    inside: bool
    code_by: R | None
    falls: bool
    code_falls: bool

    @property
    def brings_code(self) -> bool:
        """Whether this credit is the one that made its code count."""
        return self.code_by is not None and self.code_by.id == self.credit.id


def counted(
    credits: Iterable[R], today: date, rules: Rules, certified_on: date | None = None
) -> tuple[Counted[R], ...]:
    """Every credit of a member's whole record, the earliest first, and how it counts on this day. `certified_on`: as in
    content.credits.goal.goal.
    """
    every = sorted(credits, key=lambda one: (one.earned_on, one.id))
    last, since = fiscal_year(today), since_year(certified_on)
    first, following = first_year(last, rules, since), first_year(last + 1, rules, since)
    able = [one for one in every if one.counts and one.earned_on <= today]
    inside = [one for one in able if first <= fiscal_year(one.earned_on) <= last]
    by_code: dict[int, R] = {}
    for one in inside:  # the earliest comes first, so the earliest credit of a code is the one that counts it
        by_code.setdefault(one.code, one)
    staying = {one.code for one in inside if fiscal_year(one.earned_on) >= following}
    within = {one.id for one in inside}

    def how(one: R) -> Counted[R]:
        here, year = one.id in within, fiscal_year(one.earned_on)
        falls = here and year < following
        return Counted(one, year, here, by_code[one.code] if here else None, falls, falls and one.code not in staying)

    return tuple(how(credit) for credit in every)
