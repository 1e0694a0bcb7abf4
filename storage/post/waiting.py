"""Which letters are due and not sent yet: those that wait, and those whose claim has run out.

They are looked for rank by rank (content.keys.letter.Rank), and within a rank by the moment at which they are due: so
the index has them in the order in which they go, however many there are.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any, cast

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    Table,
    Update,
    and_,
    bindparam,
    func,
    literal_column,
    not_,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Session

from content.keys.letter import LetterKey, Rank
from storage.engine.claims import by, run_out
from storage.tables import Letter

Due = Row[*tuple[Any, ...]]
"""A letter that is due: what claim (storage/post/letters.py) makes of it."""
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
_UNSENT = (OPEN, Letter.rank == bindparam("rank"), Letter.due_at <= bindparam("now"))
_FREE = or_(Letter.state == _WAITING, RUN_OUT)
_DUE = and_(*_UNSENT, _FREE)
_CUT_OFF = and_(Letter.state == SENDING, RUN_OUT)
# The earliest, not any one: for that, PostgreSQL may go through the rows as they lie, past all that were sent before.
_EARLIEST = [
    select(Letter.due_at)
    .where(OPEN, Letter.rank == literal_column(str(int(rank))), Letter.due_at <= bindparam("now"), _FREE)
    .order_by(Letter.due_at)
    .limit(1)
    .scalar_subquery()
    for rank in Rank
]
_LOOK = select(select(func.count()).where(_CUT_OFF).scalar_subquery(), *_EARLIEST)
_OF_OTHERS = Letter.member_id.not_in(bindparam("but", expanding=True))
_TABLE = cast(Table, Letter.__table__)
_L, _IN_WORK = _TABLE.c, _TABLE.alias("in_work")
# a value, not EXISTS: PostgreSQL may make a join of that, and read all that waits
_NONE_IN_WORK = (
    select(_IN_WORK.c.id)
    .where(
        _IN_WORK.c.member_id == _L.member_id,
        _IN_WORK.c.state.in_((_CLAIMED, SENDING)),
        not_(run_out(_IN_WORK.c.claimed_until)),
    )
    .limit(1)
    .correlate(_TABLE)
    .scalar_subquery()
    .is_(None)
)
"""That no process has a letter of its person in work."""
_IS_DUE = select(Letter.due_at).where(_DUE, _OF_OTHERS, _NONE_IN_WORK).order_by(Letter.due_at).limit(1)
_NEXT = (
    select(_L.id, _L.member_id, _L.chat_id, _L.kind, _L.subject, _L.slot, _L.tries, _L.rank, _L.due_at, _L.parts_sent)
    .where(_DUE, _OF_OTHERS)
    .order_by(_L.due_at, _L.id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
_NEXT_OF_EACH = _NEXT.where(_NONE_IN_WORK)
_OLDEST = select(Letter.due_at).where(*_UNSENT).order_by(Letter.due_at).limit(1)
_COUNT = select(func.count()).select_from(Letter).where(*_UNSENT)
_OF_KIND = (
    select(func.count())
    .select_from(Letter)
    .where(Letter.member_id == bindparam("member"), Letter.kind == bindparam("its_kind"), OPEN)
)


@cache
def ends_cut_off(kinds: Sequence[str]) -> Update:
    """The statement that ends the letters of these kinds whose sending was cut off. The kinds stand in its text: each
    claim names all that are sent at most once, and as parameters they would take a quarter of its time.
    """
    of_them = _L.kind.in_([literal_column(f"'{kind}'") for kind in kinds])
    ended = {"state": "unknown", "settled_at": bindparam("now"), "outcome": "cut off while sending"}
    return update(_TABLE).where(_CUT_OFF, of_them).values(**ended, claimed_until=None)


def number_of(session: Session, member_id: int, kind: type[LetterKey]) -> int:
    """How many letters of this kind wait for the person, whenever they are due."""
    return session.execute(_OF_KIND, {"member": member_id, "its_kind": kind.kind}).scalar_one()


@dataclass(frozen=True)
class Look:
    """Whether the sending of a letter was cut off, and of which ranks letters are due."""

    cut_off: bool
    ranks: Sequence[Rank]


def look(session: Session, now: datetime) -> Look:
    """What there is to claim at this moment, of anybody: so each claim asks no further for what there is not."""
    cut_off, *earliest = session.execute(_LOOK, by(now, CLAIM)).one()
    return Look(cut_off > 0, [rank for rank, due_at in zip(Rank, earliest, strict=True) if due_at is not None])


def any_due(session: Session, now: datetime, but: Collection[int] = ()) -> bool:
    """Whether there is something to claim of others than these persons, and than those of whom any process has a letter
    in work: asked in a reading transaction, which keeps nobody waiting.
    """
    about = by(now, CLAIM) | {"but": sorted(but)}
    return any(session.execute(_IS_DUE, about | {"rank": rank}).first() is not None for rank in Rank)


def oldest(
    session: Session,
    now: datetime,
    limit: int,
    but: Collection[int] = (),
    *,
    one_each: bool = False,
    ranks: Iterable[Rank] = Rank,
) -> Sequence[Due]:
    """The rows of these ranks that are due, locked: by rank, the oldest first. None of these persons. `one_each`: of
    each person the first alone, if no process has one in work.
    """
    found: list[Due] = []
    for rank in ranks:
        if len(found) < limit:
            left_out = {*but, *(row.member_id for row in found)} if one_each else but
            if one_each:
                found += _oldest_of_each(session, now, limit - len(found), left_out, rank)
            else:
                found += _oldest(session, _NEXT, now, limit - len(found), left_out, rank)
    return found


def _oldest(
    session: Session, next_ones: Select[*tuple[Any, ...]], now: datetime, limit: int, but: Collection[int], rank: Rank
) -> Sequence[Due]:
    about = {"limit": limit, "but": sorted(but), "rank": rank}
    return session.execute(next_ones, by(now, CLAIM) | about).all()


def _oldest_of_each(session: Session, now: datetime, limit: int, but: Collection[int], rank: Rank) -> Sequence[Due]:
    """It looks again without those who are found, as long as somebody has several: a query that groups by persons would
    read all of a notice to everybody for each few that go out.
    """
    firsts: dict[int, Due] = {}
    while len(firsts) < limit:
        left_out, most = {*but, *firsts}, limit - len(firsts)
        before, due = len(firsts), _oldest(session, _NEXT_OF_EACH, now, most, left_out, rank)
        for row in due:
            firsts.setdefault(row.member_id, row)
        if len(firsts) - before == len(due):
            break
    return list(firsts.values())


def oldest_due(session: Session, now: datetime, ranks: Collection[Rank] = tuple(Rank)) -> datetime | None:
    """Since when the earliest letter of these ranks is due that nobody has sent; None if there is no such letter."""
    found = (session.execute(_OLDEST, {"now": now, "rank": rank}).scalar() for rank in ranks)
    return min((at for at in found if at is not None), default=None)


def count_due(session: Session, now: datetime) -> int:
    """How many letters are due that nobody has sent."""
    return sum(session.execute(_COUNT, {"now": now, "rank": rank}).scalar_one() for rank in Rank)
