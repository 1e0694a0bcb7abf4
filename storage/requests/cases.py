"""Requests as staff see and answer them. One person of staff has a request at a time, and only that one settles it.

Every change names whose request it must be at that moment, so of two who press at once the second one changes nothing.
The caller writes the log of staff.
"""

from dataclasses import replace
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Table, Update, bindparam, func, not_, select, update
from sqlalchemy.orm import Session

from content.keys.request_letters import AnswerFile, CaseAsked, RequestSettled
from content.refusals import NoSuchRequest, StaleButton
from content.requests.requesting import By, Kind, Message, Request, State
from content.staff.answering import Outcome, RequestCase, RequestLine
from content.staff.cases import Backlog, Queue
from storage.engine.statements import rows
from storage.people import persons
from storage.post import letters
from storage.requests import messages
from storage.requests.requests import APART, COLUMNS, FREE, HOLDER, THIS, WAITS, as_request
from storage.tables import Member
from storage.tables import Request as RequestRow

_ROWS = cast(Table, RequestRow.__table__)
_ROW = _ROWS.c
_DUE = (_ROW.due_on, _ROW.sent_at, _ROW.id)
_WAITING = select(func.count(), func.min(_ROW.sent_at)).where(WAITS, not_(APART))
_QUEUE = (
    select(
        *(_ROW.id, _ROW.member_id, Member.name, Member.member_no),
        *(_ROW.kind, _ROW.sent_at, _ROW.due_on, HOLDER.label("taken_by")),
    )
    .select_from(_ROWS)
    .join(Member, Member.id == _ROW.member_id)
    .where(WAITS, not_(APART))
    .order_by(*_DUE)
    .offset(bindparam("skip"))
    .limit(bindparam("most"))
)
_NEXT = select(_ROW.id).where(WAITS, not_(APART), FREE).order_by(*_DUE).limit(1)
_ONE = (
    select(*COLUMNS, Member.name, Member.kana, Member.member_no)
    .select_from(_ROWS)
    .join(Member, Member.id == _ROW.member_id)
    .where(THIS, _ROW.state != State.DRAFT.value)
)
# under this lock nobody else takes or settles it, and the member can't withdraw it or add to it
_HOLD = select(_ROW.id).where(THIS, _ROW.state != State.DRAFT.value).with_for_update(of=_ROWS)


def _gives(**values: Any) -> Update:
    """A request that nobody has, or that this person has (`holder`, 0 for nobody), comes to be so."""
    return update(_ROWS).where(THIS, WAITS, func.coalesce(HOLDER, 0) == bindparam("holder")).values(**values)


_TAKE = _gives(state=State.TAKEN.value, taken_by=bindparam("staff"), taken_at=bindparam("at"))
_PUT_BACK = _gives(state=State.RECEIVED.value, taken_by=None, taken_at=None)
_ASK = _gives(questioned_at=bindparam("at"), back_at=None).where(_ROW.questioned_at.is_(None))
_SETTLE = _gives(state=bindparam("turned"), settled_at=bindparam("at"))


def waiting(session: Session) -> Backlog:
    """How many requests wait, and since when the oldest one does."""
    return Backlog.of(session.execute(_WAITING).one())


def queue(session: Session, page: int, most: int) -> Queue[RequestLine]:
    """The page of that number, or the nearest page that exists. What is due first comes first, then what is older."""
    shown: Queue[RequestLine] = Queue.page(waiting(session).number, page, most)
    found = session.execute(_QUEUE, {"skip": shown.before, "most": most}).all()
    return shown.with_lines(
        RequestLine(
            row.id,
            row.member_id,
            row.name,
            row.member_no,
            Kind(row.kind),
            row.sent_at,
            row.due_on,
            _name(session, row.taken_by),
        )
        for row in found
    )


def case(session: Session, request_id: int) -> RequestCase:
    """A request that was sent, with everything within it, or that of a declaration or a claim. Raises NoSuchRequest
    also for drafts: staff see none.
    """
    row = session.execute(_ONE, {"request": request_id}).first()
    if row is None:
        raise NoSuchRequest
    # what the member has not sent yet is nobody else's to read
    every = messages.of(session, request_id)
    said = tuple(one for one in every if one.by is not By.MEMBER or one.sent_at is not None)
    request = replace(as_request(row), messages=said)
    authors = {one.id: persons.name(session, one.author) for one in said if one.by is not By.MEMBER}
    return RequestCase(request, row.name, row.kana, row.member_no, _name(session, request.taken_by), authors)


def hold(session: Session, request_id: int) -> RequestCase:
    """The same, locked until the transaction ends. Raises NoSuchRequest."""
    if session.execute(_HOLD, {"request": request_id}).first() is None:
        raise NoSuchRequest
    return case(session, request_id)


def next_one(session: Session, staff_id: int) -> int | None:
    """The request that is due first of those with which this person can go on, or None."""
    found: int | None = session.execute(_NEXT, {"staff": staff_id}).scalar_one_or_none()
    return found


def barred(request: Request, staff_id: int) -> Outcome | None:
    """Why this person can't do anything with the request; None if something can be done."""
    if request.member_id == staff_id:
        return Outcome.OWN
    return None if request.waits else Outcome.SETTLED


def not_mine(request: Request, staff_id: int) -> Outcome | None:
    """Why this person can't settle the request or hand it on; None if it can be done."""
    against = barred(request, staff_id)
    if against is not None or request.taken_by == staff_id:
        return against
    return Outcome.TAKEN if request.taken_by else Outcome.NOT_TAKEN


def cannot_answer(request: Request, staff_id: int) -> Outcome | None:
    """The same for an answer or a closure. Raises StaleButton for that of a declaration or a claim: it ends by the
    decision on that.
    """
    if request.decided_apart:
        raise StaleButton
    return not_mine(request, staff_id)


def cannot_close(case: RequestCase, staff_id: int, seen: int) -> Outcome | None:
    """The same for a closure. `seen` is the member's last message that this person was shown."""
    return cannot_answer(case.request, staff_id) or (None if case.latest == seen else Outcome.ADDED)


def take(session: Session, held: Request, staff_id: int, holder: int, at: datetime) -> Outcome:
    """Take a request that is held (`hold`) from `holder`, the person who had it when it was shown; 0: nobody had it."""
    against = barred(held, staff_id)
    if against is not None:
        return against
    values = {"request": held.id, "holder": holder, "staff": staff_id, "at": at}
    return Outcome.DONE if rows(session.execute(_TAKE, values)) == 1 else Outcome.TAKEN


def put_back(session: Session, held: Request, staff_id: int) -> Outcome:
    """Let nobody have it any more."""
    against = not_mine(held, staff_id)
    if against is not None:
        return against
    session.execute(_PUT_BACK, {"request": held.id, "holder": staff_id})
    return Outcome.DONE


def hand_on(session: Session, held: Request, staff_id: int, other: int, at: datetime) -> Outcome:
    """Let a colleague have it. The caller checks the colleague's role."""
    against = not_mine(held, staff_id)
    if against is not None:
        return against
    if other == held.member_id:
        return Outcome.OWN
    session.execute(_TAKE, {"request": held.id, "holder": staff_id, "staff": other, "at": at})
    return Outcome.DONE


def answer(session: Session, held: RequestCase, draft: Message, staff_id: int, seen: int, at: datetime) -> Outcome:
    """Send an answer to the member, with its files. `seen` is the member's last message that the author was shown."""
    against = cannot_answer(held.request, staff_id)
    if against is not None:
        return against
    if not draft.text:
        return Outcome.EMPTY
    if held.latest != seen:
        return Outcome.ADDED
    if not _settle(session, held.request, State.ANSWERED, staff_id, at):
        return Outcome.SETTLED
    messages.send(session, draft, at)
    _end_drafts(session, held, draft)
    _tell(session, held.request, draft.id, at)
    for file in draft.files:
        key = AnswerFile(held.id, draft.id, file.id)
        letters.put(session, member_id=held.member_id, key=key, slot="1", at=at)
    return Outcome.DONE


def ask(session: Session, held: RequestCase, draft: Message, staff_id: int, at: datetime) -> Outcome:
    """Send a question about a declaration or a claim to its member: until it is answered, the case waits for that. A
    second question has to wait too.
    """
    against = not_mine(held.request, staff_id)
    if against is not None:
        return against
    if held.request.asked:
        return Outcome.ASKED
    if not draft.text:
        return Outcome.EMPTY
    if not rows(session.execute(_ASK, {"request": held.id, "holder": staff_id, "at": at})):
        return Outcome.SETTLED
    messages.send(session, draft, at)
    key = CaseAsked(held.id, draft.id)
    letters.put(session, member_id=held.member_id, key=key, slot="1", at=at)
    return Outcome.DONE


def close(session: Session, held: RequestCase, why: str, staff_id: int, seen: int, at: datetime) -> Outcome:
    """Close it without an answer; the member reads the reason."""
    against = cannot_close(held, staff_id, seen)
    if against is not None:
        return against
    if not _settle(session, held.request, State.CLOSED, staff_id, at):
        return Outcome.SETTLED
    _end_drafts(session, held)
    number = messages.put(session, held.id, By.REASON, staff_id, why, at)
    _tell(session, held.request, number, at)
    return Outcome.DONE


def _settle(session: Session, request: Request, state: State, staff_id: int, at: datetime) -> bool:
    values = {"request": request.id, "holder": staff_id, "turned": state.value, "at": at}
    return rows(session.execute(_SETTLE, values)) == 1


def _end_drafts(session: Session, held: RequestCase, sent: Message | None = None) -> None:
    """Remove what staff have begun to answer and not sent, with its files. The member's own draft stays."""
    for one in held.request.messages:
        if one.sent_at is None and one.by is not By.MEMBER and one != sent:
            messages.remove(session, one)


def _tell(session: Session, request: Request, message_id: int, at: datetime) -> None:
    key = RequestSettled(request.id, message_id)
    letters.put(session, member_id=request.member_id, key=key, slot="1", at=at)


def _name(session: Session, person: int | None) -> str:
    return "" if person is None else persons.name(session, person)
