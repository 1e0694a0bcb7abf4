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

from sqlalchemy import ColumnElement, and_, bindparam, func, literal_column, or_, select, update
from sqlalchemy.orm import Session

from content.keys import letter
from content.keys.letter import BadSubject, LetterKey, NoSuchLetter
from storage.engine.statements import insert_new, run
from storage.tables import Letter as LetterRow

CLAIM = timedelta(minutes=2)
_WRITTEN = "letters were written"
_COMING = "who gets a letter at once"
_PUT = insert_new(LetterRow)
# Literals: SQLite uses the index of the letters that wait only if it sees the condition of the index in the statement.
_WAITING: ColumnElement[str] = literal_column("'waiting'")
_CLAIMED: ColumnElement[str] = literal_column("'claimed'")
_OPEN = LetterRow.state.in_((_WAITING, _CLAIMED))
_CUT_OFF = and_(LetterRow.state == _CLAIMED, LetterRow.claimed_until < bindparam("now"))
_DUE = and_(_OPEN, LetterRow.due_at <= bindparam("now"), or_(LetterRow.state == _WAITING, _CUT_OFF))
_IS_DUE = select(LetterRow.id).where(_DUE).limit(1)
_CLAIM = (
    select(LetterRow)
    .where(_DUE)
    .order_by(LetterRow.due_at, LetterRow.id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
_GIVE_UP = (
    update(LetterRow)
    .where(_OPEN, _CUT_OFF, LetterRow.kind.in_(bindparam("kinds", expanding=True)))
    .values(state="unknown", settled_at=bindparam("now"), outcome="cut off while sending", claimed_until=None)
    .execution_options(synchronize_session=False)
)
_ON_ITS_WAY = select(LetterRow.id).where(
    LetterRow.member_id == bindparam("member"),
    LetterRow.kind == bindparam("kind"),
    LetterRow.subject == bindparam("subject"),
    _OPEN,
)
_UNSENT = (_OPEN, LetterRow.due_at <= bindparam("now"))
_OLDEST = select(LetterRow.due_at).where(*_UNSENT).order_by(LetterRow.due_at).limit(1)
_COUNT = select(func.count()).select_from(LetterRow).where(*_UNSENT)
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
    """Queue a letter for `due_at` (default: `at`). False if this (member, key, slot) has a letter already.

    `slot` tells letters of one key apart: "1" if a member gets only one for ever, the number of the update if every
    press asks for a letter, the day of the deadline if a postponed deadline is to be announced again.
    """
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
    new = run(session, _PUT, values) == 1
    if new:
        session.info[_WRITTEN] = True
    if new and values["due_at"] == at:
        session.info.setdefault(_COMING, set()).add(member_id)
    return new


def were_written(session: Session) -> bool:
    """Whether a letter was written in this transaction; asked once it has committed."""
    return _WRITTEN in session.info


def on_its_way(session: Session, member_id: int, key: LetterKey) -> bool:
    """Whether the member has a letter of this key, of any slot, that is not sent yet."""
    values = {"member": member_id, "kind": key.kind, "subject": key.pack()}
    return session.execute(_ON_ITS_WAY, values).first() is not None


def one_comes(session: Session, member_id: int) -> bool:
    """Whether this transaction has written a letter that this member gets at once."""
    return member_id in session.info.get(_COMING, ())


def any_due(session: Session, now: datetime) -> bool:
    """Whether there is something to claim: asked in a reading transaction, which keeps nobody waiting."""
    return session.execute(_IS_DUE, {"now": now}).first() is not None


def claim(session: Session, now: datetime, *, limit: int = 20) -> Sequence[Letter[Any]]:
    """Claim the next due letters for two minutes, the oldest first. The key of an unreadable row is `Unread`."""
    at_most_once = [kind for kind, key in letter.kinds().items() if not key.again]
    session.execute(_GIVE_UP, {"now": now, "kinds": at_most_once})
    rows = session.execute(_CLAIM, {"now": now, "limit": limit}).scalars()
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


def postpone(session: Session, letter_id: int, due_at: datetime, outcome: str, *, counts: bool = False) -> None:
    """Put a claimed letter back for later: quiet hours, or a passing failure. What was taken back stays so.

    It `counts` as a try if the letter may have arrived, or if nobody knows whether it ever will.
    """
    session.execute(
        update(LetterRow)
        .where(LetterRow.id == letter_id, LetterRow.state == "claimed")
        .values(
            state="waiting",
            due_at=due_at,
            claimed_until=None,
            outcome=outcome,
            tries=LetterRow.tries - (0 if counts else 1),
        )
    )


def of_member(session: Session, member_id: int, most: int) -> list[Posted]:
    """The member's latest letters, the last queued first."""
    rows = session.execute(_OF_MEMBER, {"member": member_id, "limit": most})
    return [Posted(*row[:-1], outcome=row.outcome or "") for row in rows]


def oldest_due(session: Session, now: datetime) -> datetime | None:
    """Since when the earliest letter is due that nobody has sent; None if there is no such letter."""
    return session.execute(_OLDEST, {"now": now}).scalar()


def count_due(session: Session, now: datetime) -> int:
    """How many letters are due that nobody has sent."""
    return session.execute(_COUNT, {"now": now}).scalar_one()


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
