"""Letters: whatever must reach a member unasked, written in the transaction that causes it, sent once.

A letter is claimed in one transaction, sent with none open, and settled in another. A process that dies in between
leaves a claim that runs out: a letter that may well arrive twice is then sent again, another is put down as unknown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, or_, select, update
from sqlalchemy.orm import Session

from storage.engine.statements import insert_new, run
from storage.tables import Letter as LetterRow

CLAIM = timedelta(minutes=2)
_PUT = insert_new(LetterRow)


@dataclass(frozen=True)
class Letter:
    """A claimed letter. `chat_id` is set only where it goes to a chat that is no longer the member's."""

    id: int
    member_id: int
    chat_id: int | None
    kind: str
    subject: str
    slot: str
    tries: int
    due_at: datetime


def put(
    session: Session,
    *,
    member_id: int,
    kind: str,
    subject: str,
    slot: str,
    at: datetime,
    due_at: datetime | None = None,
    chat_id: int | None = None,
) -> bool:
    """Queue a letter for `due_at` (default: now). False if the one of this (member, kind, subject, slot) exists."""
    values = {
        "member_id": member_id,
        "chat_id": chat_id,
        "kind": kind,
        "subject": subject,
        "slot": slot,
        "written_at": at,
        "due_at": due_at or at,
        "state": "waiting",
    }
    return run(session, _PUT, values) == 1


def claim(session: Session, now: datetime, *, at_most_once: Sequence[str], limit: int = 20) -> Sequence[Letter]:
    """The next letters that are due, oldest first, now ours for two minutes.

    `at_most_once` names the kinds of which one whose sending was cut off is not sent again.
    """
    _give_up_unknown(session, now, at_most_once)
    due = or_(
        LetterRow.state == "waiting",
        and_(LetterRow.state == "claimed", LetterRow.claimed_until < now),
    )
    rows = session.execute(
        select(LetterRow)
        .where(due, LetterRow.due_at <= now)
        .order_by(LetterRow.due_at, LetterRow.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    ).scalars()
    return [_claimed(row, now) for row in rows]


def settle(
    session: Session, letter_id: int, state: str, at: datetime, *, message_id: int | None = None, outcome: str = ""
) -> None:
    """Put down how a claimed letter ended: sent, dropped, failed or unknown, and why."""
    session.execute(
        update(LetterRow)
        .where(LetterRow.id == letter_id)
        .values(state=state, settled_at=at, message_id=message_id, outcome=outcome, claimed_until=None)
    )


def postpone(session: Session, letter_id: int, due_at: datetime, outcome: str) -> None:
    """Put a claimed letter back for later: quiet hours, or a passing failure. What was taken back stays so."""
    session.execute(
        update(LetterRow)
        .where(LetterRow.id == letter_id, LetterRow.state == "claimed")
        .values(state="waiting", due_at=due_at, claimed_until=None, outcome=outcome)
    )


def next_due(session: Session) -> datetime | None:
    """When the earliest waiting letter is due."""
    return session.execute(
        select(LetterRow.due_at).where(LetterRow.state == "waiting").order_by(LetterRow.due_at).limit(1)
    ).scalar()


def _give_up_unknown(session: Session, now: datetime, kinds: Sequence[str]) -> None:
    session.execute(
        update(LetterRow)
        .where(LetterRow.state == "claimed", LetterRow.claimed_until < now, LetterRow.kind.in_(kinds))
        .values(state="unknown", settled_at=now, outcome="cut off while sending", claimed_until=None)
    )


def _claimed(row: LetterRow, now: datetime) -> Letter:
    row.state, row.claimed_until, row.tries = "claimed", now + CLAIM, row.tries + 1
    return Letter(row.id, row.member_id, row.chat_id, row.kind, row.subject, row.slot, row.tries, row.due_at)
