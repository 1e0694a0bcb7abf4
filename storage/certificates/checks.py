"""By what a certificate is checked: a number for the phone and a token for the QR code, both drawn at random.

They are sealed, and looked up by keyed hashes: who has the database alone can neither read them nor try them out.
"""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, Row, Table, bindparam, exists, insert, select, update
from sqlalchemy.orm import Session

from content.certificates.certificate import CertificateFacts
from content.rules import day_of, fiscal_year
from content.verifying import numbers
from content.verifying.standing import Standing
from storage.certificates import ends, frozen
from storage.engine.base import in_row
from storage.engine.cipher import Cipher
from storage.engine.keyed import ByKeys, Keyed, Keys
from storage.engine.statements import next_id
from storage.tables import Certificate, CertificateCheck

TOKEN_BYTES = 16
NUMBER, TOKEN = "certificate_checks.number", "certificate_checks.token"
"""The places of the keyed hashes."""
KEYED = (
    Keyed("certificate_checks", "number_key", "number", NUMBER, bytes.decode),
    Keyed("certificate_checks", "token_key", "token", TOKEN, bytes.decode),
)
Address = Callable[[str], str]
"""The address that the QR code of a paper holds, made of the token; "" for no QR code."""
_CHECKS = cast(Table, CertificateCheck.__table__)
_PUT = insert(_CHECKS)
_TAKEN = ByKeys(lambda keys: select(_CHECKS.c.certificate_id).where(_CHECKS.c.number_key.in_(keys)))
# The index holds those alone that have none yet: a look at it reads nothing once all have one. A process of a version
# before 0.5 may issue further ones while it still runs beside this one.
# Every number is above 0: the condition makes it plain to PostgreSQL that the index serves. It asks for no order:
# for the order of the ids the databases would walk over all certificates.
_FORMER = select(Certificate.id).where(Certificate.numbered_at.is_(None), Certificate.id > 0).limit(bindparam("most"))
_WITHOUT = (
    select(Certificate.id, Certificate.facts, CertificateCheck.given_at)
    .outerjoin(CertificateCheck, CertificateCheck.certificate_id == Certificate.id)
    .where(Certificate.numbered_at.is_(None), Certificate.id.in_(bindparam("ids", expanding=True)))
    .order_by(Certificate.id.desc())
)
_NUMBERED = (
    update(cast(Table, Certificate.__table__))
    .where(cast(Table, Certificate.__table__).c.id == bindparam("certificate"))
    .values(numbered_at=bindparam("at"))
)
_NUMBER = select(CertificateCheck.number).where(CertificateCheck.certificate_id == bindparam("id"))


def no_address(_token: str) -> str:
    """No QR code is printed."""
    return ""


def _with_next_id(following: ColumnElement[int]) -> ByKeys:
    """Looks whether a number is taken, and gives the number of the next row along with it."""
    return ByKeys(
        lambda keys: select(
            following.label("id"),
            exists(select(_CHECKS.c.certificate_id).where(_CHECKS.c.number_key.in_(keys))).label("taken"),
        )
    )


_NEXT = {dialect: _with_next_id(following) for dialect, following in next_id(Certificate).items()}


@dataclass(frozen=True)
class Given:
    """What a certificate is checked by."""

    number: str
    token: str


def drawn(session: Session, cipher: Cipher, at: datetime) -> Given:
    """A number of this fiscal year that no certificate has, and a token."""
    while True:
        number = _number(at)
        if _TAKEN.run(session, cipher.finds(number, NUMBER)).first() is None:
            return Given(number, _token())


def drawn_anew(session: Session, cipher: Cipher, at: datetime) -> tuple[int, Given]:
    """The same for a certificate that is about to be inserted, after the number of its row."""
    following = _NEXT[session.get_bind().dialect.name]
    while True:
        number = _number(at)
        row: Any = following.run(session, cipher.finds(number, NUMBER)).one()
        if not row.taken:
            return row.id, Given(number, _token())


def printed(facts: CertificateFacts, given: Given, address: Address) -> CertificateFacts:
    """The facts as the paper says them."""
    return replace(facts, number=given.number, check=address(given.token))


def keep(
    session: Session, cipher: Cipher, certificate_id: int, facts: CertificateFacts | None, given: Given, at: datetime
) -> None:
    """Note what the certificate is checked by, and its totals. Those of erased facts (None) are not known: they are 0,
    which no certificate has.
    """
    values = {
        "number": given.number,
        "number_key": cipher.find(given.number, NUMBER),
        "token": given.token,
        "token_key": cipher.find(given.token, TOKEN),
        "half_units": facts.half_units if facts else 0,
        "codes": len(facts.subtotals) if facts else 0,
        "given_at": at,
    }
    session.execute(_PUT, in_row(CertificateCheck, certificate_id, values))


def former(session: Session, most: int) -> Sequence[int]:
    """Up to `most` certificates of before, which have nothing yet that they are checked by."""
    return session.execute(_FORMER, {"most": most}).scalars().all()


def give_former(session: Session, cipher: Cipher, certificate_ids: Sequence[int], at: datetime) -> int:
    """Give these certificates what they are checked by, unless they have it. Their files and facts stay as they are, so
    their papers don't say it. Returns how many were without.
    """
    found = session.execute(_WITHOUT, {"ids": certificate_ids}).all()
    for row in found:
        if row.given_at is None:
            keep(session, cipher, row.id, frozen.read(row.facts), drawn(session, cipher, at), at)
        # version 0.5 gave it with the certificate, and did not note here that it has
        session.execute(_NUMBERED, {"certificate": row.id, "at": row.given_at or at})
    return len(found)


def number(session: Session, cipher: Cipher, certificate_id: int, at: datetime) -> str:
    """The number of this certificate; one of before gets it now."""
    give_former(session, cipher, [certificate_id], at)
    return session.execute(_NUMBER, {"id": certificate_id}).scalar_one()


def by_token(session: Session, cipher: Cipher, token: str) -> Standing | None:
    """The certificate with this token, if its paper was issued."""
    return _read(session, _BY_TOKEN.run(session, cipher.finds(token, TOKEN)).first())


def by_number(session: Session, cipher: Cipher, number: str) -> Standing | None:
    """The certificate with this number, as `numbers.read` gives it, if its paper was issued."""
    return _read(session, _BY_NUMBER.run(session, cipher.finds(number, NUMBER)).first())


def by_file(session: Session, sha256: str) -> Standing | None:
    """The certificate whose file has this hash (hex digits)."""
    return _read(session, session.execute(_BY_FILE, {"sha256": sha256}).first())


def _statement(*where: ColumnElement[bool]) -> Any:
    """A certificate that is asked for and not drawn yet has no paper in anybody's hands."""
    return (
        select(
            Certificate.id,
            CertificateCheck.number,
            Certificate.asked_at,
            Certificate.period_from,
            Certificate.period_to,
            CertificateCheck.half_units,
            CertificateCheck.codes,
            Certificate.paper_sha256,
            Certificate.facts,
        )
        .join(CertificateCheck, CertificateCheck.certificate_id == Certificate.id)
        .where(Certificate.paper_sha256.is_not(None), *where)
    )


def _with_key(column: Any) -> Callable[[Keys], Any]:
    return lambda keys: _statement(column.in_(keys))


_BY_TOKEN = ByKeys(_with_key(CertificateCheck.token_key))
_BY_NUMBER = ByKeys(_with_key(CertificateCheck.number_key))
_BY_FILE = _statement(Certificate.paper_sha256 == bindparam("sha256")).limit(1)


def _read(session: Session, row: Row[Any] | None) -> Standing | None:
    if row is None:
        return None
    return Standing(
        certificate_id=row.id,
        number=row.number,
        issued_at=row.asked_at,
        first=row.period_from,
        last=row.period_to,
        half_units=row.half_units,
        codes=row.codes,
        sha256=row.paper_sha256,
        name=row.facts.get("name"),  # an erasure empties the facts
        end=ends.last(session, row.id),
        sample=bool(row.facts.get("sample")),
    )


def _token() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)


def _number(at: datetime) -> str:
    year = fiscal_year(day_of(at))
    while True:
        number = numbers.written(year, secrets.randbelow(numbers.RANDOM))
        if number is not None:
            return number
