"""What became of a member's letters: looked at, never changed."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from content.keys.letter import LetterKey
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


_SENT = select(func.max(LetterRow.settled_at)).where(
    LetterRow.member_id == bindparam("member"),
    LetterRow.kind == bindparam("its_kind"),
    LetterRow.subject == bindparam("about"),
    LetterRow.state == "sent",
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


def sent_at(session: Session, member_id: int, key: LetterKey) -> datetime | None:
    """When a letter of this key was last sent to the member."""
    about = {"member": member_id, "its_kind": key.kind, "about": key.pack()}
    return session.execute(_SENT, about).scalar_one()
