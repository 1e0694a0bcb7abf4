"""The keys that prove the chain of the log: of each data key that is given, and of those that were replaced.

An act is never written anew, so its mac stays under the key of then. When a data key is replaced, the key of the log
that was derived from it is kept, sealed under the new one, and proves the acts up to that moment and no later one.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import cast

from sqlalchemy import Table, bindparam, func, select, update
from sqlalchemy.orm import Session

from storage.engine.cipher import Cipher
from storage.engine.statements import insert_row
from storage.staff.log import PURPOSE
from storage.tables import LogKey, StaffAct

_KEPT = cast(Table, LogKey.__table__).c
_EVERY = select(LogKey.key, LogKey.last)
_LAST = select(func.coalesce(func.max(StaffAct.number), 0))
_RENEW = (
    update(cast(Table, LogKey.__table__))
    .where(_KEPT.mark == bindparam("of"))
    .values(last=bindparam("number"), kept_at=bindparam("at"))
)


def every(session: Session, cipher: Cipher) -> Callable[[int], Sequence[bytes]]:
    """The keys that may have proved the act with a number."""
    given = cipher.derive_each(PURPOSE)
    kept = [(row.key, row.last) for row in session.execute(_EVERY)]
    return lambda number: (*given, *(key for key, last in kept if number <= last))


def keep(session: Session, cipher: Cipher, at: datetime) -> None:
    """Keep the keys that the given former data keys have for the log: they prove the acts that are there now."""
    last = session.execute(_LAST).scalar_one()
    known = set(session.execute(select(LogKey.mark)).scalars())
    for mark, key in list(zip(cipher.marks, cipher.derive_each(PURPOSE), strict=True))[1:]:
        if mark in known:
            session.execute(_RENEW, {"of": mark, "number": last, "at": at})
        else:
            insert_row(session, LogKey, {"mark": mark, "key": key, "last": last, "kept_at": at})
