"""Screens of granting credits and taking them back, and what the member reads of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from content.certificates.unlisted import CertifiedElsewhere, NeverShown
from content.credits.credit import StandingCredit
from content.operator import Profile
from content.staff.crediting import Content, Of, Outcome, Slip, Step, Told
from content.study.course import CommonLecture
from content.values import CreditKind
from content.words import Words
from handlers.screens.certificates.verify import EXAMPLE
from handlers.screens.staff import crediting as screens
from tests.gallery.facts import NAME, NOW, NUMBER, TODAY
from tests.gallery.hanging import Exhibit, hang

SHOWN = "f" * 16
TITLE, ORGANISER, WHY = "題" * 60, "企" * 80, "由" * 200
CREDIT = StandingCredit(
    NUMBER, CreditKind.LECTURE, "course:x", 3, 83, TITLE, ORGANISER, TODAY, NOW, "2016-04", NOW, sample=True
)


class Named:
    """The titles of a content."""

    title, title_en = TITLE, "T" * 120


CONTENT = Content(
    CreditKind.JOURNAL, NUMBER, "journal:x", True, TITLE, Named(), date(2026, 12, 1), ORGANISER, 83, 3, None, None
)
TOLD = Told(CreditKind.LECTURE, TITLE, True, ORGANISER, 83, 3, TODAY, (CommonLecture("必修講習A 感染対策", 2),), WHY)


def exhibits(words: Words, profile: Profile) -> Iterator[Exhibit]:
    yield hang("none", screens.listed, (), 1, NUMBER, NAME, words)
    said = words.crediting.reversed(12)
    yield hang("many", screens.listed, (CREDIT,) * 500, 2, NUMBER, NAME, words, said)
    for outcome in Outcome:
        yield hang(outcome.value, screens.listed, (CREDIT,), 1, NUMBER, NAME, words, words.crediting.said_of(outcome))
    yield hang("of what", screens.ask_of, NUMBER, NAME, words)
    for of in (Of.COURSE, Of.JOURNAL, Of.TRAINING):
        yield hang(of.value, screens.ask_name, of, NUMBER, NAME, words)
        nothing = words.crediting.not_found(of, "字" * 100)
        yield hang(f"{of.value}, not found", screens.ask_name, of, NUMBER, NAME, words, nothing)
        yield hang(of.value, screens.found, of, (CONTENT,) * 50, NUMBER, NAME, words)
        yield hang(f"{of.value}, one", screens.found, of, (replace(CONTENT, month=None),), NUMBER, NAME, words)
    for step in Step:
        yield hang(step.value, screens.ask, step, TITLE, TODAY, NUMBER, NAME, words)
    for slip in Slip:
        yield hang(slip.value, screens.ask, Step.TITLE, "", TODAY, NUMBER, NAME, words, words.crediting.slip(slip))
    yield from _previews(words, profile)


def _previews(words: Words, profile: Profile) -> Iterator[Exhibit]:
    changed = words.crediting.said_of(Outcome.CHANGED)
    numbers = (EXAMPLE,) * 20
    about = (words, words, profile)
    gone = replace(TOLD, certificates=numbers)
    for said in ("", changed):
        yield hang(said[:9], screens.preview_grant, SHOWN, TOLD, NUMBER, NAME, *about, said)
        yield hang(said[:9], screens.preview_reversal, SHOWN, NUMBER, gone, NUMBER, NAME, *about, said)
    for never in (None, NeverShown(CreditKind.DECLARATION), CertifiedElsewhere("大阪府")):
        yield hang(f"never: {never}", screens.granted, replace(TOLD, never_certified=never), profile, words)
    for shown in ((), (EXAMPLE,), numbers):
        yield hang(f"on {len(shown)}", screens.reversed_, replace(TOLD, certificates=shown), profile, words)
        yield hang(f"on {len(shown)}", screens.ask_reverse, CREDIT, shown, NUMBER, NAME, words)
    bad = words.staff.bad_reason(200)
    yield hang("no reason", screens.ask_reverse, CREDIT, (EXAMPLE,), NUMBER, NAME, words, bad)
