"""What makes each kind of letter about certificates be written to a member, by the record alone."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from content.credits.credit import By
from content.keys.certificate_letters import CertificateCopy, CertificateReplaced, CertificateRevoked
from content.keys.credit_letters import CreditGranted, CreditReversed
from content.keys.letter import LetterKey
from content.keys.letters import CertificateHeld, CertificatePaper, CertificateReady
from content.rules import day_of
from content.values import CreditKind
from content.verifying.standing import Reason
from storage.certificates import certificates, ends, replacing
from storage.credits import ledger, reversals
from storage.engine.base import cipher_of
from storage.staff import roles
from tests.bot.neighbour import BOOK, id_of
from tests.bot.sending.test_drawing import FACTS

DAY = timedelta(days=1)
OTHER, STAFF = "1000000005", "9000000001"


def paper(session: Session, me: int, at: datetime) -> LetterKey:
    return CertificatePaper(certificates.ask(session, cipher_of(session.get_bind().dialect), me, FACTS, at))


def held(session: Session, me: int, at: datetime) -> LetterKey:
    return CertificateHeld(certificates.ask(session, cipher_of(session.get_bind().dialect), me, FACTS, at))


def credited(session: Session, me: int, at: datetime) -> LetterKey:
    """The day of a credit, which is over: only then a certificate shows it."""
    at -= DAY
    about = {"source": "course:hypertension", "half_units": 2, "code": 74, "title": "高血圧", "organiser": "見本"}
    earned: Mapping[str, object] = {**about, "earned_at": at, "rules": BOOK.now(at), "kind": CreditKind.LECTURE}
    ledger.award(session, member_id=me, **earned)  # type: ignore[arg-type]  # as named
    return CertificateReady(day_of(at))


def granted(session: Session, me: int, at: datetime) -> LetterKey:
    """Staff grant what no declaration was made of."""
    source, rules = "grant:0123456789abcdef", BOOK.now(at)
    about: dict[str, Any] = {
        "kind": CreditKind.DECLARATION,
        "source": source,
        "half_units": 2,
        "code": 74,
        "title": "学会",
        "organiser": "見本",
    }
    by = By("主催者の名簿で確認", id_of(session, STAFF))
    ledger.award(session, member_id=me, **about, earned_at=at, rules=rules, by=by)
    credit = ledger.of_source(session, me, source)
    assert credit is not None
    return CreditGranted(credit.id)


def taken_back(session: Session, me: int, at: datetime) -> LetterKey:
    key = granted(session, me, at)
    assert isinstance(key, CreditGranted)
    assert reversals.take_back(session, key.credit, By("二重の登録", id_of(session, STAFF)), at)
    return CreditReversed(key.credit)


def replaced(session: Session, me: int, at: datetime) -> LetterKey:
    """The certificate is replaced by one that says another name."""
    old, cipher = paper(session, me, at), cipher_of(session.get_bind().dialect)
    assert isinstance(old, CertificatePaper)
    new = certificates.ask(session, cipher, me, replace(FACTS, name="高橋 一郎"), at)
    replacing.begin(session, old.certificate, new, Reason.NAME, id_of(session, STAFF), at)
    return CertificateReplaced(new, old.certificate)


def revoked(session: Session, me: int, at: datetime) -> LetterKey:
    old = paper(session, me, at)
    assert isinstance(old, CertificatePaper)
    ends.revoke(session, old.certificate, Reason.MISTAKE, id_of(session, STAFF), at)
    return CertificateRevoked(old.certificate)


def copied(session: Session, me: int, at: datetime) -> LetterKey:
    """The person is of staff, and gets a certificate of another member that takes a former one's place."""
    roles.grant(session, me, "officer", at)
    key = replaced(session, id_of(session, OTHER), at)
    assert isinstance(key, CertificateReplaced)
    return CertificateCopy(key.certificate)
