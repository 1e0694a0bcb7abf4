"""Certificates: their facts are frozen when a member asks for one, and their bytes are written once."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import cast

from sqlalchemy import Table, bindparam, func, insert, select, update
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session

from content.certificates.certificate import CertificateDocument, CertificateFacts
from storage.certificates import checks, ends, frozen, replacing
from storage.certificates.checks import Address
from storage.engine.base import InRow, in_row
from storage.engine.cipher import Cipher, Unreadable
from storage.engine.keyed import ByKeys, Keyed, reserve
from storage.engine.statements import rows
from storage.tables import Certificate

_CERTIFICATES = cast(Table, Certificate.__table__)
_C = _CERTIFICATES.c
_FIND = ByKeys(
    lambda keys: (
        select(_C.id, _C.facts).where(_C.member_id == bindparam("member"), _C.facts_key.in_(keys)).order_by(_C.id)
    )
)
_PAPER = select(_C.paper).where(_C.id == bindparam("id"))
_ASKED = select(func.count(_C.id)).where(_C.member_id == bindparam("member"), _C.asked_at >= bindparam("since"))
_FACTS = select(_C.facts).where(_C.id == bindparam("id"))
_PUT = insert(_CERTIFICATES)
_KEEP = (
    update(_CERTIFICATES)
    .where(_C.id == bindparam("certificate"), _C.paper_sha256.is_(None))
    .values(paper=bindparam("drawn"), paper_sha256=bindparam("sha256"), drawn_at=bindparam("at"))
)
FACTS = "certificates.facts"
"""The place of the keyed hash."""
KEYED = (Keyed("certificates", "facts_key", "facts", FACTS, lambda plain: _keyed(json.loads(plain)), lasting=False),)


def ask(
    session: Session,
    cipher: Cipher,
    member_id: int,
    facts: CertificateFacts,
    at: datetime,
    address: Address = checks.no_address,
) -> int:
    """The certificate with these facts that holds: the existing one, otherwise a new one. The day of issue is not
    compared: a member that asks for the same certificate again gets the same paper. One that holds no more is not given
    out again: the new one follows it. `address` makes the one of its QR code.
    """
    asked = _compared(facts)
    keys = cipher.finds(asked, FACTS)
    reserve(session, cipher, keys)  # before the look, so that one look is enough
    found = _find(session, member_id, keys, asked)
    if found is None:
        return _issue(session, cipher, member_id, facts, keys[0], at, address)
    if ends.last(session, found) is None:
        return found
    after = replace(facts, follows=checks.number(session, cipher, found, at))
    return ask(session, cipher, member_id, after, at, address)


def asked(session: Session, member_id: int, since: datetime) -> int:
    """How many certificates the member has had made since then."""
    return session.execute(_ASKED, {"member": member_id, "since": since}).scalar_one()


def paper(session: Session, certificate_id: int) -> bytes | None:
    """The kept file; None if it has not been drawn yet. Raises NoResultFound."""
    kept: bytes | None = session.execute(_PAPER, {"id": certificate_id}).scalar_one()
    return kept


def facts(session: Session, certificate_id: int) -> CertificateFacts:
    """What the certificate says. Raises NoResultFound, also if its facts were erased."""
    found = facts_left(session, certificate_id)
    if found is None:
        raise NoResultFound(f"the facts of certificate {certificate_id} were erased")
    return found


def facts_left(session: Session, certificate_id: int) -> CertificateFacts | None:
    """What the certificate says; None if it was erased. Raises NoResultFound."""
    return frozen.read(session.execute(_FACTS, {"id": certificate_id}).scalar_one())


def same(one: CertificateFacts, other: CertificateFacts) -> bool:
    """Whether two certificates say the same, whatever their numbers and days of issue are."""
    return _compared(replace(one, follows="")) == _compared(replace(other, follows=""))


def keep_paper(session: Session, certificate_id: int, drawn: bytes, sha256: str, at: datetime) -> bytes:
    """Keep the drawn file unless a file is kept already. Returns the kept file, which everybody gets.

    What it was made to replace holds no more from this transaction on.
    """
    values = {"drawn": InRow(certificate_id, drawn), "sha256": sha256, "at": at}
    if rows(session.execute(_KEEP, {"certificate": certificate_id} | values)) == 1:
        replacing.settle(session, certificate_id, at)
        return drawn
    first = paper(session, certificate_id)
    if first is None:
        raise LookupError(f"certificate {certificate_id} has a hash and no paper")
    return first


def _find(session: Session, member_id: int, keys: Sequence[str], asked: str) -> int | None:
    row = _FIND.run(session, keys, {"member": member_id}).first()
    if row is None:
        return None
    if _compared(_facts(row.facts)) != asked:
        raise Unreadable(f"certificates.facts of row {row.id}: they were found by the keyed hash of others")
    return int(row.id)


def _issue(
    session: Session,
    cipher: Cipher,
    member_id: int,
    facts: CertificateFacts,
    key: str,
    at: datetime,
    address: Address,
) -> int:
    number, given = checks.drawn_anew(session, cipher, at)
    said = checks.printed(facts, given, address)
    _put(session, number, member_id, said, key, at)
    checks.keep(session, cipher, number, said, given, at)
    return number


def _put(session: Session, number: int, member_id: int, facts: CertificateFacts, key: str, at: datetime) -> None:
    values = {
        "member_id": member_id,
        "period_from": facts.period_from,
        "period_to": facts.period_to,
        "facts": facts.to_document(),
        "facts_key": key,
        "asked_at": at,
        "numbered_at": at,
    }
    session.execute(_PUT, in_row(Certificate, number, values))


def _keyed(document: object) -> str:
    """The text of the keyed hash; empty if the facts were erased."""
    return _compared(_facts(document)) if document else ""


def _facts(document: object) -> CertificateFacts:
    return CertificateFacts.from_document(cast(CertificateDocument, document))


def _compared(facts: CertificateFacts) -> str:
    alike = replace(facts, issued_on=date.min, number="", check="")
    return json.dumps(alike.to_document(), ensure_ascii=False, sort_keys=True)
