"""Letters that a person can ask for again and again: papers, files, new addresses. Each thing has one row."""

from datetime import datetime

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.orm import Session

from content.keys.letter import LetterKey
from storage.engine.statements import rows
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
_ON_ITS_WAY = select(Letter.id).where(*_OF_KEY, OPEN)
_AGAIN = (
    update(Letter)
    .where(*_OF_KEY, Letter.slot == ASKED, ~OPEN)
    .values(
        state="waiting",
        written_at=bindparam("at"),
        due_at=bindparam("at"),
        tries=0,
        settled_at=None,
        message_id=None,
        outcome=None,
    )
    .execution_options(synchronize_session=False)
)
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
    about = {"member": member_id, "its_kind": key.kind, "about": key.pack()}
    if session.execute(_ON_ITS_WAY, about).first() is not None:
        return False
    if not rows(session.execute(_AGAIN, about | {"at": at})):
        return letters.put(session, member_id=member_id, key=key, slot=ASKED, at=at)
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
