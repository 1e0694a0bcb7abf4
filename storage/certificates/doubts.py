"""Certificates that are in doubt: something that they show has changed since. Triggers write who may be concerned (see
the migration); here the facts are opened, and what does not concern a certificate is settled by itself.

What was not looked at yet counts as waiting, so nothing is missed however late the look comes.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Table, bindparam, func, select, update
from sqlalchemy.orm import Session

from content.staff.cases import Backlog, Queue
from content.staff.certificates import DoubtLine
from content.verifying import doubts
from content.verifying.doubts import Change, Kind, Particulars, Verdict
from storage.certificates import ends, frozen, wordings
from storage.engine.statements import rows
from storage.tables import Certificate, CertificateCheck, CertificateDoubt, Credit, Member

_DOUBTS = cast(Table, CertificateDoubt.__table__)
_OPEN = CertificateDoubt.settled_at.is_(None)
_NEW = (
    select(CertificateDoubt.certificate_id)
    # every number is above 0: the condition makes it plain to PostgreSQL that the index serves
    .where(CertificateDoubt.confirmed_at.is_(None), _OPEN, CertificateDoubt.id > 0)
    .limit(bindparam("most"))
)
_OF = (
    select(
        CertificateDoubt.id,
        CertificateDoubt.kind,
        CertificateDoubt.at,
        CertificateDoubt.confirmed_at,
        Credit.earned_on,
        Credit.code,
        Credit.title,
        Credit.reason,
    )
    .outerjoin(Credit, Credit.id == CertificateDoubt.credit_id)
    .where(CertificateDoubt.certificate_id == bindparam("certificate"), _OPEN)
    .order_by(CertificateDoubt.at, CertificateDoubt.kind, CertificateDoubt.id)
)
_FACTS = (
    select(Certificate.facts, Member.name, Member.registry_no, Member.member_no)
    .join(Member, Member.id == Certificate.member_id)
    .where(Certificate.id == bindparam("certificate"))
)
_CONFIRM = (
    update(_DOUBTS)
    .where(_DOUBTS.c.id.in_(bindparam("ids", expanding=True)), _DOUBTS.c.confirmed_at.is_(None))
    .values(confirmed_at=bindparam("now"))
)
_SETTLE = update(_DOUBTS).where(_DOUBTS.c.settled_at.is_(None))
_WAITING = select(func.count(CertificateDoubt.certificate_id.distinct()), func.min(CertificateDoubt.at)).where(_OPEN)
_FIRST = (
    select(CertificateDoubt.certificate_id, func.min(CertificateDoubt.id).label("first"))
    .where(_OPEN)
    .group_by(CertificateDoubt.certificate_id)
    .subquery()
)
_PAGE = (
    select(
        Certificate.id,
        Certificate.member_id,
        Member.name,
        Member.member_no,
        CertificateCheck.number,
        CertificateDoubt.at,
    )
    .select_from(_FIRST)
    .join(CertificateDoubt, CertificateDoubt.id == _FIRST.c.first)
    .join(Certificate, Certificate.id == _FIRST.c.certificate_id)
    .join(Member, Member.id == Certificate.member_id)
    .outerjoin(CertificateCheck, CertificateCheck.certificate_id == Certificate.id)
    .order_by(_FIRST.c.first)
    .offset(bindparam("skip"))
    .limit(bindparam("most"))
)


def waiting(session: Session) -> Backlog:
    """How many certificates wait for an officer, and since when the first one does."""
    return Backlog.of(session.execute(_WAITING).one())


def queue(session: Session, number: int, most: int) -> Queue[DoubtLine]:
    """A page of them, the one that waits for the longest time first, each with what changed."""
    shown: Queue[DoubtLine] = Queue.page(waiting(session).number, number, most)
    found = session.execute(_PAGE, {"skip": shown.before, "most": most}).all()
    return shown.with_lines(
        DoubtLine(row.id, row.member_id, row.name, row.member_no, row.number or "", row.at, changes(session, row.id))
        for row in found
    )


def next_one(session: Session) -> int | None:
    """The certificate that waits for the longest time."""
    return next((row.id for row in session.execute(_PAGE, {"skip": 0, "most": 1})), None)


def unseen(session: Session, most: int) -> Sequence[int]:
    """Certificates of which something was not looked at yet; one may stand here several times."""
    return session.execute(_NEW, {"most": most}).scalars().all()


def look(session: Session, certificate_ids: Iterable[int], at: datetime) -> int:
    """Look whether these show what changed; what they don't show is settled. Returns how many rows were looked at."""
    return sum(_look(session, one, at) for one in dict.fromkeys(certificate_ids))


def changes(session: Session, certificate_id: int) -> tuple[Change, ...]:
    """What waits of this certificate, the first change first. Empty if it shows nothing of it."""
    return tuple(change for _, change in _changes(session, certificate_id) if change is not None)


def settle(session: Session, certificate_id: int, verdict: Verdict, by_id: int, at: datetime) -> int:
    """Settle all that waits of this certificate; returns how much that was."""
    of_it = _SETTLE.where(_DOUBTS.c.certificate_id == certificate_id)
    return rows(session.execute(of_it.values(settled_at=at, verdict=verdict.value, by_id=by_id)))


def _look(session: Session, certificate_id: int, at: datetime) -> int:
    found = _changes(session, certificate_id)
    shown = [row.id for row, change in found if change is not None]
    session.execute(_CONFIRM, {"ids": shown, "now": at})
    gone = [row.id for row, change in found if change is None]
    nothing = {"settled_at": at, "verdict": Verdict.NOTHING.value}
    session.execute(_SETTLE.where(_DOUBTS.c.id.in_(gone)).values(nothing))
    return len(found)


def _changes(session: Session, certificate_id: int) -> list[tuple[Any, Change | None]]:
    """The rows that wait, each with what it means by the record of now: None if the certificate shows nothing of it."""
    waits = session.execute(_OF, {"certificate": certificate_id}).all()
    if not waits:
        return []
    row = session.execute(_FACTS, {"certificate": certificate_id}).one()
    facts = frozen.read(row.facts)
    if facts is None or ends.last(session, certificate_id) is not None:
        return [(one, None) for one in waits]
    now = Particulars(row.name, row.registry_no, row.member_no)
    every: list[tuple[Any, Change | None]] = []
    for one in waits:
        kind = Kind(one.kind)
        if kind is not Kind.CREDIT:
            every.append((one, doubts.of_member(kind, facts, now, one.at)))
            continue
        listed = doubts.shows(facts, one.earned_on, one.code, wordings.ways(session, one.title))
        every.append((one, Change(kind, one.title, one.reason or "", one.at, one.earned_on) if listed else None))
    return every
