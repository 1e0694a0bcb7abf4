"""The goal of 60 (日医生涯教育認定証): credits and distinct curriculum codes of three fiscal years together. Pure.

Everything is counted in halves, so that all numbers are integers: a half-unit is 1, a code is 2, and 60 is 120. A code
counts once in the window, however many credits it has there. Credits of every kind count; the units of common lectures
(専門医共通講習), which are kept apart, never do.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from content.credits.since import Since
from content.rules import Rules, fiscal_year, year_span
from content.values import CreditKind, Theme

CODE = 2
"""How many halves one code is worth."""
# a forecast is made from the last 12 months of a record of 6 or more, if 3 of those months have a credit
PACE_MONTHS = 12
RECORD_MONTHS = 6
ACTIVE_MONTHS = 3


@dataclass(frozen=True)
class Earning:
    """The standing half-units of one day, kind and code."""

    day: date
    kind: CreditKind
    code: int
    half_units: int


@dataclass(frozen=True)
class Sum:
    """Half-units, and the number of codes: at most as many as can count. `halves` is both together."""

    half_units: int
    codes: int

    @property
    def halves(self) -> int:
        return self.half_units + CODE * self.codes


@dataclass(frozen=True)
class Window:
    """Fiscal years `first` to `last`, both included."""

    first: int
    last: int
    sum: Sum


@dataclass(frozen=True)
class Month:
    """A month of Japan's calendar."""

    year: int
    month: int

    def later(self, months: int) -> "Month":
        """The month that lies so many months later, or earlier if the number is negative."""
        count = 12 * self.year + self.month - 1 + months
        return Month(count // 12, count % 12 + 1)

    @property
    def last_day(self) -> date:
        following = self.later(1)
        return date(following.year, following.month, 1) - timedelta(days=1)


@dataclass(frozen=True)
class Goal:
    """How far a member is. `needed`: the halves that the goal asks for (120).

    `falls` goes out of the window on `falls_on`, the next 1 April: the oldest year's credits, and the codes that only
    that year has. `earlier`: the latest window before this one that reached the goal, if any did. `reached_in`: the
    month in which the pace of the last twelve months would reach it, where the record carries such a word.
    `certified_on`: the day of issue of the last 認定証, if the member noted it; otherwise the window is a forecast.
    `sample`: the record is the demo's, where samples count.
    """

    window: Window
    needed: int
    codes: frozenset[int]
    falls: Sum
    falling_codes: frozenset[int]
    falls_on: date
    earlier: Window | None
    reached_in: Month | None
    certified_on: date | None = None
    sample: bool = False

    @property
    def first_day(self) -> date:
        """The first day of all windows that are told of."""
        return year_span(min(self.window.first, self.earlier.first if self.earlier else self.window.first))[0]

    @property
    def missing(self) -> int:
        """The halves that are still missing."""
        return max(0, self.needed - self.window.sum.halves)

    @property
    def stays(self) -> Sum:
        """The part of the window that remains in it after `falls_on`."""
        here = self.window.sum
        return Sum(here.half_units - self.falls.half_units, here.codes - self.falls.codes)


class CodeState(StrEnum):
    """How a member stands with a curriculum code. EARNED: in the window. OPEN: not in it, but a course of now brings
    it. BEFORE: neither, but the member earned it before the window. The first that applies is taken.
    """

    EARNED = "earned"
    OPEN = "open"
    BEFORE = "before"
    NONE = "none"


@dataclass(frozen=True)
class Picture:
    """What the picture of the goal shows. `states`: one a code, in the order of their numbers. `since`: the kinds of
    credit whose record begins within the window. `stamped`: the code that was earned just now."""

    goal: Goal
    states: tuple[CodeState, ...]
    language: str
    theme: Theme
    since: tuple[Since, ...] = ()
    stamped: int | None = None

    def count(self, state: CodeState) -> int:
        return self.states.count(state)


def states(numbers: Iterable[int], goal: Goal, earned: Iterable[int], on_offer: Iterable[int]) -> tuple[CodeState, ...]:
    """The state of each code. `on_offer`: the codes of the courses that the member has no credit of yet."""
    ever, offered = frozenset(earned), frozenset(on_offer)
    ways = ((goal.codes, CodeState.EARNED), (offered, CodeState.OPEN), (ever, CodeState.BEFORE))
    return tuple(next((state for codes, state in ways if one in codes), CodeState.NONE) for one in numbers)


def goal(history: Iterable[Earning], today: date, rules: Rules, certified_on: date | None = None) -> Goal:
    """The goal on this day of Japan's, by what stands of a member's whole record.

    A 認定証 is issued every three years, on 1 December, for the three fiscal years that ended the March before. So the
    window of a member who noted the last one begins with the fiscal year in which it was issued, and slides on only
    once its three years are over. The window of all others is the forecast: this fiscal year and the two before.
    """
    every = [earning for earning in history if earning.day <= today]
    year, since = fiscal_year(today), since_year(certified_on)
    window = _window(every, year, rules, since)
    following = _years(every, first_year(year + 1, rules, since), year)
    return Goal(
        window=window,
        needed=2 * rules.goal,
        codes=_codes(_years(every, window.first, year)),
        falls=_difference(window.sum, _sum(following, rules)),
        falling_codes=_codes(_years(every, window.first, year)) - _codes(following),
        falls_on=date(year + 1, 4, 1),
        earlier=None if certified_on else _earlier(every, year, rules),
        reached_in=_reached_in(every, today, rules, since),
        certified_on=certified_on,
    )


def since_year(certified_on: date | None) -> int:
    """The fiscal year in which the last 認定証 was issued: the first that a later one can be for; 0 without one."""
    return fiscal_year(certified_on) if certified_on else 0


def first_year(year: int, rules: Rules, since: int) -> int:
    """The first fiscal year of the window that `year` is in; `since`: the one in which the last 認定証 was issued."""
    return max(since, year - rules.goal_years + 1)


def _window(every: Sequence[Earning], year: int, rules: Rules, since: int = 0) -> Window:
    first = first_year(year, rules, since)
    return Window(first, first + rules.goal_years - 1, _sum(_years(every, first, year), rules))


def _years(every: Iterable[Earning], first: int, last: int) -> list[Earning]:
    begin, end = year_span(first)[0], year_span(last)[1]
    return [earning for earning in every if begin <= earning.day <= end]


def _sum(some: Sequence[Earning], rules: Rules) -> Sum:
    return Sum(sum(earning.half_units for earning in some), min(rules.most_codes, len(_codes(some))))


def _codes(some: Iterable[Earning]) -> frozenset[int]:
    return frozenset(earning.code for earning in some)


def _difference(whole: Sum, rest: Sum) -> Sum:
    return Sum(whole.half_units - rest.half_units, whole.codes - rest.codes)


def _earlier(every: Sequence[Earning], last: int, rules: Rules) -> Window | None:
    """The latest full window before this one that reached the goal."""
    if not every:
        return None
    oldest = fiscal_year(min(earning.day for earning in every))
    windows = (_window(every, end, rules) for end in range(last - 1, oldest - 1, -1))
    return next((window for window in windows if window.sum.halves >= 2 * rules.goal), None)


def _reached_in(every: Sequence[Earning], today: date, rules: Rules, since: int) -> Month | None:
    """The first month at whose end the goal would be reached if every twelve months brought what the last twelve did.

    None if the goal is reached already; if there is no pace yet (the record is younger than half a year, or fewer than
    three of the last twelve months have a credit); or if it is not reached before credits of this year fall out again.
    """
    year, before = fiscal_year(today), _months_before(today, PACE_MONTHS)
    recent = [earning for earning in every if earning.day > before]
    window = _window(every, year, rules, since)
    if window.sum.halves >= 2 * rules.goal or not _is_pace(every, recent, today):
        return None
    begin = year_span(window.first)[0]
    new_codes = len(_codes(recent) - _codes(one for one in every if begin <= one.day <= before))
    half_units = sum(one.half_units for one in recent)
    for months in range(1, 12 * rules.goal_years):
        month = Month(today.year, today.month).later(months)
        first = first_year(fiscal_year(month.last_day), rules, since)
        if first > year:
            break
        kept = _sum(_years(every, first, year), rules)
        codes = min(rules.most_codes, kept.codes + new_codes * months // PACE_MONTHS)
        if Sum(kept.half_units + half_units * months // PACE_MONTHS, codes).halves >= 2 * rules.goal:
            return month
    return None


def _is_pace(every: Sequence[Earning], recent: Sequence[Earning], today: date) -> bool:
    if not recent:
        return False
    months = {Month(earning.day.year, earning.day.month) for earning in recent}
    return (
        min(earning.day for earning in every) <= _months_before(today, RECORD_MONTHS) and len(months) >= ACTIVE_MONTHS
    )


def _months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or the last day of that month."""
    month = Month(day.year, day.month).later(-months)
    return min(date(month.year, month.month, 1) + timedelta(days=day.day - 1), month.last_day)
