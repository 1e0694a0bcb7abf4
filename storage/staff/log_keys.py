"""The keys of members, for reading the log: a key that is no key of ours opens nothing, and stops nobody."""

from collections.abc import Mapping

from sqlalchemy import text
from sqlalchemy.orm import Session

from storage.engine.cipher import Cipher, Unreadable

# in plain SQL, because the type of the column raises for what is no key of ours
_EVERY = text("SELECT member_id, key FROM member_keys ORDER BY member_id")
_ONE = text("SELECT key FROM member_keys WHERE member_id = :member")


def every(session: Session, cipher: Cipher) -> Mapping[int, bytes]:
    """The key of each member who has one; empty for one that the data key does not open."""
    return {member: _opened(cipher, member, sealed) for member, sealed in session.execute(_EVERY)}


def one(session: Session, cipher: Cipher, member: int) -> bytes:
    """The key of this member; empty if there is none, or if the data key does not open it."""
    return _opened(cipher, member, session.execute(_ONE, {"member": member}).scalar_one_or_none())


def _opened(cipher: Cipher, member: int, sealed: object) -> bytes:
    try:
        return cipher.open(bytes(sealed), "member_keys.key", member) if isinstance(sealed, bytes | memoryview) else b""
    except Unreadable:
        return b""
