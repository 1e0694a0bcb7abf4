"""Whom an activation code lets in, together with the birth date."""

import hmac
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.access import passwords
from content.activating.batch import State
from storage.activating.batches import UNLINKED
from storage.activating.hashing import hashed
from storage.tables import Activation, ActivationCode, Member

_OF = (
    select(ActivationCode.member_id, ActivationCode.until, Member.birth_date)
    .join(Member, Member.id == ActivationCode.member_id)
    .join(Activation, Activation.id == ActivationCode.activation_id)
    .where(ActivationCode.code_hash == bindparam("hash"), Activation.state != State.VOID.value, *UNLINKED)
)
NOBODY = (0, "0000000000")


@dataclass(frozen=True)
class Entry:
    """Who comes in by a code and a birth date. `member` is 0 if nobody does: they don't belong together, or the code is
    void.
    """

    member: int


def entry(session: Session, code: str, birth: str, now: datetime) -> Entry:
    """Who comes in. An unknown code and a wrong date go the same way: something is compared in both cases."""
    row = session.execute(_OF, {"hash": hashed(code)}).one_or_none()
    member, expected = NOBODY
    if row is not None and now < row.until:
        member, expected = row.member_id, passwords.initial(date.fromisoformat(row.birth_date))
    typed = passwords.as_digits(birth)
    short = typed[2:] if len(typed) == len(expected) + 2 else typed  # 1972-02-04 is the same day as 72-02-04
    return Entry(member if hmac.compare_digest(expected.encode(), short.encode()) else 0)
