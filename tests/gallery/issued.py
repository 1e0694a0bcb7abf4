"""Screens of staff: certificates found, looked at, replaced, revoked, left; and what their members are told."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from content.certificates.certificate import FORMER, CertificateFacts, CertificateLine
from content.staff.cases import Queue
from content.staff.certificates import DoubtLine, Ended, Issued, IssuedLine, Outcome, Renewal
from content.values import CertificatePurpose
from content.verifying.differing import FINGERPRINT
from content.verifying.doubts import Change, Kind
from content.verifying.standing import Reason, State
from content.words import Words
from handlers.screens.certificates.verify import EXAMPLE
from handlers.screens.staff import certificates, ending
from tests.gallery.facts import NAME, NOW, NUMBER, TODAY
from tests.gallery.hanging import Exhibit, hang

LINE = CertificateLine(TODAY, "題" * 60, "企" * 80, "生涯教育講座", 83, "名" * 20, 3)
FACTS = CertificateFacts(
    NAME, "9" * 10, "9" * 10, TODAY.replace(year=2016), TODAY, (LINE,) * 500, TODAY, FORMER, number=EXAMPLE
)
CHANGES = (
    Change(Kind.NAME, NAME, "高" * 30, NOW),
    Change(Kind.REGISTRY_NO, "9" * 10, "", NOW),
    *[Change(Kind.CREDIT, "題" * 60, "由" * 200, NOW, TODAY)] * 20,
)
REVOKED = Ended(State.REVOKED, NOW, Reason.MISUSE, NAME, "")
REPLACED = Ended(State.REPLACED, NOW, Reason.CREDIT, NAME, EXAMPLE)
VALID = Issued(
    id=NUMBER,
    member_id=NUMBER,
    name="高" * 30,
    member_no="9" * 10,
    number=EXAMPLE,
    asked_at=NOW,
    drawn_at=NOW,
    sent_at=NOW,
    first=FACTS.period_from,
    last=TODAY,
    half_units=1999,
    codes=84,
    facts=FACTS,
    ended=(),
    instead="",
    replaces=(EXAMPLE,),
    changes=(),
)
LONG_AGO = NOW - timedelta(days=365)


def exhibits(words: Words) -> Iterator[Exhibit]:
    for waiting in (0, 1, 12_345):
        yield hang(f"{waiting} wait", certificates.room, waiting, words)
    for said in (words.verify.mistyped(), words.issued.unknown()):
        yield hang(said[:20], certificates.room, 1, words, said)
    yield hang("none", certificates.gone, words)
    yield hang("on its way", certificates.file_comes, words)
    yield from _lists(words)
    yield from _cards(words)
    yield from _ending(words)
    yield hang("a copy", certificates.copy, VALID, "見本.pdf", words)
    for reason in Reason:
        yield hang(reason.value, ending.revoked, EXAMPLE, NOW, reason, words)
        yield hang(reason.value, ending.replaced, EXAMPLE, VALID, reason, "見本.pdf", words)


def _lists(words: Words) -> Iterator[Exhibit]:
    line = IssuedLine(
        NUMBER, EXAMPLE, NOW, FACTS.period_from, TODAY, CertificatePurpose.PSYCHOTROPIC, State.VALID, drawn=True
    )
    others = (replace(line, drawn=False), replace(line, state=State.REVOKED), replace(line, purpose=None))
    listed = (line, *others, replace(line, state=State.REPLACED), line, line, line)
    doubted = DoubtLine(NUMBER, NUMBER, NAME, "9" * 10, EXAMPLE, LONG_AGO, CHANGES)
    for total, page in ((0, 1), (1, 1), (12_345, 2)):
        shown: Queue[IssuedLine] = Queue.page(total, page, 8)
        yield hang(
            f"page {page} of {total}", certificates.of_member, shown.with_lines(listed[:total]), NUMBER, NAME, words
        )
        waits: Queue[DoubtLine] = Queue.page(total, page, 8)
        lines = [doubted, replace(doubted, changes=())] * 4
        yield hang(f"page {page} of {total}", certificates.queue, waits.with_lines(lines[:total]), NOW, words)


def _cards(words: Words) -> Iterator[Exhibit]:
    states = {
        "valid": VALID,
        "in doubt": replace(VALID, changes=CHANGES),
        "not drawn": replace(VALID, drawn_at=None, sent_at=None, replaces=()),
        "under way": replace(VALID, instead=EXAMPLE, changes=CHANGES),
        "replaced": replace(VALID, ended=(REPLACED,)),
        "revoked": replace(VALID, ended=(REVOKED,)),
        "revoked after it was replaced": replace(VALID, ended=(REVOKED, REPLACED)),
        "erased": replace(VALID, facts=None),
        "erased before its totals were noted": replace(VALID, facts=None, half_units=0, codes=0),
    }
    for name, shown in states.items():
        for own in (False, True):
            yield hang(f"{name}, own {own}", certificates.card, shown, 9, words, own=own, further=NUMBER)
    yield hang("from a list", certificates.card, VALID, 0, words, own=False)
    said = words.ending
    for told in (
        said.left(),
        said.replacing(EXAMPLE),
        *(said.said_of(outcome) for outcome in Outcome if _refuses(outcome)),
    ):
        yield hang(told[:30], certificates.card, VALID, NUMBER, words, own=False, said=told)


def _ending(words: Words) -> Iterator[Exhibit]:
    new = replace(FACTS, name="高" * 30, registry_no="", lines=(replace(LINE, title="別" * 60),) * 500)
    others = {
        "everything": new,
        "a credit": replace(FACTS, lines=FACTS.lines[1:]),
        "little": replace(FACTS, by_training_alone=(74,)),
    }
    for name, facts in others.items():
        found = Renewal(FACTS, facts, "f" * FINGERPRINT)
        yield hang(name, ending.ask_replace, VALID, found, NUMBER, words)
        yield hang(
            f"{name}, changed", ending.ask_replace, VALID, found, NUMBER, words, words.ending.said_of(Outcome.CHANGED)
        )
    doubted = replace(VALID, changes=CHANGES)
    yield hang("why", ending.ask_revoke, VALID, NUMBER, words)
    yield hang("why", ending.ask_leave, doubted, NUMBER, words)
    yield hang("slip", ending.bad_reason, VALID, NUMBER, 200, words)
    for reason in Reason:
        yield hang(reason.value, ending.ask_words, VALID, NUMBER, reason, words)


def _refuses(outcome: Outcome) -> bool:
    return outcome is not Outcome.DONE
