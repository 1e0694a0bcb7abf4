"""Reminders: of a member at most one message a day is sent of them, which may hold several. What became of them, and
the wish to be sent one again tomorrow.

Reminders that go in one message are taken and settled together, so they have one moment in `settled_at`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Table, bindparam, func, or_, select, update
from sqlalchemy.orm import Session

from content.hours import Hours
from content.keys import letter as keys
from content.keys.letter import BadSubject, LetterKey, NoSuchLetter, Rank
from content.rules import day_of
from content.values import Reminder
from storage.post import letters
from storage.post.letters import Letter
from storage.tables import Letter as LetterRow
from storage.tables import Member

AGAIN = "+"
"""Stands in a slot between that of the first letter and the day on which it comes again."""
MOST = 8
"""So many reminders go in one message; the others wait for the next day."""
_TABLE = cast(Table, LetterRow.__table__)
_L = _TABLE.c
# A sum, so that no database looks by the rank: a reminder to everybody may be due, and the member has few letters.
_OF_MEMBER = (_L.member_id == bindparam("member"), _L.rank + 0 == int(Rank.NUDGE))
_SENT = _L.state.in_(("sent", "unknown"))
_NOT_BEGUN = _L.state.in_(("waiting", "claimed"))
_HOLD = select(Member.id).where(Member.id == bindparam("member")).with_for_update(key_share=True)
_HAD = (
    select(_L.id)
    .where(
        *_OF_MEMBER, or_(_L.state == "sending", _SENT & (_L.settled_at >= bindparam("since", type_=_L.settled_at.type)))
    )
    .limit(1)
)
_OTHERS = (
    select(_L.id, _L.member_id, _L.chat_id, _L.kind, _L.subject, _L.slot, _L.tries, _L.due_at, _L.parts_sent)
    .where(*_OF_MEMBER, _NOT_BEGUN, _L.id != bindparam("but"), _L.due_at < bindparam("before", type_=_L.due_at.type))
    .order_by(_L.due_at, _L.id)
    .limit(MOST - 1)
)
_JOIN = (
    update(_TABLE)
    .where(_L.id.in_(bindparam("these", expanding=True)), _NOT_BEGUN)
    .values(state="sending", claimed_until=bindparam("until"), tries=_L.tries + 1)
)
_ONE = select(_L.kind, _L.subject, _L.slot, _L.state, _L.settled_at, _L.claimed_until).where(
    *_OF_MEMBER, _L.id == bindparam("number")
)
_TOGETHER = (
    select(_L.kind, _L.subject, _L.slot)
    .where(*_OF_MEMBER, _SENT, _L.settled_at == bindparam("at", type_=_L.settled_at.type))
    .order_by(_L.due_at, _L.id)
)
_LAST = select(func.max(_L.settled_at)).where(*_OF_MEMBER, _SENT)
_WAITING = (
    select(_L.id, _L.kind, _L.subject, _L.slot, _L.due_at).where(*_OF_MEMBER, _NOT_BEGUN).order_by(_L.due_at, _L.id)
)
_MOVE = update(_TABLE).where(_L.id == bindparam("number"), _L.state == "waiting").values(due_at=bindparam("at"))
_ON_THEIR_WAY = (
    select(_L.kind, _L.subject, _L.slot)
    .where(*_OF_MEMBER, _L.state == "sending", _L.claimed_until == bindparam("at", type_=_L.claimed_until.type))
    .order_by(_L.due_at, _L.id)
)


@dataclass(frozen=True)
class Nudge:
    """A reminder that was sent: what it is about, and the slot of the first letter about it."""

    key: LetterKey
    reminder: Reminder
    slot: str


@dataclass(frozen=True)
class Sent:
    """Reminders that were sent in one message."""

    at: datetime
    nudges: Sequence[Nudge]


@dataclass(frozen=True)
class Waiting:
    """A reminder that waits until then."""

    reminder: Reminder
    due_at: datetime


def first_slot(slot: str) -> str:
    """The slot of the first letter, of its own or of one that comes again."""
    return slot.partition(AGAIN)[0]


def hold(session: Session, member_id: int) -> None:
    """Let nobody else send this member reminders until the transaction ends."""
    session.execute(_HOLD, {"member": member_id})


def had_one(session: Session, member_id: int, since: datetime) -> bool:
    """Whether a reminder was sent to the member since then, or may have been, or is on its way. What was sent after now
    counts too: the clock was set back.
    """
    return session.execute(_HAD, {"member": member_id, "since": since}).first() is not None


def others(session: Session, letter: Letter[Any], before: datetime) -> Sequence[Letter[Any]]:
    """The member's other reminders that are due before this moment and that nobody has begun to send."""
    about = {"member": letter.member_id, "but": letter.id, "before": before}
    return [letters.of_row(row, letter.claimed_until) for row in session.execute(_OTHERS, about)]


def begin_sending(
    session: Session, letter: Letter[Any], others: Sequence[Letter[Any]], now: datetime
) -> Letter[Any] | None:
    """Note that this reminder and the others are about to be sent in one message: see letters.begin_sending. If another
    process has claimed one of the others, its claim is over.
    """
    begun = letters.begin_sending(session, letter, now)
    if begun is None:
        return None
    until = begun.claimed_until
    if others:
        session.execute(_JOIN, {"these": [one.id for one in others], "until": until})
    return replace(begun, others=tuple(replace(one, claimed_until=until, begun=True) for one in others))


def own(session: Session, member_id: int, number: int) -> Sequence[Nudge]:
    """The reminder with this number and those in the same message, if it is the member's, and this version has such
    reminders; otherwise empty.
    """
    row = session.execute(_ONE, {"number": number, "member": member_id}).one_or_none()
    if row is None:
        return ()
    if row.state == "sending":
        found = session.execute(_ON_THEIR_WAY, {"member": member_id, "at": row.claimed_until}).all()
    else:
        found = session.execute(_TOGETHER, {"member": member_id, "at": row.settled_at}).all()
    return _read(found)


def again(session: Session, member_id: int, nudge: Nudge, at: datetime, now: datetime) -> bool:
    """Queue it once more for this moment; False if it is queued for that day already."""
    slot = f"{nudge.slot}{AGAIN}{day_of(at)}"
    return letters.put(session, member_id=member_id, key=nudge.key, slot=slot, at=now, due_at=at)


def move(session: Session, member_id: int, hours: Hours) -> None:
    """Let the reminders that wait come at these hours, each on its day."""
    for row in session.execute(_WAITING, {"member": member_id}).all():
        session.execute(_MOVE, {"number": row.id, "at": hours.nudge_at(day_of(row.due_at))})


def waiting(session: Session, member_id: int) -> Sequence[Waiting]:
    """The member's reminders that are queued and not sent."""
    found = session.execute(_WAITING, {"member": member_id}).all()
    return [Waiting(one.reminder, row.due_at) for row in found for one in _read([row])]


def last(session: Session, member_id: int) -> Sent | None:
    """The reminders that were sent last, in one message; None if none was."""
    at = session.execute(_LAST, {"member": member_id}).scalar_one()
    together = session.execute(_TOGETHER, {"member": member_id, "at": at}).all() if at else ()
    found = _read(together)
    return Sent(at, found) if found else None


def _read(found: Sequence[Any]) -> Sequence[Nudge]:
    """The letters that this version can read."""
    known: list[Nudge] = []
    for row in found:
        try:
            key = keys.unpack(row.kind, row.subject)
        except (NoSuchLetter, BadSubject):
            continue
        if key.nudge is not None:
            known.append(Nudge(key, key.nudge, first_slot(row.slot)))
    return known
