"""Certificates as officers look at them: by number, by member, and one with its whole history."""

from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from content.keys.certificate_letters import CertificateReplaced
from content.keys.letters import CertificatePaper
from content.staff.cases import Queue
from content.staff.certificates import Ended, Issued, IssuedLine
from content.verifying.standing import Reason, State
from storage.certificates import checks, doubts, ends, frozen, replacing
from storage.engine.cipher import Cipher
from storage.engine.keyed import ByKeys
from storage.people import persons
from storage.post import posted
from storage.tables import Certificate, CertificateCheck, CertificateEnd, Member

_BY_NUMBER = ByKeys(lambda keys: select(CertificateCheck.certificate_id).where(CertificateCheck.number_key.in_(keys)))
_COUNT = select(func.count()).select_from(Certificate).where(Certificate.member_id == bindparam("member"))
_LIST = (
    select(
        Certificate.id,
        Certificate.asked_at,
        Certificate.period_from,
        Certificate.period_to,
        Certificate.facts,
        Certificate.paper_sha256,
        CertificateCheck.number,
    )
    .outerjoin(CertificateCheck, CertificateCheck.certificate_id == Certificate.id)
    .where(Certificate.member_id == bindparam("member"))
    .order_by(Certificate.asked_at.desc(), Certificate.id.desc())
    .offset(bindparam("skip"))
    .limit(bindparam("most"))
)
_ONE = (
    select(
        Certificate.id,
        Certificate.member_id,
        Certificate.asked_at,
        Certificate.drawn_at,
        Certificate.period_from,
        Certificate.period_to,
        Certificate.facts,
        Member.name,
        Member.member_no,
        CertificateCheck.number,
        CertificateCheck.half_units,
        CertificateCheck.codes,
    )
    .join(Member, Member.id == Certificate.member_id)
    .outerjoin(CertificateCheck, CertificateCheck.certificate_id == Certificate.id)
    .where(Certificate.id == bindparam("id"))
)
_ENDS = (
    select(CertificateEnd.kind, CertificateEnd.at, CertificateEnd.reason, CertificateEnd.by_id, CertificateCheck.number)
    .outerjoin(CertificateCheck, CertificateCheck.certificate_id == CertificateEnd.instead_id)
    .where(CertificateEnd.certificate_id == bindparam("id"))
    .order_by(CertificateEnd.id.desc())
)
_CHECK = select(CertificateCheck.number).where(CertificateCheck.certificate_id == bindparam("id"))


def by_number(session: Session, cipher: Cipher, number: str) -> int | None:
    """The certificate with this number, as `numbers.read` gives it, also one that is not drawn yet."""
    return _BY_NUMBER.run(session, cipher.finds(number, checks.NUMBER)).scalar_one_or_none()


def number_of(session: Session, member_id: int) -> int:
    """How many certificates a member has."""
    return session.execute(_COUNT, {"member": member_id}).scalar_one()


def of_member(session: Session, member_id: int, number: int, most: int) -> Queue[IssuedLine]:
    """A page of a member's certificates, the latest first."""
    shown: Queue[IssuedLine] = Queue.page(number_of(session, member_id), number, most)
    found = session.execute(_LIST, {"member": member_id, "skip": shown.before, "most": most}).all()
    return shown.with_lines(_line(session, row) for row in found)


def one(session: Session, certificate_id: int) -> Issued:
    """A certificate with its history. Raises NoResultFound."""
    row = session.execute(_ONE, {"id": certificate_id}).one()
    facts, instead = frozen.read(row.facts), replacing.under_way(session, certificate_id)
    return Issued(
        id=row.id,
        member_id=row.member_id,
        name=row.name,
        member_no=row.member_no,
        number=row.number or "",
        asked_at=row.asked_at,
        drawn_at=row.drawn_at,
        sent_at=_sent_at(session, row.id, row.member_id),
        first=row.period_from,
        last=row.period_to,
        half_units=row.half_units or 0,
        codes=row.codes or 0,
        facts=facts,
        ended=tuple(_ended(session, end) for end in session.execute(_ENDS, {"id": certificate_id})),
        instead="" if instead is None else _number(session, instead),
        replaces=tuple(_number(session, one) for one in replacing.replaced_by(session, certificate_id)),
        changes=doubts.changes(session, certificate_id),
    )


def _number(session: Session, certificate_id: int) -> str:
    return session.execute(_CHECK, {"id": certificate_id}).scalar_one()


def _sent_at(session: Session, certificate_id: int, member_id: int) -> datetime | None:
    """When its file was last sent to the member: because the member asked, or in the place of a former one."""
    former = replacing.replaced_by(session, certificate_id)
    keys = (CertificatePaper(certificate_id), *(CertificateReplaced(certificate_id, one) for one in former))
    return max((at for key in keys if (at := posted.sent_at(session, member_id, key))), default=None)


def _line(session: Session, row: Any) -> IssuedLine:
    facts, end = frozen.read(row.facts), ends.last(session, row.id)
    return IssuedLine(
        id=row.id,
        number=row.number or "",
        asked_at=row.asked_at,
        first=row.period_from,
        last=row.period_to,
        purpose=facts.purpose if facts else None,
        state=State.VALID if end is None else end.state,
        drawn=row.paper_sha256 is not None,
    )


def _ended(session: Session, row: Any) -> Ended:
    by = "" if row.by_id is None else persons.name(session, row.by_id)
    return Ended(State(row.kind), row.at, Reason(row.reason), by, row.number or "")
