"""The choice of a purpose and of a period, each with the credits that it would show."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from content.absence import given
from content.credits.since import Since
from content.operator import Profile
from content.text.periods import Named, Period
from content.values import CertificatePurpose
from content.words import Words
from handlers.presses.certificates.certificate import Certificates, ForPeriod, OfPurpose, OwnDates, Preview, TellMe
from handlers.presses.credits.why import Why
from handlers.presses.requests import Requests
from handlers.screens.credits import since
from handlers.screens.labels import summed
from handlers.screens.screen import Button, Screen, page, row, rows_of
from handlers.screens.ways import back


@dataclass(frozen=True)
class Choice:
    """The purposes, that of the last certificate first, and the half-units that one for it would say of some periods.
    `today` was earned today and can be certified from `available_at` on. `announced` is a line on maintenance. `since`
    is what the record lacks of the periods that are shown; `sample`: samples are in the sums.
    """

    purposes: tuple[CertificatePurpose, ...]
    sums: Mapping[Named, int]
    today: int
    available_at: datetime
    can_earn: bool
    announced: str | None
    since: Sequence[Since] = ()
    sample: bool = False


@dataclass(frozen=True)
class Offer:
    """The periods for a purpose, each with the half-units that a certificate would say of it. `ending` are the years
    that the fee schedule asks for, which end on the last day that can be certified; for other purposes there are none.
    """

    purpose: CertificatePurpose
    sums: Mapping[Named, int]
    ending: Mapping[Period, int]
    registry: bool
    since: Sequence[Since] = ()
    sample: bool = False


def choose(view: Choice, words: Words) -> Screen:
    """Choose a purpose. The first buttons lead straight to a certificate for the usual one, of each year that has
    credits for it.
    """
    say, usual = words.certificate, view.purposes[0]
    warned = None if view.can_earn else f"⚠️ {words.course.cannot_earn()}"
    lines = [*given(view.announced, warned), say.what_it_holds(), say.choose_purpose()]
    if view.today:
        lines += ["", say.earned_today(view.today, view.available_at)]
    if CertificatePurpose.CHRONIC not in view.purposes:
        lines += ["", say.chronic_elsewhere()]
    if any(view.sums.values()):
        lines += _noted(view, words)
    straight = (
        row(Button(say.straight(usual, name, half_units), ForPeriod(usual.value, name.value)))
        for name, half_units in view.sums.items()
        if half_units
    )
    purposes = (Button(say.purpose_label(one), OfPurpose(one.value)) for one in view.purposes)
    rows = (
        *straight,
        *rows_of(purposes, 2),
        *[row(Button(say.tell_me(), TellMe()))] * bool(view.today),
        row(Button(words.why.to_line(), Why(1))),
        row(Button(words.requests.to_requests(), Requests(1))),
        back(words),
    )
    return Screen(page(say.title(), *lines), rows, subject="certificate")


def choose_period(offer: Offer, words: Words) -> Screen:
    say, purpose = words.certificate, offer.purpose.value
    years = [Button(say.period(name, sum_), ForPeriod(purpose, name.value)) for name, sum_ in offer.sums.items()]
    until = [
        Button(say.years_ending(half_units), Preview(purpose, *_days(span), offer.registry))
        for span, half_units in offer.ending.items()
    ]
    buttons = (*until, *years, Button(say.own_dates(), OwnDates(purpose)))
    rows = (*map(row, buttons), row(Button(words.common.back(), Certificates())))
    about = (say.for_purpose(offer.purpose), say.choose_period(), *_noted(offer, words))
    return Screen(page(say.period_title(), *about), rows, subject="certificate")


def ask_dates(purpose: CertificatePurpose, words: Words) -> Screen:
    say = words.certificate
    back_to = row(Button(words.common.back(), OfPurpose(purpose.value)))
    text = page(say.own_dates(), say.for_purpose(purpose), say.how_to_write_dates())
    return Screen(text, (back_to,), subject="certificate")


def cannot_earn(profile: Profile, words: Words) -> Screen:
    """For an account that can't earn, and has earned nothing."""
    text = page(words.certificate.title(), f"⚠️ {words.course.cannot_earn()}", words.operator.ask(profile))
    return Screen(text, (back(words),), subject="certificate")


def _noted(sums: Choice | Offer, words: Words) -> Iterator[str]:
    """What is said of the sums on the buttons: that they hold samples, and since when the record is complete."""
    notes = (*summed(words, sample=sums.sample), *since.line(sums.since, words))
    if notes:
        yield from ("", *notes)


def _days(period: Period) -> tuple[int, int]:
    return period.first.toordinal(), period.last.toordinal()
