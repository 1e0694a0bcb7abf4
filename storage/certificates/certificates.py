"""Certificates: their facts are frozen when a member asks for one, and their bytes are written once."""

import json
from dataclasses import replace
from datetime import date, datetime
from typing import cast

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from content.certificate import CertificateDocument, CertificateFacts
from content.explaining import Paper
from storage.engine.cipher import Cipher
from storage.engine.statements import insert_new, rows, run
from storage.tables import Certificate

_NEW = insert_new(Certificate)
_FIND = select(Certificate.id).where(
    Certificate.member_id == bindparam("member"), Certificate.facts_key == bindparam("key")
)
_PAPER = select(Certificate.paper).where(Certificate.id == bindparam("id"))
_LAST = (
    select(Certificate.period_from, Certificate.period_to, Certificate.asked_at)
    .where(Certificate.member_id == bindparam("member"))
    .order_by(Certificate.asked_at.desc(), Certificate.id.desc())
    .limit(1)
)
_FACTS = select(Certificate.facts).where(Certificate.id == bindparam("id"))


def ask(session: Session, cipher: Cipher, member_id: int, facts: CertificateFacts, at: datetime) -> int:
    """The number of the certificate with these facts: the existing one, otherwise a new one. The day of issue is not
    compared: a member that asks for the same certificate again gets the same paper.
    """
    key = cipher.find(_written(replace(facts, issued_on=date.min)), "certificates.facts")
    values = {
        "member_id": member_id,
        "period_from": facts.period_from,
        "period_to": facts.period_to,
        "facts": facts.to_document(),
        "facts_key": key,
        "asked_at": at,
    }
    run(session, _NEW, values)  # writes nothing if the row exists: of two askers at once, both then find the first one
    return session.execute(_FIND, {"member": member_id, "key": key}).scalar_one()


def paper(session: Session, certificate_id: int) -> bytes | None:
    """The kept file; None if it has not been drawn yet. Raises NoResultFound."""
    return session.execute(_PAPER, {"id": certificate_id}).scalar_one()


def facts(session: Session, certificate_id: int) -> CertificateFacts:
    """What the certificate says. Raises NoResultFound."""
    document = session.execute(_FACTS, {"id": certificate_id}).scalar_one()
    return CertificateFacts.from_document(cast(CertificateDocument, document))


def last(session: Session, member_id: int) -> Paper | None:
    """The period of the member's last certificate; None if the member never asked for one."""
    row = session.execute(_LAST, {"member": member_id}).one_or_none()
    return None if row is None else Paper(row.period_from, row.period_to, row.asked_at)


def keep_paper(session: Session, certificate_id: int, drawn: bytes, sha256: str, at: datetime) -> bytes:
    """Keep the drawn file unless a file is kept already. Returns the kept file, which everybody gets."""
    kept = (
        update(Certificate)
        .where(Certificate.id == certificate_id, Certificate.paper_sha256.is_(None))
        .values(paper=drawn, paper_sha256=sha256, drawn_at=at)
    )
    if rows(session.execute(kept)) == 1:
        return drawn
    first = paper(session, certificate_id)
    if first is None:
        raise LookupError(f"certificate {certificate_id} has a hash and no paper")
    return first


def _written(facts: CertificateFacts) -> str:
    return json.dumps(facts.to_document(), ensure_ascii=False, sort_keys=True)
