"""The requests of declarations and late claims: each is opened with its case and ends with it, in one transaction.

What staff do with one is in storage.requests.cases, as for every request. The caller holds the declaration or the claim
and gives its number.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Table, bindparam, case, func, insert, select, update
from sqlalchemy.orm import Session

from content.requests.requesting import By, Kind, State, due_on
from content.rules import Rulebook
from content.staff.cases import NOBODYS, Backlog, Care
from storage.people import persons
from storage.requests import messages
from storage.requests.requests import FREE, HOLDER, WAITS
from storage.tables import Request

_ROWS = cast(Table, Request.__table__)
_ROW = _ROWS.c
_LEADS = {Kind.DECLARATION: _ROW.declaration_id, Kind.CLAIM: _ROW.claim_id}
"""The column that leads to the case."""
_KIND = _ROW.kind == bindparam("kind")
_WAITING = select(func.count(), func.min(_ROW.sent_at)).where(WAITS, _KIND)
# what a member has answered comes first, and what waits for an answer last
_TURN = case((_ROW.questioned_at.is_not(None), 2), (_ROW.back_at.is_not(None), 0), else_=1)
_QUEUE = {
    kind: select(leads)
    .where(WAITS, _KIND)
    .order_by(_TURN, _ROW.due_on, _ROW.sent_at, leads)
    .offset(bindparam("skip"))
    .limit(bindparam("most"))
    for kind, leads in _LEADS.items()
}
_NEXT = {
    kind: select(leads).where(WAITS, _KIND, FREE).order_by(_TURN, _ROW.due_on, _ROW.sent_at, leads).limit(1)
    for kind, leads in _LEADS.items()
}
_CARES = {
    kind: select(
        leads.label("about"),
        _ROW.id,
        _ROW.sent_at,
        _ROW.due_on,
        HOLDER.label("taken_by"),
        _ROW.taken_at,
        _ROW.questioned_at,
        _ROW.back_at,
    ).where(leads.in_(bindparam("these", expanding=True)))
    for kind, leads in _LEADS.items()
}
_OF_MEMBER = (
    select(_ROW.kind, _ROW.id, func.coalesce(_ROW.declaration_id, _ROW.claim_id).label("about"))
    .where(WAITS, _ROW.member_id == bindparam("member"))
    .order_by(_ROW.due_on, _ROW.sent_at, _ROW.id)
)
# under this lock nobody takes it, asks or answers
_LOCK = {kind: select(_ROW.id).where(leads == bindparam("this")).with_for_update() for kind, leads in _LEADS.items()}
_NEW = insert(_ROWS)
_SETTLE = {
    kind: update(_ROWS)
    .where(leads == bindparam("this"), WAITS)
    .values(state=bindparam("turned"), settled_at=bindparam("at"))
    .returning(_ROW.id)
    for kind, leads in _LEADS.items()
}


def open(session: Session, kind: Kind, about: int, member_id: int, at: datetime, book: Rulebook) -> None:
    """Open the request of a declaration or a claim that was handed in."""
    values: dict[str, object] = {"member_id": member_id, "kind": kind.value, "state": State.RECEIVED.value}
    values |= {"begun_at": at, "sent_at": at, "due_on": due_on(at, book), _LEADS[kind].name: about}
    session.execute(_NEW, values)


def hold(session: Session, kind: Kind, about: int) -> Care:
    """Who has a case, locked until the transaction ends. The caller has locked the case itself before."""
    session.execute(_LOCK[kind], {"this": about}).first()
    return care(session, kind, about)


def settle(session: Session, kind: Kind, about: int, state: State, at: datetime) -> None:
    """Let it end with its case. What somebody has written in it and not sent goes with its files."""
    values = {"this": about, "turned": state.value, "at": at}
    for number in session.execute(_SETTLE[kind], values).scalars().all():
        for one in messages.of(session, number):
            if one.sent_at is None:
                messages.remove(session, one)


def of_member(session: Session, member_id: int) -> Sequence[tuple[Kind, int]]:
    """What waits of this member, with what is due first in front: of a declaration or a claim its own number, of a
    request that of the request.
    """
    return [(Kind(row.kind), row.about or row.id) for row in session.execute(_OF_MEMBER, {"member": member_id})]


def waiting(session: Session, kind: Kind) -> Backlog:
    """How many cases of this kind wait, and since when the oldest one waits."""
    return Backlog.of(session.execute(_WAITING, {"kind": kind.value}).one())


def queue(session: Session, kind: Kind, skip: int, most: int) -> Sequence[int]:
    """The cases that wait: those that came back from the member first, then by the day on which they are due; at the
    end those that wait for the member.
    """
    values = {"kind": kind.value, "skip": skip, "most": most}
    return session.execute(_QUEUE[kind], values).scalars().all()


def next_one(session: Session, kind: Kind, staff_id: int) -> int | None:
    """The first case of the queue with which this person can go on, or None."""
    found: int | None = session.execute(_NEXT[kind], {"kind": kind.value, "staff": staff_id}).scalar_one_or_none()
    return found


def cares(session: Session, kind: Kind, these: Sequence[int]) -> Mapping[int, Care]:
    """Who has each of these cases, without what was said."""
    found = session.execute(_CARES[kind], {"these": list(these)}).all() if these else []
    return {row.about: _care(session, row) for row in found}


def care(session: Session, kind: Kind, about: int) -> Care:
    """Who has a case, with what colleagues noted and what was asked and answered."""
    found = cares(session, kind, [about]).get(about, NOBODYS)
    if not found.request:
        return found
    said = tuple(one for one in messages.of(session, found.request) if one.sent_at is not None)
    authors = {one.id: persons.name(session, one.author) for one in said if one.by is not By.MEMBER}
    return replace(found, said=said, authors=authors)


def _care(session: Session, row: Any) -> Care:
    has = row.taken_by is not None
    return Care(
        request=row.id,
        sent_at=row.sent_at,
        due_on=row.due_on,
        taken_by=row.taken_by,
        taken_at=row.taken_at if has else None,
        holder=persons.name(session, row.taken_by) if has else "",
        questioned_at=row.questioned_at,
        back_at=row.back_at,
    )
