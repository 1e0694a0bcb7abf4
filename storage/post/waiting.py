"""Which letters are due and not sent yet: those that wait, and those whose claim has run out."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, bindparam, func, literal_column, or_, select
from sqlalchemy.orm import Session

from content.keys.letter import LetterKey
from storage.engine.claims import by, run_out
from storage.tables import Letter

CLAIM = timedelta(minutes=2)
"""It begins anew right before a letter is sent, and no sending takes as long (an upload ends after 70 s)."""
# Literals: SQLite uses the index of the letters that wait only if it sees the condition of the index in the statement.
_WAITING: ColumnElement[str] = literal_column("'waiting'")
_CLAIMED: ColumnElement[str] = literal_column("'claimed'")
SENDING: ColumnElement[str] = literal_column("'sending'")
OPEN = Letter.state.in_((_WAITING, _CLAIMED, SENDING))
"""That the letter has not ended."""
RUN_OUT = and_(Letter.state != _WAITING, run_out(Letter.claimed_until))
"""That its claim is over. The statement is to be given the parameters of storage.engine.claims.by."""
_DUE = and_(OPEN, Letter.due_at <= bindparam("now"), or_(Letter.state == _WAITING, RUN_OUT))
_OF_OTHERS = Letter.member_id.not_in(bindparam("but", expanding=True))
_IS_DUE = select(Letter.id).where(_DUE, _OF_OTHERS).limit(1)
_NEXT = (
    select(Letter)
    .where(_DUE, _OF_OTHERS)
    .order_by(Letter.due_at, Letter.id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
_UNSENT = (OPEN, Letter.due_at <= bindparam("now"))
_OLDEST = select(Letter.due_at).where(*_UNSENT).order_by(Letter.due_at).limit(1)
_COUNT = select(func.count()).select_from(Letter).where(*_UNSENT)
_OF_KIND = (
    select(func.count())
    .select_from(Letter)
    .where(Letter.member_id == bindparam("member"), Letter.kind == bindparam("its_kind"), OPEN)
)


def number_of(session: Session, member_id: int, kind: type[LetterKey]) -> int:
    """How many letters of this kind wait for the person, whenever they are due."""
    return session.execute(_OF_KIND, {"member": member_id, "its_kind": kind.kind}).scalar_one()


def any_due(session: Session, now: datetime, but: Collection[int] = ()) -> bool:
    """Whether there is something to claim of others than these persons: asked in a reading transaction, which keeps
    nobody waiting.
    """
    return session.execute(_IS_DUE, by(now, CLAIM) | {"but": sorted(but)}).first() is not None


def oldest(session: Session, now: datetime, limit: int, but: Collection[int] = ()) -> Sequence[Letter]:
    """The rows that are due, the oldest first, locked. None of these persons."""
    return session.execute(_NEXT, by(now, CLAIM) | {"limit": limit, "but": sorted(but)}).scalars().all()


def oldest_of_each(session: Session, now: datetime, limit: int, but: Collection[int]) -> Sequence[Letter]:
    """The same, of each person the oldest alone. It looks again without those who are found, as long as somebody has
    several: a query that groups by persons would read all of a notice to everybody for each few that go out.
    """
    firsts: dict[int, Letter] = {}
    while len(firsts) < limit:
        before, due = len(firsts), oldest(session, now, limit - len(firsts), {*but, *firsts})
        for row in due:
            firsts.setdefault(row.member_id, row)
        if len(firsts) - before == len(due):
            break
    return list(firsts.values())


def oldest_due(session: Session, now: datetime) -> datetime | None:
    """Since when the earliest letter is due that nobody has sent; None if there is no such letter."""
    return session.execute(_OLDEST, {"now": now}).scalar()


def count_due(session: Session, now: datetime) -> int:
    """How many letters are due that nobody has sent."""
    return session.execute(_COUNT, {"now": now}).scalar_one()
