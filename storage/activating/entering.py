"""Whom an activation code lets in, together with the birth date. A code is named by its hash alone."""

import hmac
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.access import passwords
from content.activating import code as codes
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
_KNOWN = select(ActivationCode.member_id).where(ActivationCode.code_hash == bindparam("hash"))
_ANY = select(Activation.id).where(Activation.made > 0).limit(1)
NOBODY = (0, "0000000000")


@dataclass(frozen=True)
class Entry:
    """Who comes in by a code and a birth date. `member` is 0 if nobody does: they don't belong together, or the code is
    void.
    """

    member: int


def entry(session: Session, code_hash: str, birth: str, now: datetime) -> Entry:
    """Who comes in. An unknown code and a wrong date go the same way: something is compared in both cases."""
    row = session.execute(_OF, {"hash": code_hash}).one_or_none()
    member, expected = NOBODY
    if row is not None and now < row.until:
        member, expected = row.member_id, passwords.initial(date.fromisoformat(row.birth_date))
    typed = passwords.as_digits(birth)
    short = typed[2:] if len(typed) == len(expected) + 2 else typed  # 1972-02-04 is the same day as 72-02-04
    return Entry(member if hmac.compare_digest(expected.encode(), short.encode()) else 0)


def stands(session: Session, code_hash: str, member: int, now: datetime) -> bool:
    """Whether this code of the member's still lets in: it may have become void since the birth date was given."""
    row = session.execute(_OF, {"hash": code_hash}).one_or_none()
    return row is not None and row.member_id == member and now < row.until


def is_known(session: Session, text: str) -> bool:
    """Whether a text is a code that is in somebody's letter, good or not."""
    try:
        code = codes.read(text)
    except codes.Mistyped:
        return False
    return code is not None and session.execute(_KNOWN, {"hash": hashed(code)}).first() is not None


def are_any(session: Session) -> bool:
    """Whether letters were made for anybody."""
    return session.execute(_ANY).first() is not None
