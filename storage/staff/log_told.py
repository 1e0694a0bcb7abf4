"""What the log says of one person, to be told to this person."""

from collections.abc import Sequence

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.privacy.disclosed import Row
from storage.engine.cipher import Cipher
from storage.staff import log_keys
from storage.staff.log import body_of
from storage.tables import StaffAct

_ON = (
    select(StaffAct.number, StaffAct.at, StaffAct.act, StaffAct.body)
    .where(StaffAct.member_id == bindparam("member"))
    .order_by(StaffAct.number)
)


def told(session: Session, cipher: Cipher, member_id: int) -> Sequence[Row]:
    """Every act on this member: when, what, and with which reason, before and after. A body that can't be opened is
    None.
    """
    key = log_keys.one(session, cipher, member_id)
    return [
        {"number": row.number, "at": row.at, "act": row.act, "body": body_of(key, row.number, bytes(row.body))}
        for row in session.execute(_ON, {"member": member_id})
    ]
