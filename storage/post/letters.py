"""Letters: everything that must reach a member unasked. A letter is written by the transaction that causes it, and sent
once.

A letter is claimed in one transaction, sent outside any transaction, and settled in another one. If the process dies in
between, the claim runs out. A letter whose key says that it may arrive twice is then sent again; any other becomes
"unknown", since it may have been sent.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar

from sqlalchemy import and_, or_, select, update
from sqlalchemy.orm import Session

from content import letter
from content.letter import BadSubject, LetterKey, NoSuchLetter
from storage.engine.statements import insert_new, run
from storage.tables import Letter as LetterRow

CLAIM = timedelta(minutes=2)
_PUT = insert_new(LetterRow)
K = TypeVar("K")


@dataclass(frozen=True)
class Unread:
    """The key of a row that this version can't read. `known`: only the subject is unreadable, which is a fault."""

    kind: str
    subject: str
    known: bool

    def pack(self) -> str:
        return self.subject


@dataclass(frozen=True)
class Letter(Generic[K]):
    """A claimed letter. `chat_id` is set only if the letter goes to a chat that is no longer the member's."""

    id: int
    member_id: int
    chat_id: int | None
    key: K
    slot: str
    tries: int
    due_at: datetime

    @property
    def kind(self) -> str:
        return self._row_key.kind

    @property
    def subject(self) -> str:
        return self._row_key.pack()

    @property
    def _row_key(self) -> LetterKey | Unread:
        key: Any = self.key
        found: LetterKey | Unread = key
        return found


def put(
    session: Session,
    *,
    member_id: int,
    key: LetterKey,
    slot: str,
    at: datetime,
    due_at: datetime | None = None,
    chat_id: int | None = None,
) -> bool:
    """Queue a letter for `due_at` (default: `at`). False if this (member, key, slot) has a letter already."""
    values = {
        "member_id": member_id,
        "chat_id": chat_id,
        "kind": key.kind,
        "subject": key.pack(),
        "slot": slot,
        "written_at": at,
        "due_at": due_at or at,
        "state": "waiting",
    }
    return run(session, _PUT, values) == 1


def claim(session: Session, now: datetime, *, limit: int = 20) -> Sequence[Letter[Any]]:
    """Claim the next due letters for two minutes, the oldest first. The key of an unreadable row is `Unread`."""
    # before the claim: these letters may have been sent, and the query below would claim them again
    _give_up_unknown(session, now, [kind for kind, key in letter.kinds().items() if not key.again])
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
    """Record how a claimed letter ended (sent, dropped, failed or unknown), and why."""
    session.execute(
        update(LetterRow)
        .where(LetterRow.id == letter_id)
        .values(state=state, settled_at=at, message_id=message_id, outcome=outcome, claimed_until=None)
    )


def postpone(session: Session, letter_id: int, due_at: datetime, outcome: str) -> None:
    """Put a claimed letter back for later: quiet hours, or a passing failure. A dropped letter stays dropped."""
    session.execute(
        update(LetterRow)
        .where(LetterRow.id == letter_id, LetterRow.state == "claimed")
        .values(state="waiting", due_at=due_at, claimed_until=None, outcome=outcome)
    )


def _give_up_unknown(session: Session, now: datetime, kinds: Sequence[str]) -> None:
    session.execute(
        update(LetterRow)
        .where(LetterRow.state == "claimed", LetterRow.claimed_until < now, LetterRow.kind.in_(kinds))
        .values(state="unknown", settled_at=now, outcome="cut off while sending", claimed_until=None)
    )


def _claimed(row: LetterRow, now: datetime) -> Letter[Any]:
    row.state, row.claimed_until, row.tries = "claimed", now + CLAIM, row.tries + 1
    return Letter(row.id, row.member_id, row.chat_id, _key(row), row.slot, row.tries, row.due_at)


def _key(row: LetterRow) -> LetterKey | Unread:
    try:
        return letter.unpack(row.kind, row.subject)
    except NoSuchLetter:
        return Unread(row.kind, row.subject, known=False)
    except BadSubject:
        return Unread(row.kind, row.subject, known=True)
