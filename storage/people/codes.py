"""One-time codes: given by staff in place of a password, good once, from a moment until another."""

import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.orm import Session

from content.access import passwords
from storage.engine.cipher import Cipher
from storage.people.members import Account
from storage.tables import Member

DIGITS = 8
_GIVE = (
    update(Member)
    .where(Member.id == bindparam("member"))
    .values(
        one_time_key=bindparam("code"),
        one_time_from=bindparam("starts"),
        one_time_until=bindparam("ends"),
        one_time_by=bindparam("by"),
    )
)
_OUT = select(Member.one_time_from, Member.one_time_until, Member.one_time_by).where(
    Member.id == bindparam("member"), Member.one_time_key.is_not(None)
)
_UNDER_OTHERS = select(func.count(), func.max(Member.one_time_until)).where(
    Member.one_time_key.not_like(bindparam("newest")), Member.one_time_until > bindparam("now")
)
# locked, so that a code is not used and disowned at the same moment. A letter is written on a connection that only
# reads, where nothing can be locked.
_HELD = _OUT.with_for_update(key_share=True)


@dataclass(frozen=True)
class Given:
    """A code that was given and not used: good from `starts` (at once, if there is none) until `until`."""

    starts: datetime | None
    until: datetime
    by: int | None


def give(
    session: Session,
    cipher: Cipher,
    member_id: int,
    until: datetime,
    *,
    starts: datetime | None = None,
    by: int | None = None,
) -> str:
    """A new code (8 digits) in place of any earlier one; only its keyed hash is kept."""
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    values = {"member": member_id, "code": _keys(cipher, member_id, code)[0], "starts": starts, "ends": until, "by": by}
    session.execute(_GIVE, values)
    return code


def given(session: Session, member_id: int, now: datetime) -> Given | None:
    """The code that is out for the member; None if it was used, is void, or has ended."""
    return _given(session.execute(_OUT, {"member": member_id}).one_or_none(), now)


def hold(session: Session, member_id: int, now: datetime) -> Given | None:
    """The same, locked until the transaction ends."""
    return _given(session.execute(_HELD, {"member": member_id}).one_or_none(), now)


def _given(row: Any, now: datetime) -> Given | None:
    if row is None or row.one_time_until is None or row.one_time_until <= now:
        return None
    return Given(row.one_time_from, row.one_time_until, row.one_time_by)


def void(session: Session, member_id: int) -> None:
    """The code that is out is no longer good."""
    values = {"member": member_id, "code": None, "starts": None, "ends": None, "by": None}
    session.execute(_GIVE, values)


def is_good(account: Account, cipher: Cipher, typed: str, now: datetime) -> bool:
    """Whether this is the one-time code that staff gave, and good now."""
    return _is_it(account, cipher, typed, now) and not is_early(account, cipher, typed, now)


def is_early(account: Account, cipher: Cipher, typed: str, now: datetime) -> bool:
    """Whether this is the code, before it is good."""
    early = account.code_from is not None and now < account.code_from
    return early and _is_it(account, cipher, typed, now)


def under_others(session: Session, cipher: Cipher, now: datetime) -> tuple[int, datetime]:
    """How many codes are out whose keyed hash is under another key than the first, and until when the last is good."""
    values = {"newest": f"{cipher.marks[0]}.%", "now": now}
    number, until = session.execute(_UNDER_OTHERS, values).one()
    return number, until or now


def _keys(cipher: Cipher, member_id: int, typed: str) -> Sequence[str]:
    """The keyed hashes of a code, under the newest data key first."""
    return cipher.finds(f"{member_id}:{passwords.as_digits(typed)}", "members.one_time_key")


def _is_it(account: Account, cipher: Cipher, typed: str, now: datetime) -> bool:
    out = account.code_until is not None and now < account.code_until
    keys = _keys(cipher, account.id, typed)
    return out and any(hmac.compare_digest(account.code_key.encode(), key.encode()) for key in keys)
