"""Certificates: the choice of a period, and the paper itself."""

from collections.abc import Sequence
from datetime import datetime

from content.absence import given
from content.since import Since
from content.text.periods import Named, Period
from content.words import Words
from handlers.presses.certificate import Certificates, ForPeriod, OwnDates, TellMe
from handlers.presses.requests import Requests
from handlers.presses.why import Why
from handlers.screens import since
from handlers.screens.screen import Button, KeptPaper, Place, Screen, page, row
from handlers.screens.ways import back


def choose(words: Words, today_half_units: int, available_at: datetime, *, announced: str | None = None) -> Screen:
    """Choose a period. If something was earned today, the screen says from when it can be certified. `announced` is a
    line on maintenance.
    """
    said = words.certificate
    lines = [*given(announced, said.what_it_holds())]
    this_year, last_year, two_years = (Button(said.period(name), ForPeriod(name.value)) for name in Named)
    rows = [row(this_year), row(two_years), row(last_year, Button(said.own_dates(), OwnDates()))]
    if today_half_units:
        lines += ["", said.earned_today(today_half_units, available_at)]
        rows.append(row(Button(said.tell_me(), TellMe())))
    rows.append(row(Button(words.why.to_line(), Why(1))))
    rows += [row(Button(words.requests.to_requests(), Requests(1))), back(words)]
    return Screen(page(said.title(), *lines), tuple(rows), subject="certificate")


def ask_dates(words: Words) -> Screen:
    said = words.certificate
    back = row(Button(words.common.back(), Certificates()))
    return Screen(page(said.own_dates(), said.how_to_write_dates()), (back,), subject="certificate")


def nothing_yet(words: Words, today_half_units: int, available_at: datetime) -> Screen:
    """All that the period has was earned today."""
    said = words.certificate
    rows = (row(Button(said.tell_me(), TellMe())), row(Button(words.common.back(), Certificates())))
    text = page(said.title(), words.refusals.only_today(today_half_units, available_at))
    return Screen(text, rows, subject="certificate")


def on_its_way(words: Words, period: Period) -> Screen:
    said = words.certificate
    back = row(Button(words.common.back(), Certificates()))
    return Screen(page(said.title(), said.on_its_way(period)), (back,), subject="certificate")


def will_tell(words: Words, at: datetime, *, asked_before: bool) -> Screen:
    said = words.certificate
    return Screen("", toast=said.told_before(at) if asked_before else said.will_tell(at), alert=True)


def document(words: Words, certificate_id: int, period: Period, half_units: int, incomplete: Sequence[Since]) -> Screen:
    """The paper with its caption. `incomplete`: what the paper says of the beginning of the record."""
    said = words.certificate
    paper = KeptPaper(certificate_id, said.file_name(period))
    text = page(said.title(), *said.caption(period, half_units).split("\n"), *since.line(incomplete, words))
    return Screen(text, place=Place.OWN, paper=paper)


def ready(words: Words, half_units: int) -> Screen:
    """The letter that somebody asked for: today's credit can be certified now."""
    said = words.certificate
    rows = (row(Button(said.period(Named.THIS_YEAR), ForPeriod(Named.THIS_YEAR.value))),)
    choice = row(Button(said.other_period(), Certificates()))
    return Screen(page(said.ready_title(), said.ready(half_units)), (*rows, choice), place=Place.OWN)


def held(words: Words, *, by_name: bool) -> Screen:
    """The member's name, or something that was published, has a sign that the font lacks. Staff will see to it."""
    said = words.certificate
    return Screen(page(said.title(), said.held(by_name=by_name)), place=Place.OWN)
