"""Letters that a person can ask for again and again: papers, files, new addresses. Each thing has one row."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Table, bindparam, delete, exists, func, literal, select
from sqlalchemy.orm import Session

from content.keys.letter import LetterKey
from storage.engine.statements import insert_unless, run
from storage.post import letters
from storage.post.waiting import OPEN
from storage.tables import Letter

ASKED = "asked"
"""The slot of these letters. Versions up to 0.4 gave each one a slot and a row of its own."""
_OF_KEY = (
    Letter.member_id == bindparam("member"),
    Letter.kind == bindparam("its_kind"),
    Letter.subject == bindparam("about"),
)
_TABLE = cast(Table, Letter.__table__)
_WAITS: Mapping[str, Any] = {
    "written_at": bindparam("at", type_=_TABLE.c.written_at.type),
    "due_at": bindparam("at", type_=_TABLE.c.due_at.type),
    "state": literal("waiting"),
}
_ASK = insert_unless(
    Letter,
    {
        "member_id": bindparam("member", type_=_TABLE.c.member_id.type),
        "kind": bindparam("its_kind", type_=_TABLE.c.kind.type),
        "subject": bindparam("about", type_=_TABLE.c.subject.type),
        "slot": literal(ASKED),
        "rank": bindparam("its_rank", type_=_TABLE.c.rank.type),
        **_WAITS,
    },
    exists().where(*_OF_KEY, OPEN),
    unique=("member_id", "kind", "subject", "slot"),
    again={**_WAITS, "tries": 0, "settled_at": None, "message_id": None, "outcome": None, "parts_sent": 0},
    where=~OPEN,
)
"""A letter that is on its way, in whatever slot, need not be sent twice. One that has ended is due anew."""
_LAST_SENT = select(func.max(Letter.settled_at)).where(
    Letter.member_id == bindparam("member"), Letter.kind == bindparam("its_kind"), Letter.state == "sent"
)
_OF_SLOTS = (*_OF_KEY, Letter.slot.like(bindparam("these")))
_LATER = select(Letter.id).where(*_OF_SLOTS, Letter.slot >= bindparam("its_slot"))
_DROP = delete(Letter).where(*_OF_SLOTS, ~OPEN).execution_options(synchronize_session=False)


def ask(session: Session, *, member_id: int, key: LetterKey, at: datetime) -> bool:
    """Queue what the person asked for. False if one is on its way: then it need not be sent twice.

    What ended before is due anew in its own row, so however often a person asks, there is one row for each thing.
    """
    about = {"member": member_id, "its_kind": key.kind, "about": key.pack(), "its_rank": key.rank, "at": at}
    if not run(session, _ASK, about):
        return False
    letters.note(session, member_id, at_once=True)
    return True


def last_sent(session: Session, member_id: int, kind: type[LetterKey]) -> datetime | None:
    """When the person was last sent a letter of this kind; None if never."""
    return session.execute(_LAST_SENT, {"member": member_id, "its_kind": kind.kind}).scalar_one()


def renew(session: Session, *, member_id: int, key: LetterKey, slots: str, slot: str, at: datetime) -> bool:
    """Queue a letter of the row of `slots`, which begin alike and ascend; those before it that have ended are dropped.

    False if this slot or a later one has a letter.
    """
    about = {"member": member_id, "its_kind": key.kind, "about": key.pack(), "these": f"{slots}%", "its_slot": slot}
    if session.execute(_LATER, about).first() is not None:
        return False
    session.execute(_DROP, about)
    return letters.put(session, member_id=member_id, key=key, slot=slot, at=at)
