"""Reminders of broadcasts, each of which a member asked for. A reminder is a waiting letter and has no other row."""

from collections.abc import Sequence
from datetime import datetime
from typing import cast

from sqlalchemy import Table, bindparam, func, select, update
from sqlalchemy.orm import Session

from content.keys.letters import BroadcastSoon
from storage.engine.statements import rows
from storage.post import letters
from storage.post.letters import Letter
from storage.tables import Letter as LetterRow

_TO_COME = ("waiting", "claimed", "sending")
# A claimed one may still be taken back: `stands` is asked before it is sent. One that is being sent may not: if it were
# asked for again before Telegram has answered, it would come twice.
_NOT_BEGUN = ("waiting", "claimed")
_BACK = "taken back"
_LETTERS = cast(Table, LetterRow.__table__).c
_MINE = select(_LETTERS.subject).where(
    _LETTERS.member_id == bindparam("member"), _LETTERS.kind == BroadcastSoon.kind, _LETTERS.state.in_(_TO_COME)
)
_EVER = select(func.count()).where(
    _LETTERS.member_id == bindparam("member"),
    _LETTERS.kind == BroadcastSoon.kind,
    _LETTERS.subject == bindparam("about"),
)
_STATE = select(_LETTERS.state).where(_LETTERS.id == bindparam("letter"))
_TAKE_BACK = (
    update(cast(Table, LetterRow.__table__))
    .where(_LETTERS.member_id == bindparam("member"), _LETTERS.kind == BroadcastSoon.kind)
    .where(_LETTERS.subject == bindparam("about"), _LETTERS.state.in_(_NOT_BEGUN))
    .values(state="dropped", settled_at=bindparam("at"), outcome=_BACK, claimed_until=None)
)
_LAST_TAKEN_BACK = select(func.max(_LETTERS.id)).where(
    _LETTERS.member_id == bindparam("member"),
    _LETTERS.kind == BroadcastSoon.kind,
    _LETTERS.subject == bindparam("about"),
    _LETTERS.state == "dropped",
    _LETTERS.outcome == _BACK,
)
_AGAIN = (
    update(cast(Table, LetterRow.__table__))
    .where(_LETTERS.id == _LAST_TAKEN_BACK.scalar_subquery())
    .values(state="waiting", written_at=bindparam("at"), due_at=bindparam("due"), tries=0)
    .values(settled_at=None, outcome=None)
)


def asked(session: Session, member_id: int) -> frozenset[int]:
    """The broadcasts of which the member still gets a reminder."""
    found: Sequence[str] = session.execute(_MINE, {"member": member_id}).scalars().all()
    return frozenset(BroadcastSoon.unpack(subject).broadcast for subject in found)


def ask(session: Session, member_id: int, broadcast_id: int, due_at: datetime, at: datetime) -> bool:
    """Queue a reminder; False if one waits already. One that was taken back waits again in its own row, so that asking
    and taking back adds no row. After one that was sent there is another: a slot is never used twice.
    """
    if broadcast_id in asked(session, member_id):
        return False
    key = BroadcastSoon(broadcast_id)
    about = {"member": member_id, "about": key.pack()}
    if rows(session.execute(_AGAIN, about | {"at": at, "due": due_at})):
        letters.note(session, member_id, at_once=False)
        return True
    slot = str(session.execute(_EVER, about).scalar_one() + 1)
    return letters.put(session, member_id=member_id, key=key, slot=slot, at=at, due_at=due_at)


def take_back(session: Session, member_id: int, broadcast_id: int, at: datetime) -> bool:
    """Drop the reminder; False if no reminder was waiting, or it is just being sent."""
    values = {"member": member_id, "about": BroadcastSoon(broadcast_id).pack(), "at": at}
    return rows(session.execute(_TAKE_BACK, values)) > 0


def stands(session: Session, letter: Letter[BroadcastSoon]) -> bool:
    """Whether a claimed reminder is still wanted, that is, not taken back since it was claimed."""
    state: str = session.execute(_STATE, {"letter": letter.id}).scalar_one()
    return state == "claimed"
