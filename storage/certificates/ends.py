"""Since when and why a certificate does not hold any more. Rows are only added; the last of a certificate holds."""

from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.verifying.standing import End, Reason, State
from storage.engine.statements import insert_new, run
from storage.tables import CertificateCheck, CertificateEnd

_PUT = insert_new(CertificateEnd)
_LAST = (
    select(CertificateEnd.kind, CertificateEnd.at, CertificateEnd.reason, CertificateCheck.number)
    .outerjoin(CertificateCheck, CertificateCheck.certificate_id == CertificateEnd.instead_id)
    .where(CertificateEnd.certificate_id == bindparam("id"))
    .order_by(CertificateEnd.id.desc())
    .limit(1)
)


def revoke(session: Session, certificate_id: int, reason: Reason, by_id: int, at: datetime) -> bool:
    """It does not hold any more; False if it was revoked before."""
    return _put(session, certificate_id, State.REVOKED, reason, by_id, at, None)


def replace(session: Session, certificate_id: int, instead_id: int, reason: Reason, by_id: int, at: datetime) -> bool:
    """The certificate `instead_id` holds in its place; False if another replaced it before."""
    return _put(session, certificate_id, State.REPLACED, reason, by_id, at, instead_id)


def last(session: Session, certificate_id: int) -> End | None:
    """What ended it; None if it holds."""
    row = session.execute(_LAST, {"id": certificate_id}).first()
    return None if row is None else End(State(row.kind), row.at, Reason(row.reason), row.number)


def _put(
    session: Session,
    certificate_id: int,
    kind: State,
    reason: Reason,
    by_id: int,
    at: datetime,
    instead_id: int | None,
) -> bool:
    values = {
        "certificate_id": certificate_id,
        "kind": kind.value,
        "reason": reason.value,
        "at": at,
        "by_id": by_id,
        "instead_id": instead_id,
    }
    return run(session, _PUT, values) == 1
