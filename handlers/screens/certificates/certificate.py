"""Certificates: that one is on its way, and the paper itself. How it is asked for is in the room beside this."""

from collections.abc import Sequence
from datetime import datetime

from content.credits.since import Since
from content.text.periods import Period
from content.values import CertificatePurpose
from content.words import Words
from handlers.presses.certificates.certificate import Certificates, OfPurpose
from handlers.screens.credits import since
from handlers.screens.labels import summed
from handlers.screens.screen import Button, KeptPaper, Place, Screen, page, row


def on_its_way(words: Words, period: Period) -> Screen:
    said = words.certificate
    back = row(Button(words.common.back(), Certificates()))
    return Screen(page(said.title(), said.on_its_way(period)), (back,), subject="certificate")


def will_tell(words: Words, at: datetime, *, asked_before: bool) -> Screen:
    said = words.certificate
    return Screen("", toast=said.told_before(at) if asked_before else said.will_tell(at), alert=True)


def document(
    words: Words,
    certificate_id: int,
    period: Period,
    half_units: int,
    incomplete: Sequence[Since],
    *,
    purpose: CertificatePurpose = CertificatePurpose.GENERAL,
    sample: bool = False,
) -> Screen:
    """The paper with its caption. `incomplete`: what the paper says of the beginning of the record. `sample`: samples
    are in the sum.
    """
    said = words.certificate
    paper = KeptPaper(certificate_id, said.file_name(period))
    text = page(
        said.title(),
        said.for_purpose(purpose),
        *said.caption(period, half_units).split("\n"),
        *summed(words, sample=sample),
        *since.line(incomplete, words),
    )
    return Screen(text, place=Place.OWN, paper=paper)


def ready(
    words: Words,
    new_half_units: int,
    certificate_id: int,
    period: Period,
    half_units: int,
    incomplete: Sequence[Since],
    *,
    purpose: CertificatePurpose,
    sample: bool = False,
) -> Screen:
    """The letter that somebody asked for on the day of a credit: the first page of the certificate that shows it. The
    paper itself comes right after it.
    """
    said = words.certificate
    first_page = KeptPaper(certificate_id, said.file_name(period))
    about = (said.for_purpose(purpose), *said.caption(period, half_units).split("\n"))
    rows = (row(Button(said.other_period(), OfPurpose(purpose.value))),)
    notes = (*summed(words, sample=sample), *since.line(incomplete, words))
    text = page(said.ready_title(), said.ready(new_half_units), *about, *notes)
    return Screen(text, rows, place=Place.OWN, first_page=first_page)


def held(words: Words, *, by_name: bool) -> Screen:
    """The member's name, or something that was published, has a sign that the font lacks. Staff will see to it."""
    said = words.certificate
    return Screen(page(said.title(), said.held(by_name=by_name)), place=Place.OWN)
