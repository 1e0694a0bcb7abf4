"""/certificate: for which purpose, and of which days."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from content import spoken
from content.certificates import certifying
from content.certificates.certifying import Wish
from content.credits.since import Since
from content.keys.note import Note
from content.maintenance import Concerned
from content.refusals import StaleButton
from content.rules import day_of
from content.text import periods, shapes
from content.text.periods import Named, Period
from content.values import CERTIFIED, CertificatePurpose
from handlers import maintenance
from handlers.certificates import drafting, previewing
from handlers.credits import kept
from handlers.presses.certificates import certificate as presses
from handlers.screens.certificates import asking as screens
from handlers.screens.screen import Screen
from handlers.turn import MEMBER, Command, Hears, On, Turn
from storage.credits import ledger, samples
from storage.people import chats

SHORT = (Named.THIS_YEAR, Named.LAST_YEAR)
"""The periods that the first screen offers, for the purpose of the last certificate."""


@dataclass(frozen=True)
class AwaitPeriod(Note, expects="certificate_dates"):
    """The dates of a period are awaited, for this purpose."""

    purpose: str = CertificatePurpose.GENERAL.value


def asked(turn: Turn, argument: str) -> Screen:
    """/certificate asks for a purpose; /certificate 2026/4/1-2026/9/30 or /certificate 先月 names a period, for the
    purpose of the last one.

    Raises BadPeriod and BeforeProgramme.
    """
    if not argument:
        return opened(turn)
    name = spoken.period(argument)
    period = _written(turn, argument) if name is None else drafting.so_far(turn, name)
    purpose, registry = drafting.usual(turn)
    return previewing.preview(turn, Wish(purpose, period, registry))


def opened(turn: Turn, _press: presses.Certificates | None = None) -> Screen:
    """The purposes, that of the last certificate first. Who can't earn and has earned nothing hears only that."""
    if not turn.member.can_earn and not ledger.entries(turn.session, turn.member.id):
        return screens.cannot_earn(turn.profile, turn.words)
    usual, _ = drafting.usual(turn)
    offered = certifying.offered(turn.profile)
    today = Period(day_of(turn.now), day_of(turn.now))
    earned = drafting.draft(turn, Wish(CertificatePurpose.GENERAL, today)).tomorrow
    sums = _sums(turn, usual, SHORT)
    shown = [drafting.so_far(turn, name) for name, half_units in sums.items() if half_units]
    choice = screens.Choice(
        purposes=(usual, *(one for one in offered if one is not usual)),
        sums=sums,
        today=earned,
        available_at=drafting.available_at(turn),
        can_earn=turn.member.can_earn,
        announced=maintenance.announced(turn, Concerned.CERTIFICATES),
        since=_since(turn, usual, shown),
        sample=samples.count_here(turn.session),
    )
    return screens.choose(choice, turn.words)


def of_purpose(turn: Turn, press: presses.OfPurpose) -> Screen:
    purpose = drafting.purpose_of(turn, press.purpose)
    spans = [periods.ending(drafting.last_day(turn), turn.rules.chronic_years)]
    ending = drafting.sums(turn, purpose, spans) if purpose is CertificatePurpose.CHRONIC else {}
    _, registry = drafting.usual(turn)
    offer = screens.Offer(
        purpose=purpose,
        sums=_sums(turn, purpose, Named),
        ending=ending,
        registry=registry,
        since=_since(turn, purpose, [*(drafting.so_far(turn, name) for name in Named), *ending]),
        sample=samples.count_here(turn.session),
    )
    return screens.choose_period(offer, turn.words)


def for_period(turn: Turn, press: presses.ForPeriod) -> Screen:
    purpose = drafting.purpose_of(turn, press.purpose)
    try:
        name = Named(press.name)
    except ValueError:
        raise StaleButton from None
    _, registry = drafting.usual(turn)
    return previewing.preview(turn, Wish(purpose, drafting.so_far(turn, name), registry))


def own_dates(turn: Turn, press: presses.OwnDates) -> Screen:
    purpose = drafting.purpose_of(turn, press.purpose)
    chats.expect(turn.session, turn.chat.id, AwaitPeriod(purpose.value), turn.now)
    return screens.ask_dates(purpose, turn.words)


def dates_said(turn: Turn, note: AwaitPeriod, text: str) -> Screen:
    """Raises BadPeriod and BeforeProgramme; the dates are then still awaited."""
    period = _written(turn, text)
    _, registry = drafting.usual(turn)
    screen = previewing.preview(turn, Wish(drafting.purpose_of(turn, note.purpose), period, registry))
    chats.expect(turn.session, turn.chat.id, None, turn.now)
    return screen


def _written(turn: Turn, text: str) -> Period:
    return periods.within_programme(periods.written(text, day_of(turn.now)), turn.rules)


def _sums(turn: Turn, purpose: CertificatePurpose, names: Iterable[Named]) -> Mapping[Named, int]:
    spans = {name: drafting.so_far(turn, name) for name in names}
    found = drafting.sums(turn, purpose, spans.values())
    return {name: found[span] for name, span in spans.items()}


def _since(turn: Turn, purpose: CertificatePurpose, spans: Sequence[Period]) -> Sequence[Since]:
    """What the record lacks of these periods, as far as it concerns the purpose."""
    if not spans:
        return ()
    return kept.certified(
        turn, turn.member.id, min(one.first for one in spans), certifying.KINDS.get(purpose, CERTIFIED)
    )


ROUTES = (
    Command("certificate", asked, MEMBER),
    On(presses.Certificates, opened, MEMBER),
    On(presses.OfPurpose, of_purpose, MEMBER),
    On(presses.ForPeriod, for_period, MEMBER),
    On(presses.OwnDates, own_dates, MEMBER),
    Hears(AwaitPeriod, dates_said, MEMBER, fits=shapes.period),
)
