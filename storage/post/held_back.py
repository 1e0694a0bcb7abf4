"""Letters of many that wait until all of their causes are on record: written with the cause, and due at the end.

If nobody ever brings the work to its end, they are due a day later all the same: what they tell is true.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import Table, bindparam, delete, update
from sqlalchemy.orm import Session

from content.keys.letter import LetterKey
from storage.engine.statements import rows
from storage.post import letters
from storage.tables import Letter

HELD_BACK = timedelta(days=1)
SLOT = "1"
_LETTERS = cast(Table, Letter.__table__)
_WAITS = (
    (_LETTERS.c.member_id == bindparam("its_member"))
    & (_LETTERS.c.kind == bindparam("its_kind"))
    & (_LETTERS.c.subject == bindparam("its_subject"))
    & (_LETTERS.c.slot == bindparam("its_slot"))
    & (_LETTERS.c.state == "waiting")
)
_LET_GO = update(_LETTERS).where(_WAITS, _LETTERS.c.due_at > bindparam("at")).values(due_at=bindparam("at"))
_DROP = delete(_LETTERS).where(_WAITS, _LETTERS.c.parts_sent == 0)


def put(session: Session, member_id: int, key: LetterKey, at: datetime) -> bool:
    """Write a letter that is held back. False if the member has a letter of this key already."""
    return letters.put(session, member_id=member_id, key=key, slot=SLOT, at=at, due_at=at + HELD_BACK)


def let_go(session: Session, some: Sequence[tuple[int, LetterKey]], at: datetime) -> None:
    """These are due now, unless they were before."""
    if some:
        session.execute(_LET_GO, [_of(member, key) | {"at": at} for member, key in some])
    for member, _ in some:
        letters.note(session, member, at_once=True)


def drop(session: Session, member_id: int, key: LetterKey) -> bool:
    """Remove it if it waits still, held back or for the next moment to be sent: nobody has read it. False if not."""
    return rows(session.execute(_DROP, _of(member_id, key))) == 1


def _of(member_id: int, key: LetterKey) -> dict[str, object]:
    return {"its_member": member_id, "its_kind": key.kind, "its_subject": key.pack(), "its_slot": SLOT}
