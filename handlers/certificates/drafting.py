"""Reads from the record what a certificate would show today, and what it would leave out."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta

from content.certificates import certifying
from content.certificates.certifying import Candidate, Draft, LeftOut, Reading, Shown, Wish
from content.certificates.unlisted import LineReason
from content.refusals import StaleButton
from content.rules import begins, day_of
from content.text import periods
from content.text.periods import Named, Period
from content.values import CertificatePurpose, CreditKind
from handlers.credits import explained
from handlers.credits.naming import named
from handlers.turn import Turn
from storage.certificates import asked, eligible
from storage.credits import history
from storage.trainings import attendances


def usual(turn: Turn) -> tuple[CertificatePurpose, bool]:
    """The purpose of the member's last certificate, and whether it had the 医籍登録番号; at first for no purpose in
    particular, with the number.
    """
    last = asked.last(turn.session, turn.member.id)
    if last is None:
        return CertificatePurpose.GENERAL, True
    offered = last.purpose in certifying.offered(turn.profile)
    return (last.purpose if offered else CertificatePurpose.GENERAL), last.registry


def wished(turn: Turn, purpose: str, first: int, last: int, *, registry: bool) -> Wish:
    """The wish that a button carries. Raises StaleButton if none of our buttons could carry it."""
    try:
        period = Period(date.fromordinal(first), date.fromordinal(last))
    except (ValueError, OverflowError):
        raise StaleButton from None
    if not turn.rules.programme_from <= period.first <= period.last <= day_of(turn.now):
        raise StaleButton
    return Wish(purpose_of(turn, purpose), period, registry)


def purpose_of(turn: Turn, purpose: str) -> CertificatePurpose:
    """The purpose that a button carries. Raises StaleButton for one that this operator does not offer."""
    for one in certifying.offered(turn.profile):
        if one.value == purpose:
            return one
    raise StaleButton


def so_far(turn: Turn, name: Named) -> Period:
    """A period on offer, as far as it has come today."""
    period = periods.named(name, day_of(turn.now))
    return Period(period.first, min(period.last, day_of(turn.now)))


def last_day(turn: Turn) -> date:
    """The last day whose credits can be certified today."""
    return day_of(turn.now) - timedelta(days=turn.rules.certificate_after_days)


def available_at(turn: Turn) -> datetime:
    """From when on what is earned today can be certified."""
    return begins(day_of(turn.now) + timedelta(days=turn.rules.certificate_after_days))


def draft(turn: Turn, wish: Wish) -> Draft:
    """What a certificate of this wish would be today."""
    reading = explained.reading(turn, wish.purpose, wish.period.last)
    reasons = _reasons(turn, wish, reading)
    left = [*_left(turn, reasons, wish.purpose), *_unregistered(turn, wish.period, reading)]
    return Draft(
        wish=wish,
        reading=reading,
        covered=_covered(turn, wish),
        shown=_shown(reasons),
        left=tuple(sorted(left, key=lambda one: one.day, reverse=True)),
    )


def shown(turn: Turn, wish: Wish) -> Shown:
    """The same without what it would leave out, which takes more reading."""
    reading = explained.reading(turn, wish.purpose, wish.period.last)
    return Shown(wish, reading, _covered(turn, wish), _shown(_reasons(turn, wish, reading)))


def sums(turn: Turn, purpose: CertificatePurpose, spans: Iterable[Period]) -> Mapping[Period, int]:
    """The half-units that a certificate of each of these periods would say today. The record is read once."""
    every_span = tuple(spans)
    today, after = day_of(turn.now), turn.rules.certificate_after_days
    whole = Period(min(one.first for one in every_span), max(one.last for one in every_span))
    candidates = _candidates(turn, whole, purpose)
    readings = {span: explained.reading(turn, purpose, span.last) for span in every_span}
    return {
        span: certifying.half_units(certifying.shown(candidates, span, reading, today, after), purpose)
        for span, reading in readings.items()
    }


def in_words(turn: Turn, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """These with the titles of their credits in the language of the chat."""
    every = tuple(candidates)
    titled = named(turn, (one.credit for one in every))
    return tuple(Candidate(credit, one.elsewhere, one.common) for one, credit in zip(every, titled, strict=True))


def _candidates(turn: Turn, period: Period, purpose: CertificatePurpose) -> tuple[Candidate, ...]:
    common = certifying.reads_common(purpose)
    return eligible.candidates(turn.session, turn.member.id, period.first, period.last, turn.rules, common=common)


def _reasons(turn: Turn, wish: Wish, reading: Reading) -> list[tuple[Candidate, LineReason | None]]:
    """Every credit of these days, with why it would be left out."""
    today, after = day_of(turn.now), turn.rules.certificate_after_days
    every = _candidates(turn, wish.period, wish.purpose)
    return [(one, certifying.left_out(one, reading, today, after)) for one in every]


def _shown(reasons: Iterable[tuple[Candidate, LineReason | None]]) -> tuple[Candidate, ...]:
    return tuple(one for one, reason in reasons if reason is None)


def _covered(turn: Turn, wish: Wish) -> Period:
    return periods.until_yesterday(wish.period, day_of(turn.now), turn.rules.certificate_after_days)


def _left(
    turn: Turn, reasons: Iterable[tuple[Candidate, LineReason | None]], purpose: CertificatePurpose
) -> Iterator[LeftOut]:
    told = {one: reason for one, reason in reasons if reason is not None}
    for one, reason in zip(in_words(turn, told), told.values(), strict=True):
        title = turn.words.common.marked(one.credit.title, sample=one.credit.sample)
        yield LeftOut(one.credit.earned_on, title, one.half_units(purpose), reason)


def _unregistered(turn: Turn, period: Period, reading: Reading) -> Iterator[LeftOut]:
    """The trainings of these days of which the record has something but no registration."""
    for mine in attendances.mine(turn.session, turn.member.id, turn.now, turn.rules):
        one = mine.listed.training
        concerned = certifying.fits(CreditKind.TRAINING, one.code, reading, common=one.common_lecture is not None)
        if concerned and not mine.seen.half_units and period.first <= one.held_on <= period.last:
            reason = explained.training_reason(turn, mine, history.of(turn.session, turn.member.id, one.source))
            title = turn.words.common.marked(turn.words.titled(one), sample=one.sample)
            yield LeftOut(one.held_on, title, 0, reason)
