"""Screens of the fee schedule."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from content import curriculum
from content.credits import fees
from content.credits.common_lectures import CLASSES, KINDS
from content.credits.credit import StandingCredit
from content.credits.noted import Noted, years_later
from content.operator import Profile
from content.text.periods import Period, ending
from content.values import CreditKind
from content.words import Words
from handlers.screens.credits import common_lectures, function_report
from handlers.screens.credits import fees as screens
from tests.gallery.facts import RULES, TODAY, entries
from tests.gallery.hanging import Exhibit, hang

TWO_YEARS = ending(TODAY, RULES.chronic_years)
UNKNOWN, NEVER, TWICE = Noted(), Noted(0), Noted(2, TODAY)
LONG_AGO = Noted(2, years_later(TODAY, -3))
FIRST_DAY = Period(TODAY.min, TODAY)
HALF_HOUR = replace(entries(1)[0], kind=CreditKind.TRAINING, code=74, half_units=1, title="高血圧の講習")


def exhibits(words: Words, profile: Profile) -> Iterator[Exhibit]:
    full = entries(420)
    yield hang("the trainings", screens.choose, words)
    yield from _common(words, profile)
    yield from _report(words, profile)
    yield hang("nothing", screens.chronic, _record(words, profile, ()), words)
    yield hang("one half hour", screens.chronic, _record(words, profile, (HALF_HOUR,)), words)
    yield hang("every kind", screens.chronic, _record(words, profile, full), words)
    yield hang("from the first day of all", screens.chronic, _record(words, profile, full, FIRST_DAY), words)
    for noted in (NEVER, TWICE):
        yield hang(
            f"filed {noted.filings} times", screens.chronic, _record(words, profile, full, FIRST_DAY, noted), words
        )
        yield hang(
            f"filed {noted.filings} times", screens.rows, _record(words, profile, full, FIRST_DAY, noted), 1, words
        )
    overdue = _record(words, profile, full, FIRST_DAY, LONG_AGO)
    yield hang("a filing that was due", screens.chronic, overdue, words)
    yield hang("nothing", screens.rows, _record(words, profile, ()), 1, words)
    for page in (1, 11, 32, 53):
        yield hang(f"page {page}", screens.rows, _record(words, profile, full, FIRST_DAY), page, words)
    yield hang("to check", screens.topics, TWO_YEARS, profile, words)
    yield hang("asking for dates", screens.ask_dates, RULES.chronic_years, words)
    yield hang("nothing", screens.psychotropic, _credited(words, profile, ()), 1, profile, words)
    for page in (1, 2):
        yield hang(f"page {page}", screens.psychotropic, _credited(words, profile, full), page, profile, words)


def _common(words: Words, profile: Profile) -> Iterator[Exhibit]:
    categories = {f"{name} {'題' * 24}": 2**31 for name in CLASSES} | {"分" * 30: 1}
    yield hang("nothing", common_lectures.common, {}, 1, profile.late(None, KINDS), profile, words)
    for page in (1, 2, 3):
        yield hang(
            f"page {page}",
            common_lectures.common,
            dict.fromkeys(range(2026, 2019, -1), categories),
            page,
            profile.late(None, KINDS),
            profile,
            words,
            sample=page == 1,
        )


def _report(words: Words, profile: Profile) -> Iterator[Exhibit]:
    sums = [(kind, 999) for kind in CreditKind]
    yield hang("nothing", function_report.report, TWO_YEARS, [], profile.late(TWO_YEARS.first), RULES, profile, words)
    lacks = profile.late(FIRST_DAY.first)
    yield hang("every kind", function_report.report, FIRST_DAY, sums, lacks, RULES, profile, words, sample=True)
    yield hang("asking for dates", function_report.ask_dates, words)


def _record(
    words: Words,
    profile: Profile,
    credits: Sequence[StandingCredit],
    period: Period = TWO_YEARS,
    noted: Noted = UNKNOWN,
) -> screens.Record:
    figures = fees.chronic(credits, RULES, noted.filings or 0)
    otherwise = fees.chronic(credits, RULES, RULES.chronic_filings) if noted.filings is None else None
    names = _names(words, RULES.chronic_codes)
    kept, any_ = profile.late(period.first), bool(credits)
    return screens.Record(period, RULES, noted, figures, otherwise, credits, names, any_, kept, TODAY, any_)


def _credited(words: Words, profile: Profile, credits: Sequence[StandingCredit]) -> screens.Credited:
    here = [one for one in credits if one.code in RULES.psychotropic_codes]
    names = _names(words, RULES.psychotropic_codes)
    return screens.Credited(RULES, fees.psychotropic(here, RULES), here, names, profile.late(None), bool(here))


def _names(words: Words, codes: Sequence[int]) -> dict[int, str]:
    every = [curriculum.load().code(number) for number in codes]
    return {one.number: one.en if words.language == "en" else one.ja for one in every}
