"""The list of members that a batch of activation letters is for: read part by part, every line judged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import cast

from sqlalchemy import Table, bindparam, exists, insert, select
from sqlalchemy.orm import Session

from content import tables
from content.activating import members_list
from content.activating.batch import GONE, Refused, State
from content.activating.members_list import Row
from content.importing import rows
from content.importing.rows import BadFile
from storage.activating import batches, ending
from storage.engine.base import cipher_of
from storage.engine.cipher import Unreadable
from storage.files import parts
from storage.people import ids
from storage.tables import Activation, ActivationRow, Chat, Member, Staff

AT_ONCE = 1000
"""So many lines are judged in one step."""
LINKED = "has logged in before, and needs no letter"
HOLDS = "holds a role: no letter is made"
ENDED = "is no member any more"
_ROWS = cast(Table, ActivationRow.__table__)
_READING = select(Activation).where(Activation.state == State.READING.value).order_by(Activation.id).limit(1)
_HELD = (
    select(Activation)
    .where(Activation.id == bindparam("batch"))
    .with_for_update()
    .execution_options(populate_existing=True)
)
_NAMED = select(ActivationRow.member_id, ActivationRow.line).where(
    ActivationRow.activation_id == bindparam("batch"), ActivationRow.member_id.in_(bindparam("members", expanding=True))
)
_STANDING = select(
    Member.id,
    (Member.password_hash.is_not(None) | exists().where(Chat.member_id == Member.id)).label("linked"),
    Member.ended_at.is_not(None).label("ended"),
    exists().where(Staff.person_id == Member.id).label("holds"),
).where(Member.id.in_(bindparam("members", expanding=True)))
_REFUSED = (
    select(ActivationRow.line, ActivationRow.why, Member.member_no)
    .outerjoin(Member, Member.id == ActivationRow.member_id)
    .where(ActivationRow.activation_id == bindparam("batch"), ActivationRow.why != "")
    .order_by(ActivationRow.line)
)


@dataclass(frozen=True)
class Judged:
    """A line: the member whom it names, if that member is named for the first time; why no letter is made, or empty."""

    line: int
    member: int | None
    why: str


@dataclass(frozen=True)
class Part:
    """Some lines of a batch's list, behind the line `after`. `over`: they are the last ones. `fault`: why it can't be
    read at all.
    """

    batch: int
    after: int
    lines: Sequence[Judged] = ()
    over: bool = False
    fault: str = ""


def find(session: Session) -> Sequence[Part]:
    """The next lines of the first list that is to be read, judged by the record of now."""
    row = session.execute(_READING).scalar_one_or_none()
    if row is None:
        return ()
    try:
        sheet = rows.opened(parts.content(session, row.file_id or 0, row.digest))
    except Unreadable:
        return (Part(row.id, row.reached, fault=GONE),)
    except BadFile as bad:
        return (Part(row.id, row.reached, fault=str(bad)),)
    found = list(islice(_behind(sheet, row.reached), AT_ONCE))
    return (Part(row.id, row.reached, _judged(session, row.id, found), over=len(found) < AT_ONCE),)


def put(session: Session, part: Part, at: datetime) -> int:
    """Put these lines on record. In the end who sent the list is told. 0 if it was done before."""
    row = session.execute(_HELD, {"batch": part.batch}).scalar_one_or_none()
    if row is None or row.state != State.READING.value or row.reached != part.after:
        return 0
    if part.fault or (part.over and not (part.lines or row.reached)):
        return ending.end(session, part.batch, part.fault or members_list.NOBODY, at)
    if part.lines:
        every = [
            {"activation_id": row.id, "line": one.line, "member_id": one.member, "why": one.why} for one in part.lines
        ]
        session.execute(insert(_ROWS), every)
        row.reached = part.lines[-1].line
    row.people += sum(not one.why for one in part.lines)
    row.refused += sum(bool(one.why) for one in part.lines)
    if part.over:
        parts.let_go(session, [row.file_id])
        row.state, row.file_id = State.LISTED.value, None
        batches.tell(session, row, at)
    return 1


def refused(session: Session, number: int) -> Iterator[Refused]:
    """The lines for which no letter is made, in the order of the file."""
    for row in session.execute(_REFUSED, {"batch": number}):
        yield Refused(row.line, row.why, row.member_no or "")


def _behind(sheet: tables.Sheet, line: int) -> Iterator[Row]:
    return (one for one in members_list.rows(sheet) if one.line > line)


def _judged(session: Session, batch: int, found: Sequence[Row]) -> Sequence[Judged]:
    known = ids.by_numbers(
        session, cipher_of(session.get_bind().dialect), [one.member_id for one in found if not one.why]
    )
    members = {one.line: known[one.member_id][0] for one in found if not one.why and one.member_id in known}
    asked = {"members": list({*members.values()})}
    standing = {row.id: _why(row.linked, row.ended, row.holds) for row in session.execute(_STANDING, asked)}
    first = {row.member_id: row.line for row in session.execute(_NAMED, asked | {"batch": batch})}
    return [_one(one, members.get(one.line), standing, first) for one in found]


def _one(row: Row, member: int | None, standing: dict[int, str], first: dict[int, int]) -> Judged:
    if row.why:
        return Judged(row.line, None, row.why)
    if member is None:
        return Judged(row.line, None, members_list.UNKNOWN)
    before = first.setdefault(member, row.line)
    if before != row.line:
        return Judged(row.line, None, f"the same ID stands on line {before}")
    return Judged(row.line, member, standing[member])


def _why(linked: bool, ended: bool, holds: bool) -> str:
    return ENDED if ended else HOLDS if holds else LINKED if linked else ""
