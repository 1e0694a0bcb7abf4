"""Certificates: equal facts, one certificate; the first file stays; what is issued never changes."""

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from content.certificates.certificate import FORMER, CertificateFacts, CertificateLine
from content.values import CertificatePurpose
from storage.certificates import certificates
from storage.engine.cipher import Cipher
from storage.engine.sessions import Sessions
from storage.tables import Certificate, Credit
from tests.samples import member

LINE = CertificateLine(date(2026, 11, 20), "高血圧", "見本委員会", "生涯教育講座", 74, "高血圧症", 2)


def facts(name: str = "𠮷野 髙子", issued_on: date = date(2026, 11, 22), *lines: CertificateLine) -> CertificateFacts:
    return CertificateFacts(
        name, "300002", "1000000002", date(2026, 4, 1), date(2026, 11, 21), lines or (LINE,), issued_on, FORMER
    )


def ask(session: Session, cipher: Cipher, member_id: int, asked: CertificateFacts, at: datetime) -> int:
    return certificates.ask(session, cipher, member_id, asked, at)


def test_who_asks_for_the_same_again_is_given_the_same(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    with sessions.begin() as session:
        me, other = member(session, now), member(session, now, no="2")
        first = ask(session, cipher, me, facts(), now)
        assert ask(session, cipher, me, facts(issued_on=date(2026, 11, 23)), now + timedelta(days=1)) == first
        assert replace(certificates.facts(session, first), number="") == facts()
        others = {
            ask(session, cipher, other, facts(), now),
            ask(session, cipher, me, facts("吉野 高子"), now),
            ask(session, cipher, me, facts("𠮷野 髙子", date(2026, 11, 22), LINE, LINE), now),
        }
        assert len(others | {first}) == 4


def test_a_certificate_of_the_version_before_is_found_again(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    """Its row has the keyed hash of a document without a purpose, as it was made then."""
    former = {key: value for key, value in facts().to_document().items() if key != "issued_on"}
    said = json.dumps({**former, "issued_on": "0001-01-01"}, ensure_ascii=False, sort_keys=True)
    with sessions.begin() as session:
        me = member(session, now)
        number = ask(session, cipher, me, facts(), now)
        (key,) = session.execute(select(Certificate.facts_key)).scalars()
        assert key in cipher.finds(said, certificates.FACTS)
        assert "purpose" not in said
        assert ask(session, cipher, me, replace(facts(), purpose=CertificatePurpose.GENERAL), now) == number
        assert ask(session, cipher, me, replace(facts(), purpose=CertificatePurpose.E_LEARNING), now) != number


def test_the_first_file_is_everybodys(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    with sessions.begin() as session:
        number = ask(session, cipher, member(session, now), facts(), now)
        assert certificates.paper(session, number) is None
        assert certificates.keep_paper(session, number, b"one", "1", now) == b"one"
        assert certificates.keep_paper(session, number, b"two", "2", now) == b"one"
        assert certificates.paper(session, number) == b"one"


@pytest.mark.parametrize(
    "change", [{"paper_sha256": "x"}, {"paper": None}, {"period_to": date(2026, 11, 20)}, {"member_id": 2}]
)
def test_an_issued_certificate_never_changes(
    sessions: Sessions, cipher: Cipher, now: datetime, change: dict[str, Any]
) -> None:
    with sessions.begin() as session:
        number = ask(session, cipher, member(session, now), facts(), now)
        certificates.keep_paper(session, number, b"one", "1", now)
    with pytest.raises(DBAPIError, match="never changes"), sessions.begin() as session:
        session.execute(update(Certificate).values(**change))


def test_no_name_and_no_paper_stands_in_clear(sessions: Sessions, cipher: Cipher, now: datetime) -> None:
    with sessions.begin() as session:
        number = ask(session, cipher, member(session, now), facts(), now)
        certificates.keep_paper(session, number, b"a paper", "1", now)
        assert certificates.paper(session, number) == b"a paper"
        assert "𠮷野" in certificates.facts(session, number).name
        raw = session.execute(text("SELECT facts, paper, facts_key FROM certificates")).one()
    everything = b"".join(bytes(cell) if not isinstance(cell, str) else cell.encode() for cell in raw)
    assert "𠮷野".encode() not in everything
    assert b"a paper" not in everything


def test_a_credit_is_neither_edited_nor_removed(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        session.add(
            Credit(
                member_id=member(session, now),
                kind="lecture",
                source="course:a",
                grant_no=1,
                sign=1,
                half_units=2,
                code=74,
                title="高血圧",
                organiser="見本委員会",
                earned_on=date(2026, 11, 22),
                earned_at=now,
                written_at=now,
                rule_version="2016-04",
            )
        )
    for statement in (update(Credit).values(half_units=20), delete(Credit)):
        with pytest.raises(DBAPIError, match="append-only"), sessions.begin() as session:
            session.execute(statement)
    with sessions.reading() as session:
        assert session.execute(select(Credit.half_units)).scalars().all() == [2]
