"""The last certificate that a member asked for: what it covers, and for what purpose."""

from typing import Any, cast

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.certificate import CertificateDocument, CertificateFacts
from content.explaining import Paper
from storage.tables import Certificate

_LAST = (
    select(Certificate.facts, Certificate.asked_at)
    .where(Certificate.member_id == bindparam("member"))
    .order_by(Certificate.asked_at.desc(), Certificate.id.desc())
    .limit(1)
)


def last(session: Session, member_id: int) -> Paper | None:
    """The member's last certificate; None if the member never asked for one."""
    row: Any = session.execute(_LAST, {"member": member_id}).one_or_none()
    if row is None:
        return None
    facts = CertificateFacts.from_document(cast(CertificateDocument, row.facts))
    return Paper(facts.period_from, facts.period_to, row.asked_at, facts.purpose, bool(facts.registry_no))
