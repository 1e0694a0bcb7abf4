"""The log as the room for it shows it: filtered, a page at a time, with the names of the people."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, select
from sqlalchemy.orm import Session, aliased

from content.rules import begins
from content.staff.logged import OPERATOR, Entry, Filter, Person
from storage.engine.cipher import Cipher
from storage.staff import log_keys
from storage.staff.log import ERASE_KEY, body_of
from storage.tables import Member, StaffAccount, StaffAct

_BY, _ON = aliased(Member), aliased(Member)
_BY_ACCOUNT, _ON_ACCOUNT = aliased(StaffAccount), aliased(StaffAccount)
_ROWS: Any = (
    select(
        StaffAct.number,
        StaffAct.at,
        StaffAct.staff_id,
        StaffAct.member_id,
        StaffAct.act,
        StaffAct.body,
        _BY.name.label("by_name"),
        _BY.member_no.label("by_no"),
        _BY_ACCOUNT.name.label("by_account"),
        _ON.name.label("on_name"),
        _ON.member_no.label("on_no"),
        _ON_ACCOUNT.name.label("on_account"),
    )
    .outerjoin(_BY, _BY.id == StaffAct.staff_id)
    .outerjoin(_BY_ACCOUNT, _BY_ACCOUNT.id == StaffAct.staff_id)
    .outerjoin(_ON, _ON.id == StaffAct.member_id)
    .outerjoin(_ON_ACCOUNT, _ON_ACCOUNT.id == StaffAct.member_id)
    .order_by(StaffAct.number.desc())
)
_COUNT = select(func.count()).select_from(StaffAct)
_ERASED = select(StaffAct.member_id, func.max(StaffAct.number)).where(StaffAct.act == ERASE_KEY)
_NEXT_ACTOR = select(func.min(StaffAct.staff_id)).where(StaffAct.staff_id > bindparam("after"))
_MEMBER = select(Member.id, Member.name, Member.member_no).where(Member.id == bindparam("person"))
_ACCOUNT = select(StaffAccount.id, StaffAccount.name).where(StaffAccount.id == bindparam("person"))
_STEP = 500


def count(session: Session, shown: Filter) -> int:
    """How many acts the filter leaves."""
    number: int = session.execute(_filtered(_COUNT, shown)).scalar_one()
    return number


def page(session: Session, shown: Filter, skip: int, most: int) -> tuple[Entry, ...]:
    """Some of them, the latest first. Their bodies are not opened."""
    rows = session.execute(_filtered(_ROWS, shown).offset(skip).limit(most))
    return tuple(_entry(row, None, erased=False) for row in rows)


def entry(session: Session, cipher: Cipher, number: int) -> Entry:
    """An act, with its body. Raises NoResultFound."""
    row = session.execute(_ROWS.where(StaffAct.number == number)).one()
    owner = _owner(row)
    body = body_of(log_keys.one(session, cipher, owner), number, row.body)
    return _entry(row, body, erased=_erased(session, owner).get(owner, 0) > number)


def every(session: Session, cipher: Cipher, shown: Filter) -> Iterator[Entry]:
    """All that the filter leaves, with their bodies, the latest first."""
    keys, erased = log_keys.every(session, cipher), _erased(session)
    statement = _filtered(_ROWS, shown).execution_options(yield_per=_STEP)
    for row in session.execute(statement):
        owner = _owner(row)
        body = body_of(keys.get(owner, b""), row.number, row.body)
        yield _entry(row, body, erased=erased.get(owner, 0) > row.number)


def actors(session: Session) -> Sequence[Person]:
    """All who ever acted, also those without a role by now. The index gives one after the other: the log is long, and
    the people are few.
    """
    found: list[Person] = []
    last = 0
    while (last := session.execute(_NEXT_ACTOR, {"after": last}).scalar() or 0) > 0:
        found.append(person(session, last))
    return found


def person(session: Session, person_id: int) -> Person:
    """A member or a staff account, as the log names one; without an id if there is neither."""
    for statement in (_MEMBER, _ACCOUNT):
        row = session.execute(statement, {"person": person_id}).one_or_none()
        if row is not None:
            return Person(*row)
    return Person()


def _filtered(statement: Any, shown: Filter) -> Any:
    return statement.where(*_conditions(shown))


def _conditions(shown: Filter) -> Iterator[ColumnElement[bool]]:
    yield StaffAct.number.between(1, shown.upto)
    if shown.by:
        yield StaffAct.staff_id.is_(None) if shown.by == OPERATOR else StaffAct.staff_id == shown.by
    if shown.on:
        yield StaffAct.member_id == shown.on
    if shown.act:
        yield StaffAct.act == shown.act_name
    if shown.day:
        yield StaffAct.at >= begins(shown.day)
        yield StaffAct.at < begins(shown.day + timedelta(days=1))


def _erased(session: Session, member: int | None = None) -> Mapping[int, int]:
    """By member, the number of the last act that erased the key."""
    statement = _ERASED if member is None else _ERASED.where(StaffAct.member_id == member)
    return {one: number for one, number in session.execute(statement.group_by(StaffAct.member_id)) if one is not None}


def _owner(row: Any) -> int:
    """The member whose key seals the body."""
    owner: int = row.member_id if row.member_id is not None else row.staff_id
    return owner


def _entry(row: Any, body: Mapping[str, Any] | None, *, erased: bool) -> Entry:
    by = Person(row.staff_id, row.by_name or row.by_account or "", row.by_no or "")
    on = Person(row.member_id, row.on_name or row.on_account or "", row.on_no or "")
    said = body or {"why": "", "before": {}, "after": {}}
    return Entry(row.number, row.at, by, on, row.act, readable=body is not None, erased=erased, **said)
