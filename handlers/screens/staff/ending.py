"""How a certificate is ended or left: what would change, the reasons, and what the member is told."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from content.certificates.certificate import CertificateLine
from content.staff.certificates import Issued, Renewal
from content.verifying.differing import Differing, differences
from content.verifying.standing import Reason
from content.words import Words
from handlers.presses.certificates.certificate import Certificates
from handlers.presses.credits.credits import Credits
from handlers.presses.requests import Requests
from handlers.presses.staff.certificates import LeaveIssued, OpenIssued, ReplaceIssued, RevokeFor
from handlers.screens.screen import Button, KeptPaper, Place, Row, Screen, page, row

LINES = 5
"""At most so many lines that go, and so many that come, are listed."""
REPLACING = (Reason.NAME, Reason.CREDIT, Reason.MISTAKE, Reason.WISH)
REVOKING = (Reason.MISTAKE, Reason.CREDIT, Reason.NAME, Reason.WISH, Reason.MISUSE)


def ask_replace(shown: Issued, found: Renewal, number: int, words: Words, said: str = "") -> Screen:
    """What the new one would say otherwise, and the reasons."""
    say = words.ending
    rows = (
        *(row(Button(say.reason(one), ReplaceIssued(shown.id, number, one.value, found.shown))) for one in REPLACING),
        _back(shown, number, words),
    )
    differ = tuple(_differing(differences(found.old, found.new), words))
    lines = (*([said, ""] if said else []), words.issued.card_title(shown.number), *differ, "", say.how_replaced())
    return Screen(page(say.replace_title(), *lines), rows, subject="staff")


def ask_revoke(shown: Issued, number: int, words: Words) -> Screen:
    say = words.ending
    rows = (
        *(row(Button(say.reason(one), RevokeFor(shown.id, number, one.value))) for one in REVOKING),
        _back(shown, number, words),
    )
    return Screen(
        page(say.revoke_title(), words.issued.card_title(shown.number), "", *say.how_revoked()), rows, subject="staff"
    )


def ask_words(shown: Issued, number: int, reason: Reason, words: Words) -> Screen:
    """What happened? The log keeps it."""
    say = words.ending
    text = page(say.revoke_title(), words.issued.card_title(shown.number), *say.ask_words(reason))
    return Screen(text, (_back(shown, number, words),), subject="staff")


def ask_leave(shown: Issued, number: int, words: Words) -> Screen:
    say = words.ending
    rows = (
        *(row(Button(why, LeaveIssued(shown.id, number, place))) for place, why in enumerate(say.leaving())),
        _back(shown, number, words),
    )
    changes = [words.issued.change(one) for one in shown.changes[:LINES]]
    text = page(say.leave_title(), words.issued.card_title(shown.number), *changes, "", say.how_left())
    return Screen(text, rows, subject="staff")


def bad_reason(shown: Issued, number: int, longest: int, words: Words) -> Screen:
    text = page(words.issued.card_title(shown.number), words.staff.bad_reason(longest))
    return Screen(text, (_back(shown, number, words),), subject="staff")


def revoked(number: str, at: datetime, reason: Reason, words: Words) -> Screen:
    """The letter to the member whose certificate was revoked."""
    rows = (
        row(Button(words.certificate.title(), Certificates())),
        row(Button(words.common.to_credits(), Credits())),
        row(Button(words.requests.title(), Requests(1))),
    )
    return Screen(page(words.ending.revoked_title(), *words.ending.revoked(number, at, reason)), rows, place=Place.OWN)


def replaced(former: str, new: Issued, reason: Reason, file_name: str, words: Words) -> Screen:
    """The letter to the member, with the certificate that holds now."""
    text = page(words.ending.replaced_title(), *words.ending.replaced(former, new.number, reason))
    return Screen(text, place=Place.OWN, paper=KeptPaper(new.id, file_name))


def _back(shown: Issued, number: int, words: Words) -> Row:
    return row(Button(words.common.back(), OpenIssued(shown.id, number)))


def _differing(differ: Differing, words: Words) -> Iterator[str]:
    say = words.ending
    yield from (say.part(*one) for one in differ.parts)
    yield from _lines([say.gone(one) for one in differ.gone[:LINES]], differ.gone, words)
    yield from _lines([say.new(one) for one in differ.new[:LINES]], differ.new, words)
    if differ.other:
        yield say.other()
    yield say.sums(*differ.half_units)


def _lines(listed: Sequence[str], every: Sequence[CertificateLine], words: Words) -> Iterator[str]:
    yield from listed
    if len(every) > len(listed):
        yield words.issued.more(len(every) - len(listed))
