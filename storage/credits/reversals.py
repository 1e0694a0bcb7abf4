"""Takes a credit back, in both ledgers, by rows of the same day. A grant is taken back once, whoever tries."""

from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.credits.credit import By
from storage.credits import common as common_ledger
from storage.credits.writing import new_row
from storage.engine.base import in_row
from storage.engine.statements import insert_new, run
from storage.tables import Credit

_NEW = insert_new(Credit)
_GRANTED = select(Credit.id).where(
    Credit.id == bindparam("grant"), Credit.member_id == bindparam("member"), Credit.sign == 1
)
_OF_CONTENT = select(Credit.grant_no, Credit.sign, Credit.import_id, Credit.author_id).where(
    Credit.member_id == bindparam("member"), Credit.source == bindparam("source"), Credit.sample == bindparam("sample")
)
_KEPT = (
    "member_id",
    "kind",
    "source",
    "grant_no",
    "code",
    "title",
    "organiser",
    "earned_on",
    "earned_at",
    "rule_version",
    "sample",
    "import_id",
    "certifiable",
)


def granted_to(session: Session, member_id: int, grant_id: int) -> bool:
    """Whether this row granted a credit to this member."""
    return session.execute(_GRANTED, {"member": member_id, "grant": grant_id}).first() is not None


def lost_own(session: Session, member_id: int, source: str, *, sample: bool = False) -> bool:
    """Whether staff reversed a credit of this content that an act of the member had brought. It stays so, whatever
    staff or an import write and take back later.
    """
    rows = session.execute(_OF_CONTENT, {"member": member_id, "source": source, "sample": sample}).all()
    own = {row.grant_no for row in rows if row.sign == 1 and row.import_id is None and row.author_id is None}
    return any(row.sign == -1 and row.grant_no in own for row in rows)


def take_back(session: Session, grant_id: int, by: By | None, at: datetime, import_id: int | None = None) -> bool:
    """Reverse the credit that this row granted. False if it is reversed already. Raises NoResultFound.

    `by` is None if nobody decided about this credit: the import that brought it is taken back. `import_id`: the file
    that granted it was stopped, which is no decision about it either.
    """
    grant = session.get_one(Credit, grant_id)
    same = {name: getattr(grant, name) for name in _KEPT}
    turned = {"sign": -1, "half_units": -grant.half_units, "reverses_id": grant.id}
    why = {"written_at": at, "reason": by and by.reason, "author_id": by and by.author_id}
    turned |= {} if import_id is None else {"import_id": import_id}
    if not run(session, _NEW, in_row(Credit, new_row(session), same | turned | why)):
        return False
    common_ledger.reverse(session, grant.member_id, grant.source, grant.grant_no, by=by, at=at)
    return True
