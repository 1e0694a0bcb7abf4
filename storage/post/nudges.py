"""Reminders that a member has been sent, and the wish to be sent one again tomorrow."""

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import Table, bindparam, select
from sqlalchemy.orm import Session

from content.keys import letter as keys
from content.keys.letter import BadSubject, LetterKey, NoSuchLetter, Rank
from content.rules import day_of
from content.values import Reminder
from storage.post import letters
from storage.tables import Letter as LetterRow

AGAIN = "+"
"""Stands in a slot between that of the first letter and the day on which it comes again."""
_L = cast(Table, LetterRow.__table__).c
_OWN = select(_L.kind, _L.subject, _L.slot).where(
    _L.id == bindparam("number"), _L.member_id == bindparam("member"), _L.rank == int(Rank.NUDGE)
)


@dataclass(frozen=True)
class Nudge:
    """A reminder that was sent: what it is about, and the slot of the first letter about it."""

    key: LetterKey
    reminder: Reminder
    slot: str


def first_slot(slot: str) -> str:
    """The slot of the first letter, of its own or of one that comes again."""
    return slot.partition(AGAIN)[0]


def own(session: Session, member_id: int, number: int) -> Nudge | None:
    """The reminder with this number, if it is the member's, and this version has such reminders."""
    row = session.execute(_OWN, {"number": number, "member": member_id}).one_or_none()
    if row is None:
        return None
    try:
        key = keys.unpack(row.kind, row.subject)
    except (NoSuchLetter, BadSubject):
        return None
    return None if key.nudge is None else Nudge(key, key.nudge, first_slot(row.slot))


def again(session: Session, member_id: int, nudge: Nudge, at: datetime, now: datetime) -> bool:
    """Queue it once more for this moment; False if it is queued for that day already."""
    slot = f"{nudge.slot}{AGAIN}{day_of(at)}"
    return letters.put(session, member_id=member_id, key=nudge.key, slot=slot, at=now, due_at=at)
