"""Checks at the start whether this process was given every data key that the record is sealed under.

With a key too few nobody would be recognised: a member's first word would make a second chat, an import a second
member, and new rows would be sealed under a key that the others don't have. So such a start is refused before
anything is written. The record notes each key that has stood first (`DataKey`). A record of an earlier version has no
such note: then the marks before its sealed values tell the keys.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from storage.engine.cipher import Cipher
from storage.engine.statements import insert_new, run
from storage.privacy import seals
from storage.tables import DataKey

_NOTED = select(DataKey.mark, DataKey.fingerprint, DataKey.replaced_at).order_by(DataKey.added_at, DataKey.mark)
_NEW = insert_new(DataKey)
_IN_USE = select(DataKey.mark).where(DataKey.replaced_at.is_(None)).order_by(DataKey.added_at, DataKey.mark)


def faults(session: Session, cipher: Cipher) -> Sequence[str]:
    """What is wrong with the keys of this process, each fault in a line that names the key by its mark."""
    noted, given = session.execute(_NOTED).all(), cipher.fingerprints
    wanted = {row.mark: row.fingerprint for row in noted if row.replaced_at is None}
    if not wanted:
        wanted = {key: given.get(key, "") for key in sorted(seals.keys(session, cipher))}
    missing = [mark for mark, fingerprint in wanted.items() if given.get(mark) != fingerprint]
    if missing and not seals.keys(session, cipher):
        return []  # nothing is sealed yet, so any key is right
    if missing and len(missing) == len(wanted):
        return [f"DATA_KEY: this database was written with another key ({', '.join(missing)}): give that one"]
    if missing:
        return [f"DATA_KEY: the key {mark} is missing, which this database needs, too: add it" for mark in missing]
    first = cipher.marks[0]
    if first not in wanted and first in {row.mark for row in noted}:
        return [f"DATA_KEY: the key {first} was replaced: begin with {', '.join(wanted)}"]
    return []


def note(session: Session, cipher: Cipher, at: datetime) -> None:
    """Note the keys that the record is sealed under, and the first key of this process, before it seals anything.

    Call it only if `faults` found none.
    """
    sealed = seals.keys(session, cipher)
    if not sealed:
        session.execute(delete(DataKey))
    noted = set(session.execute(select(DataKey.mark)).scalars())
    for mark in {cipher.marks[0], *sealed} - noted:
        run(session, _NEW, {"mark": mark, "fingerprint": cipher.fingerprints[mark], "added_at": at})


def replace(session: Session, cipher: Cipher, at: datetime) -> Sequence[str]:
    """Note that nothing is left under the other keys that this process was given; returns their names."""
    former = [mark for mark in session.execute(_IN_USE).scalars() if mark in cipher.marks[1:]]
    session.execute(update(DataKey).where(DataKey.mark.in_(former)).values(replaced_at=at))
    return former


def is_noted(session: Session, cipher: Cipher) -> bool:
    """Whether the first key of this process is noted."""
    return cipher.marks[0] in set(session.execute(select(DataKey.mark)).scalars())
