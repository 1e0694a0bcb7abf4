"""What a member has noted of papers that this record does not hold; no row means nothing."""

from datetime import date

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from content.credits.noted import Noted
from storage import tables
from storage.engine.statements import insert_new, run

_ROW = tables.Noted
_GET = select(_ROW.filings, _ROW.filed_on, _ROW.certified_on).where(_ROW.member_id == bindparam("member"))
_NEW = insert_new(_ROW)
_OWN = update(_ROW).where(_ROW.member_id == bindparam("member"))
_FILED = _OWN.values(filings=bindparam("number"), filed_on=bindparam("day"))
_CERTIFIED = _OWN.values(certified_on=bindparam("day"))


def get(session: Session, member_id: int) -> Noted:
    row = session.execute(_GET, {"member": member_id}).one_or_none()
    return Noted() if row is None else Noted(row.filings, row.filed_on, row.certified_on)


def file(session: Session, member_id: int, filings: int | None, filed_on: date | None = None) -> None:
    """How often it was filed and when last; None takes the note back."""
    if not run(session, _NEW, {"member_id": member_id, "filings": filings, "filed_on": filed_on}):
        session.execute(_FILED, {"member": member_id, "number": filings, "day": filed_on})


def certify(session: Session, member_id: int, issued_on: date | None) -> None:
    """The day of issue of the last 認定証; None takes the note back."""
    if not run(session, _NEW, {"member_id": member_id, "certified_on": issued_on}):
        session.execute(_CERTIFIED, {"member": member_id, "day": issued_on})
