"""The last certificate that a member asked for: what it covers, and for what purpose."""

from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.credits.explaining import Paper
from storage.certificates import frozen
from storage.tables import Certificate

_LAST = (
    select(Certificate.facts, Certificate.asked_at)
    .where(Certificate.member_id == bindparam("member"))
    .order_by(Certificate.asked_at.desc(), Certificate.id.desc())
    .limit(1)
)


def last(session: Session, member_id: int) -> Paper | None:
    """The member's last certificate; None if the member never asked for one, or its facts were erased."""
    row: Any = session.execute(_LAST, {"member": member_id}).one_or_none()
    facts = None if row is None else frozen.read(row.facts)
    if facts is None:
        return None
    return Paper(facts.period_from, facts.period_to, row.asked_at, facts.purpose, bool(facts.registry_no))
