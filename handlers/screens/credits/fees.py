"""診療報酬: the figures of a period, the credits that they are made of, and what no figure tells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from content.absence import given
from content.credits import fees
from content.credits.credit import StandingCredit
from content.credits.fees import Chronic, Group
from content.credits.noted import Noted, years_later
from content.credits.since import Since
from content.operator import Profile, Purpose
from content.rules import Rules
from content.text import periods
from content.text.periods import Named, Period
from content.words import Words
from handlers.presses.certificates.certificate import Certificates
from handlers.presses.credits.common_lectures import OpenCommon
from handlers.presses.credits.fees import (
    FiscalYears,
    OfPeriod,
    OpenFees,
    OwnPeriod,
    PaperFor,
    Psychotropic,
    Rows,
    Topics,
    UntilToday,
)
from handlers.presses.credits.function_report import OpenReport
from handlers.presses.credits.noted import AskFilings
from handlers.screens.credits import since
from handlers.screens.labels import summed, titled
from handlers.screens.paging import cut, pager
from handlers.screens.screen import Button, Row, Screen, page, row, rows_of
from handlers.screens.ways import back


@dataclass(frozen=True)
class Record:
    """A period of a member by the rules of its last day: what the member noted of filings, the figures, the other
    reading of them if nothing is noted, the credits that make them (the latest first), the names of the rule's codes,
    whether some of it is certified by another association, what the record lacks of the period, and the day of today.
    """

    period: Period
    rules: Rules
    noted: Noted
    figures: Chronic
    otherwise: Chronic | None
    entries: Sequence[StandingCredit]
    names: Mapping[int, str]
    elsewhere: bool
    since: Sequence[Since]
    today: date
    sample: bool = False

    @property
    def filings(self) -> int:
        return self.noted.filings or 0

    @property
    def apart(self) -> frozenset[int]:
        """The codes whose e-learning this member's reading does not count."""
        excluded = self.rules.chronic_elearning_excluded
        return frozenset() if fees.by_e_learning(self.filings, self.rules) else excluded


@dataclass(frozen=True)
class Credited:
    """不安又は不眠: half-units by code, the credits behind them (the latest first), the names of the codes, and
    what the record lacks of all days.
    """

    rules: Rules
    codes: Mapping[int, int]
    entries: Sequence[StandingCredit]
    names: Mapping[int, str]
    since: Sequence[Since]
    sample: bool = False


def choose(words: Words) -> Screen:
    """Which of the trainings."""
    say = words.fees
    ways = (
        Button(say.to_chronic(), UntilToday()),
        Button(say.to_psychotropic(), Psychotropic(1)),
        Button(words.common_lectures.to_common(), OpenCommon(1)),
        Button(words.function_report.to_report(), OpenReport(Named.THIS_YEAR.value)),
    )
    return Screen(page(say.title(), *say.opening()), (*map(row, ways), back(words)), subject="fees")


def chronic(view: Record, words: Words) -> Screen:
    """地域包括診療: the figures beside those that the rule asks for."""
    say = words.fees
    opening = [*_period(view, words), *summed(words, sample=view.sample)]
    lines = [*opening, "", *_sums(view, words), *_otherwise(view, words), "", *_uncounted(view, words)]
    told = [*since.line(view.since, words), _filing(view, words), say.topics_too(), say.not_judged()]
    return Screen(page(say.chronic_title(), *lines, *told), _ways(view, words), subject="fees")


def rows(view: Record, number: int, words: Words) -> Screen:
    """One page of the credits of a period, in the groups that the rule makes."""
    say = words.fees
    groups = list(Group)
    shown = cut(sorted(view.entries, key=lambda one: groups.index(fees.group(one, view.rules, view.filings))), number)
    listed = list(_listed(view, shown.items, words)) or ["", say.nothing()]
    osaka = ["", say.elsewhere()] if view.elsewhere else []
    screen = page(
        say.rows_title(), say.period(view.period), say.unit(), *listed, *osaka, *since.line(view.since, words)
    )
    here = _at(view.period)
    turns = pager(words, shown, lambda page: Rows(*here, page))
    return Screen(screen, (*turns, row(Button(words.common.back(), OfPeriod(*here)))), subject="fees")


def topics(period: Period, profile: Profile, words: Words) -> Screen:
    """The topics that have no code. Members check them for themselves."""
    say = words.fees
    listed = [f"⬜ {topic}" for topic in say.topics()]
    told = given(say.see_questions(), words.operator.paper_for(profile, Purpose.CHRONIC))
    text = page(say.topics_title(), say.topics_opening(), "", *listed, "", *told)
    return Screen(text, (row(Button(words.common.back(), OfPeriod(*_at(period)))),), subject="fees")


def ask_dates(years: int, words: Words) -> Screen:
    back_to = row(Button(words.common.back(), UntilToday()))
    text = page(words.fees.own_dates(), words.fees.how_to_write_dates(years))
    return Screen(text, (back_to,), subject="fees")


def psychotropic(view: Credited, number: int, profile: Profile, words: Words) -> Screen:
    """向精神薬長期処方: the credits beside those that the rule asks for, and one page of them."""
    say, rules, shown = words.fees, view.rules, cut(view.entries, number)
    sums = [say.code_credits(code, view.names[code], half_units) for code, half_units in view.codes.items()]
    total = say.credits(sum(view.codes.values()), rules.psychotropic_half_units, rules.psychotropic_codes)
    listed = [_entry(credit, words) for credit in shown.items]
    told = given(say.no_filing(), words.operator.paper_for(profile, Purpose.PSYCHOTROPIC), say.not_judged())
    kept = since.line(view.since, words)
    figures = [total, *sums, *summed(words, sample=view.sample), say.whole_record(), *kept]
    lines = [*figures, *[""] * bool(listed), *listed, "", *told]
    ways = (
        *pager(words, shown, Psychotropic),
        *[row(Button(words.credits.to_certificate(), Certificates()))] * bool(view.entries),
        row(Button(words.common.back(), OpenFees())),
    )
    return Screen(page(say.psychotropic_title(), *lines), ways, subject="fees")


def _period(view: Record, words: Words) -> list[str]:
    say, years = words.fees, view.rules.chronic_years
    as_long = view.period == periods.ending(view.period.last, years)
    return [say.period(view.period), *([] if as_long else [say.other_length(years)])]


def _sums(view: Record, words: Words) -> list[str]:
    say, rules, figures = words.fees, view.rules, view.figures
    parts = [say.part(group, figures.groups[group], view.apart) for group in (Group.TRAINING, Group.E_LEARNING)]
    total = say.counted(figures.counted, rules.chronic_hours, rules.chronic_years)
    both = not view.apart
    why = [say.e_learning_too(rules.chronic_elearning_excluded)] if both else []
    return [total, *parts, *why, "", say.by_code(rules.chronic_code_hours, both=both), *_codes(figures, view, words)]


def _codes(figures: Chronic, view: Record, words: Words) -> list[str]:
    return [words.fees.code(code, view.names[code], half_units) for code, half_units in figures.codes.items()]


def _otherwise(view: Record, words: Words) -> list[str]:
    """The figures as they are for who has filed often enough, since the member has not said how often."""
    say, rules = words.fees, view.rules
    figures = view.otherwise
    if figures is None:
        return []
    counted = say.counted(figures.counted, rules.chronic_hours, rules.chronic_years)
    return ["", say.if_filed(rules.chronic_filings), counted, *_codes(figures, view, words)]


def _filing(view: Record, words: Words) -> str:
    """The next filing, if the day of the last one is noted."""
    rules, last = view.rules, view.noted.filed_on
    following = years_later(last, rules.chronic_filed_every) if last else None
    over = following is not None and following < view.today
    return words.fees.next_filing(following, rules.chronic_filed_every, rules.chronic_hours, over=over)


def _uncounted(view: Record, words: Words) -> list[str]:
    """The sums that do not count, if there are any, so that nobody wonders why they are missing."""
    say, groups = words.fees, view.figures.groups
    apart = [say.apart(groups[Group.APART], view.apart)] if groups[Group.APART] else []
    return [*apart, *([say.other(groups[Group.OTHER])] if groups[Group.OTHER] else [])]


def _ways(view: Record, words: Words) -> tuple[Row, ...]:
    say, here = words.fees, _at(view.period)
    traced = [Button(say.to_rows(), Rows(*here, 1)), Button(say.to_paper(), PaperFor(*here))]
    others = (
        Button(say.until_today(view.rules.chronic_years), UntilToday()),
        Button(say.fiscal_years(), FiscalYears()),
        Button(say.own_dates(), OwnPeriod()),
        Button(say.to_topics(), Topics(*here)),
    )
    note = row(Button(words.noted.to_filings(), AskFilings()))
    back_to = row(Button(words.common.back(), OpenFees()))
    return *(row(button) for button in traced if view.entries), *rows_of(others, 2), note, back_to


def _listed(view: Record, shown: Sequence[StandingCredit], words: Words) -> Iterator[str]:
    for group, entries in groupby(shown, lambda one: fees.group(one, view.rules, view.filings)):
        yield from ("", words.fees.heading(group, view.figures.groups[group], view.apart))
        yield from (_entry(credit, words) for credit in entries)


def _entry(one: StandingCredit, words: Words) -> str:
    return words.fees.entry(one.earned_on, titled(one, words), one.code, one.half_units, one.kind)


def _at(period: Period) -> tuple[int, int]:
    return period.first.toordinal(), period.last.toordinal()
