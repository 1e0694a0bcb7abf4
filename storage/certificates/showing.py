"""Which certificates of a member show a credit."""

from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.verifying import doubts
from storage.certificates import ends, frozen, wordings
from storage.tables import Certificate, CertificateCheck

_INSIDE = (
    select(Certificate.id, Certificate.facts, CertificateCheck.number)
    .outerjoin(CertificateCheck, CertificateCheck.certificate_id == Certificate.id)
    .where(Certificate.member_id == bindparam("member"))
    .where(Certificate.period_from <= bindparam("day"), Certificate.period_to >= bindparam("day"))
    .order_by(Certificate.id)
)


def of_credit(session: Session, member_id: int, day: date, code: int, title: str) -> tuple[str, ...]:
    """The numbers of the certificates that show the credit and still hold, the first issued first."""
    titles = wordings.ways(session, title)
    return tuple(
        row.number or ""
        for row in session.execute(_INSIDE, {"member": member_id, "day": day})
        if ends.last(session, row.id) is None
        and (facts := frozen.read(row.facts)) is not None
        and doubts.shows(facts, day, code, titles)
    )
