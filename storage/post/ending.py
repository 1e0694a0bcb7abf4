"""What of the post ends by the clock: letters that have ended and can't fall due again, and updates set aside.

The row of a reminder prevents a second one, so it stays. Every other letter is queued by an act or an event of its own
(somebody asked for it, staff decided, a sheet was graded), and none of these happens again by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import Table, bindparam, delete, literal_column, select
from sqlalchemy.orm import Session

from content.keys import letter
from storage.engine.statements import rows
from storage.tables import Letter, SetAside

# a literal: SQLite uses the index of these letters only if it sees the condition of the index in the statement
_NO_REMINDER = Letter.rank != literal_column("2")
_ENDED = (Letter.settled_at < bindparam("before"), _NO_REMINDER, Letter.kind.not_in(bindparam("but", expanding=True)))
_FIND = select(Letter.id).where(*_ENDED).order_by(Letter.settled_at).limit(500)
_FORGET = (
    delete(cast(Table, Letter.__table__))
    .where(Letter.id.in_(bindparam("these", expanding=True)), *_ENDED)
    .returning(Letter.kind, Letter.subject, Letter.state, Letter.outcome, Letter.settled_at)
    .execution_options(synchronize_session=False)
)
_ASIDE = select(SetAside.update_id).where(SetAside.at < bindparam("before")).limit(100)
_DROP = delete(SetAside).where(
    SetAside.update_id.in_(bindparam("these", expanding=True)), SetAside.at < bindparam("before")
)


@dataclass(frozen=True)
class Ended:
    """What a letter was that is not on record any more."""

    kind: str
    subject: str
    state: str
    outcome: str | None
    settled_at: datetime | None


def find_letters(session: Session, before: datetime) -> Sequence[int]:
    """Letters that ended before this moment, the longest ago first."""
    return session.execute(_FIND, {"before": before, "but": staying()}).scalars().all()


def drop_letters(session: Session, found: Sequence[int], before: datetime) -> Sequence[Ended]:
    """Remove those of them that have not been asked for again since; returns what they were. Of two processes that
    remove the same letters, each gets those that it has removed.
    """
    gone = session.execute(_FORGET, {"these": list(found), "before": before, "but": staying()})
    return [Ended(*row) for row in gone]


def staying() -> Sequence[str]:
    """The kinds whose rows stay: reminders, also those that a version wrote which did not rank them yet."""
    return sorted(kind for kind, key in letter.kinds().items() if key.nudge is not None)


def find_aside(session: Session, before: datetime) -> Sequence[int]:
    """Updates that were set aside before this moment."""
    return session.execute(_ASIDE, {"before": before}).scalars().all()


def drop_aside(session: Session, found: Sequence[int], before: datetime) -> int:
    """Remove them; returns how many there were still."""
    return rows(session.execute(_DROP, {"these": list(found), "before": before}))
