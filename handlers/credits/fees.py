"""/fees (診療報酬): what a member's credits amount to, beside what the fee schedule asks for in two trainings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from content import curriculum
from content.certificates import certifying
from content.certificates.certifying import Wish
from content.credits import fees
from content.keys.note import Note
from content.refusals import StaleButton
from content.rules import day_of
from content.text import periods, shapes
from content.text.periods import Named, Period
from content.values import CertificatePurpose
from handlers.certificates import previewing
from handlers.credits import kept
from handlers.credits.naming import named
from handlers.presses.credits import fees as presses
from handlers.screens.credits import fees as screens
from handlers.screens.screen import Screen
from handlers.turn import MEMBER, Command, Hears, On, Turn
from storage.credits import ledger, samples
from storage.people import chats, noted
from storage.trainings import published


@dataclass(frozen=True)
class AwaitPeriod(Note, expects="fees_dates"):
    """The dates of a period are awaited."""


def asked(turn: Turn, argument: str) -> Screen:
    """/fees asks which training; /fees 2024/4/1-2026/3/31 shows 地域包括診療 of that period."""
    if argument:
        return _chronic(turn, periods.written(argument, day_of(turn.now)))
    return opened(turn)


def opened(turn: Turn, _press: presses.OpenFees | None = None) -> Screen:
    return screens.choose(turn.words)


def until_today(turn: Turn, _press: presses.UntilToday) -> Screen:
    return _chronic(turn, periods.ending(day_of(turn.now), turn.rules.chronic_years))


def fiscal_years(turn: Turn, _press: presses.FiscalYears) -> Screen:
    """The last fiscal year and this one. The period ends today, for this year is not over."""
    today = day_of(turn.now)
    both = periods.named(Named.TWO_YEARS, today)
    return _chronic(turn, Period(both.first, min(both.last, today)))


def of_period(turn: Turn, press: presses.OfPeriod) -> Screen:
    return _chronic(turn, _period(turn, press.first, press.last))


def rows(turn: Turn, press: presses.Rows) -> Screen:
    return screens.rows(_record(turn, _period(turn, press.first, press.last)), press.page, turn.words)


def topics(turn: Turn, press: presses.Topics) -> Screen:
    return screens.topics(_period(turn, press.first, press.last), turn.profile, turn.words)


def paper(turn: Turn, press: presses.PaperFor) -> Screen:
    """What a certificate of the period would show: one for 地域包括診療, if this operator's can be handed in for it."""
    period = periods.within_programme(_period(turn, press.first, press.last), turn.rules)
    chronic = CertificatePurpose.CHRONIC in certifying.offered(turn.profile)
    purpose = CertificatePurpose.CHRONIC if chronic else CertificatePurpose.GENERAL
    return previewing.preview(turn, Wish(purpose, period), presses.OfPeriod(press.first, press.last))


def own_dates(turn: Turn, _press: presses.OwnPeriod) -> Screen:
    chats.expect(turn.session, turn.chat.id, AwaitPeriod(), turn.now)
    return screens.ask_dates(turn.rules.chronic_years, turn.words)


def dates_said(turn: Turn, _note: AwaitPeriod, text: str) -> Screen:
    period = periods.written(text, day_of(turn.now))
    chats.expect(turn.session, turn.chat.id, None, turn.now)
    return _chronic(turn, period)


def psychotropic(turn: Turn, press: presses.Psychotropic) -> Screen:
    """The credits of the whole record: no source states for how long such a credit is valid."""
    codes = turn.rules.psychotropic_codes
    every = ledger.entries(turn.session, turn.member.id)
    entries = named(turn, (one for one in every if one.code in codes))
    figures, sample = fees.psychotropic(entries, turn.rules), samples.count_here(turn.session)
    view = screens.Credited(
        turn.rules, figures, entries, _names(turn, codes), kept.late(turn, turn.member.id, None), sample
    )
    return screens.psychotropic(view, press.page, turn.profile, turn.words)


def _chronic(turn: Turn, period: Period) -> Screen:
    return screens.chronic(_record(turn, period), turn.words)


def _record(turn: Turn, period: Period) -> screens.Record:
    rules = turn.house.rulebook.at(period.last)
    entries = named(turn, ledger.entries(turn.session, turn.member.id, period.first, period.last))
    elsewhere = published.held_elsewhere(turn.session, [one.source for one in entries], rules)
    own = noted.get(turn.session, turn.member.id)
    unknown = own.filings is None and rules.chronic_filings
    return screens.Record(
        period=period,
        rules=rules,
        noted=own,
        figures=fees.chronic(entries, rules, own.filings or 0),
        otherwise=fees.chronic(entries, rules, rules.chronic_filings) if unknown else None,
        entries=entries,
        names=_names(turn, rules.chronic_codes),
        elsewhere=bool(elsewhere),
        since=kept.late(turn, turn.member.id, period.first),
        today=day_of(turn.now),
        sample=samples.count_here(turn.session),
    )


def _period(turn: Turn, first: int, last: int) -> Period:
    """The period that a button carries; raises StaleButton if none of our buttons could carry these days."""
    try:
        period = Period(date.fromordinal(first), date.fromordinal(last))
    except (ValueError, OverflowError):
        raise StaleButton from None
    if not period.first <= period.last <= day_of(turn.now):
        raise StaleButton
    return period


def _names(turn: Turn, numbers: Iterable[int]) -> Mapping[int, str]:
    codes = [curriculum.load().code(number) for number in numbers]
    return {code.number: code.text(turn.words.language) for code in codes}


ROUTES = (
    Command("fees", asked, MEMBER),
    On(presses.OpenFees, opened, MEMBER),
    On(presses.UntilToday, until_today, MEMBER),
    On(presses.FiscalYears, fiscal_years, MEMBER),
    On(presses.OfPeriod, of_period, MEMBER),
    On(presses.Rows, rows, MEMBER),
    On(presses.Topics, topics, MEMBER),
    On(presses.PaperFor, paper, MEMBER),
    On(presses.OwnPeriod, own_dates, MEMBER),
    On(presses.Psychotropic, psychotropic, MEMBER),
    Hears(AwaitPeriod, dates_said, MEMBER, fits=shapes.period),
)
