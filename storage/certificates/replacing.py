"""A certificate that is being replaced: another one was issued, and takes its place when its paper is on record.

Until then the old one holds. Its row is locked by whoever ends it, so that of two who end it the second sees the first.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.verifying.doubts import Verdict
from content.verifying.standing import Reason
from storage.certificates import doubts, ends
from storage.engine.statements import insert_new, run
from storage.tables import Certificate, CertificateEnd, CertificateReplacement

# FOR NO KEY UPDATE: rows that only refer to the certificate, as doubts do, can still be written
_HOLD = select(Certificate.paper_sha256).where(Certificate.id == bindparam("id")).with_for_update(key_share=True)
_BEGIN = insert_new(CertificateReplacement)
_ENDED = (
    select(CertificateEnd.id).where(CertificateEnd.certificate_id == CertificateReplacement.certificate_id).exists()
)
_WAITING = (
    select(CertificateReplacement)
    .where(CertificateReplacement.instead_id == bindparam("instead"), ~_ENDED)
    .order_by(CertificateReplacement.certificate_id)
)
_UNDER_WAY = select(CertificateReplacement.instead_id).where(
    CertificateReplacement.certificate_id == bindparam("id"), ~_ENDED
)


_REASON = select(CertificateReplacement.reason).where(CertificateReplacement.certificate_id == bindparam("id"))
_REPLACED = select(CertificateReplacement.certificate_id).where(
    CertificateReplacement.instead_id == bindparam("instead")
)


def hold(session: Session, certificate_id: int) -> bool:
    """Lock a certificate until the transaction ends; returns whether its paper is on record. Raises NoResultFound."""
    return session.execute(_HOLD, {"id": certificate_id}).scalar_one() is not None


def begin(session: Session, certificate_id: int, instead_id: int, reason: Reason, by_id: int, at: datetime) -> bool:
    """Let `instead_id` take the place of this certificate, which is held, as soon as its paper is on record: if it is
    by now, at once. False if another one is to replace it already.
    """
    values = {"certificate_id": certificate_id, "instead_id": instead_id, "reason": reason.value}
    # held first: a paper that is being put on record now either sees this row, or is seen here
    drawn = hold(session, instead_id)
    if run(session, _BEGIN, values | {"asked_at": at, "by_id": by_id}) != 1:
        return False
    if drawn:
        settle(session, instead_id, at)
    return True


def under_way(session: Session, certificate_id: int) -> int | None:
    """The certificate that is to take its place and is not drawn yet."""
    return session.execute(_UNDER_WAY, {"id": certificate_id}).scalar_one_or_none()


def reason(session: Session, certificate_id: int) -> Reason | None:
    """Why another one takes, or took, the place of this certificate; None if none does."""
    found = session.execute(_REASON, {"id": certificate_id}).scalar_one_or_none()
    return None if found is None else Reason(found)


def replaced_by(session: Session, instead_id: int) -> Sequence[int]:
    """The certificates whose place this one takes, or took."""
    return session.execute(_REPLACED, {"instead": instead_id}).scalars().all()


def settle(session: Session, instead_id: int, at: datetime) -> None:
    """The paper of this certificate is on record: what it replaces holds no more, unless it was ended meanwhile."""
    for row in session.execute(_WAITING, {"instead": instead_id}).scalars().all():
        hold(session, row.certificate_id)
        if ends.last(session, row.certificate_id) is None:
            ends.replace(session, row.certificate_id, instead_id, Reason(row.reason), row.by_id, at)
            doubts.settle(session, row.certificate_id, Verdict.REPLACED, row.by_id, at)
