"""Granting what the rows of a file say. Each grant is one as from the member's card: its row in the ledger, its line in
the log of staff, and its letter, in one transaction.

A row that has become moot since the report (its member earned the credit meanwhile, or earns none any more) is left
out: the report says so then, and all others are granted.

The letters wait for the end of the whole, so that nobody hears of a grant that is taken back because the whole was
stopped. They stand on record all the same: `tell`, a second way through the rows, makes them due.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from content.credits.credit import By
from content.importing import granting
from content.importing.report import Fault, Outcome, Planned
from content.keys.credit_letters import CreditGranted
from content.rules import Rulebook
from content.staff.crediting import Grant
from storage.credits import history
from storage.engine.base import cipher_of
from storage.engine.statements import update_row
from storage.importing import imports, past_held, staged
from storage.importing.past_held import Held
from storage.importing.staged import Rows
from storage.importing.writing import RecordChanged
from storage.post import held_back
from storage.staff import crediting, log
from storage.staff.granting.comparing import Against, against, grant_of
from storage.tables import Credit, ImportRow, Member

_HOLD = (
    select(Member.id, Member.earns)
    .where(Member.id.in_(bindparam("ids", expanding=True)))
    .order_by(Member.id)
    .with_for_update(key_share=True)
)
_LAST = (
    select(Credit.member_id, func.max(Credit.written_at))
    .where(Credit.member_id.in_(bindparam("ids", expanding=True)), Credit.author_id == bindparam("author"))
    .group_by(Credit.member_id)
)
MOMENT = timedelta(microseconds=1)


@dataclass(frozen=True)
class Act:
    """A line of the log that is to be written."""

    member: int
    why: str
    facts: Mapping[str, object]
    at: datetime


def apply(session: Session, number: int, rows: Rows, at: datetime, rulebook: Rulebook) -> Counter[str]:
    """Grant those of these that can be granted still. Raises RecordChanged if one would be the author's own."""
    new = [(row, plan) for row, plan in rows if plan.outcome is Outcome.NEW]
    author = author_of(session, number)
    members = hold(session, [plan for _, plan in new])
    if author in members:
        raise RecordChanged("the account of a member is that of whoever grants")
    held, moments = past_held.of(session, sorted(members)), _Moments(session, sorted(members), author, at)
    acts, left_out = [], Counter[str]()
    for row, plan in new:
        one = grant_of(plan.member or 0, plan.after)
        reason = _against(one, held[one.member_id], earns=members.get(one.member_id, False))
        done = reason or _granted(session, one, author, moments, rulebook)
        if isinstance(done, Against):
            staged.leave_out(session, row, plan, done.outcome, done.fault)
            left_out[done.outcome.value] += 1
            continue
        credit, act = done
        update_row(session, ImportRow, row, {"after": {**plan.after, "credit": credit}})
        held_back.put(session, one.member_id, CreditGranted(credit), at)
        acts.append(Act(act.member, act.why, {**act.facts, "import": number}, act.at))
    if left_out:
        imports.add(session, number, {**left_out, Outcome.NEW.value: -left_out.total()})
    write_acts(session, "grant_credit", author, acts)
    return Counter({Outcome.NEW.value: len(acts)})


def tell(session: Session, _number: int, rows: Rows, at: datetime) -> None:
    """All are granted: their members are told."""
    granted = [(plan.member, _credit(plan)) for _, plan in rows if plan.outcome is Outcome.NEW and plan.member]
    held_back.let_go(session, [(member, CreditGranted(credit)) for member, credit in granted if credit], at)


def author_of(session: Session, number: int) -> int:
    """The person in whose name it is done. Raises LookupError."""
    found = imports.sure(session, number).by
    if found is None:
        raise LookupError(f"nobody stands for import {number}")
    return found


def hold(session: Session, plans: Sequence[Planned]) -> dict[int, bool]:
    """The members of these rows, and whether each earns credits. They are held, so that no certificate is frozen and no
    credit written between look and act.
    """
    ids = sorted({plan.member for plan in plans if plan.member is not None})
    return {row.id: row.earns for row in session.execute(_HOLD, {"ids": ids})} if ids else {}


def write_acts(session: Session, act: str, author: int, acts: Sequence[Act]) -> None:
    """The lines of the log, as the last thing that a step does."""
    cipher = cipher_of(session.get_bind().dialect)
    for one in acts:
        log.write(
            session,
            cipher,
            staff_id=author,
            member_id=one.member,
            act=act,
            why=one.why,
            before={},
            after=one.facts,
            at=one.at,
        )


class _Moments:
    """The moments at which credits are written: by its moment, its member and its author the proof finds the line of
    the log on which a credit rests, so nobody writes two of a member at one moment.
    """

    def __init__(self, session: Session, members: Sequence[int], author: int, at: datetime) -> None:
        found = session.execute(_LAST, {"ids": members, "author": author}).all() if members else ()
        self._last: dict[int, datetime] = {row[0]: row[1] for row in found}
        self._at = at

    def next(self, member: int) -> datetime:
        last = self._last.get(member)
        self._last[member] = self._at if last is None else max(self._at, last + MOMENT)
        return self._last[member]


def _against(one: Grant, held: Held, *, earns: bool) -> Against | None:
    """Why a row that was new in the report can't be granted any more; None if it can."""
    return against(one, held) if earns else Against(Outcome.REFUSED, Fault("member_id", granting.CANNOT_EARN))


def _granted(
    session: Session, one: Grant, author: int, moments: _Moments, rulebook: Rulebook
) -> tuple[int, Act] | Against:
    """The number of the credit's row, and the act; otherwise somebody else wrote the credit at the same moment."""
    moment = moments.next(one.member_id)
    credit = crediting.grant(session, one, By(one.why, author), moment, rulebook)
    if credit is None:
        return Against(Outcome.DOUBLE, Fault("", granting.STANDS))
    lectures = history.common(session, one.member_id, one.source, sample=one.sample) if one.common else ()
    return credit.id, Act(one.member_id, one.why, crediting.facts(credit, lectures), moment)


def _credit(plan: Planned) -> int:
    found: Any = plan.after.get("credit", 0)
    return int(found)
