"""かかりつけ医機能報告制度にかかる研修, from /fees: the sum of a period that the member picks."""

from dataclasses import dataclass

from content.credits.sums import by_kind
from content.keys.note import Note
from content.refusals import StaleButton
from content.rules import day_of
from content.text import periods, shapes
from content.text.periods import Named, Period
from handlers.credits.kept import late
from handlers.presses.credits import function_report as presses
from handlers.screens.credits import function_report as screens
from handlers.screens.screen import Screen
from handlers.turn import MEMBER, Hears, On, Turn
from storage.credits import ledger, samples
from storage.people import chats


@dataclass(frozen=True)
class AwaitPeriod(Note, expects="report_dates"):
    """Two days: the period that the member picks."""


def opened(turn: Turn, press: presses.OpenReport) -> Screen:
    """A named period, as far as it has come."""
    try:
        period = periods.named(Named(press.name), day_of(turn.now))
    except ValueError:
        raise StaleButton from None
    return _report(turn, Period(period.first, min(period.last, day_of(turn.now))))


def own_dates(turn: Turn, _press: presses.ReportDates) -> Screen:
    chats.expect(turn.session, turn.chat.id, AwaitPeriod(), turn.now)
    return screens.ask_dates(turn.words)


def dates_said(turn: Turn, _note: AwaitPeriod, text: str) -> Screen:
    period = periods.written(text, day_of(turn.now))
    chats.expect(turn.session, turn.chat.id, None, turn.now)
    return _report(turn, period)


def _report(turn: Turn, period: Period) -> Screen:
    history = ledger.history(turn.session, turn.member.id, period.first, period.last)
    sums, sample = by_kind(history), samples.count_here(turn.session)
    lacks = late(turn, turn.member.id, period.first)
    return screens.report(period, sums, lacks, turn.rules, turn.profile, turn.words, sample=sample)


ROUTES = (
    On(presses.OpenReport, opened, MEMBER),
    On(presses.ReportDates, own_dates, MEMBER),
    Hears(AwaitPeriod, dates_said, MEMBER, fits=shapes.period),
)
