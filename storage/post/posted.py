"""What became of a member's letters: looked at, never changed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from storage.tables import Letter as LetterRow

_OF_MEMBER = (
    select(
        LetterRow.id,
        LetterRow.kind,
        LetterRow.state,
        LetterRow.tries,
        LetterRow.due_at,
        LetterRow.settled_at,
        LetterRow.outcome,
    )
    .where(LetterRow.member_id == bindparam("member"))
    .order_by(LetterRow.id.desc())
    .limit(bindparam("limit"))
)


@dataclass(frozen=True)
class Posted:
    """What became of a letter. `settled_at` is None while it waits or is being sent; `outcome` is why it is so."""

    id: int
    kind: str
    state: str
    tries: int
    due_at: datetime
    settled_at: datetime | None
    outcome: str


def of_member(session: Session, member_id: int, most: int) -> list[Posted]:
    """The member's latest letters, the last queued first."""
    rows = session.execute(_OF_MEMBER, {"member": member_id, "limit": most})
    return [Posted(*row[:-1], outcome=row.outcome or "") for row in rows]
