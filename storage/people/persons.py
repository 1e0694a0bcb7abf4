"""People: whoever can be logged in, a member or somebody with a staff account."""

from datetime import datetime
from typing import cast

from sqlalchemy import Table, bindparam, func, insert, select
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session

from storage.engine.base import in_row
from storage.tables import Member, Person, StaffAccount

_NEW = insert(Person).returning(Person.id)
_PERSONS = cast(Table, Person.__table__)
_LAST = select(func.coalesce(func.max(Person.id), 0))
_FOLLOWING = (
    insert(_PERSONS)
    .from_select(
        ["id"],
        select(func.nextval(func.pg_get_serial_sequence("people", "id"))).select_from(
            func.generate_series(1, bindparam("count"))
        ),
    )
    .returning(_PERSONS.c.id)
)
_NEW_ACCOUNT = insert(cast(Table, StaffAccount.__table__))
_NAMES = (
    select(Member.name, StaffAccount.name.label("account_name"))
    .select_from(Person)
    .outerjoin(Member, Member.id == Person.id)
    .outerjoin(StaffAccount, StaffAccount.id == Person.id)
    .where(Person.id == bindparam("person"))
)
_ACCOUNT = select(StaffAccount.id).where(StaffAccount.id == bindparam("person"))


def new(session: Session) -> int:
    """The number of a new person."""
    return session.execute(_NEW).scalar_one()


def several(session: Session, count: int) -> list[int]:
    """The numbers of so many new people."""
    if session.get_bind().dialect.name == "postgresql":
        return sorted(int(one) for one in session.execute(_FOLLOWING, {"count": count}).scalars())
    # the transaction is the only one that writes, so nobody else takes these numbers meanwhile
    last = session.execute(_LAST).scalar_one()
    found = list(range(last + 1, last + 1 + count))
    session.execute(insert(_PERSONS), [{"id": one} for one in found])
    return found


def expected(session: Session) -> int | None:
    """The number that the next new person will get if nobody makes one before; None if that can't be told."""
    if session.get_bind().dialect.name == "postgresql":
        return None
    return int(session.execute(_LAST).scalar_one()) + 1


def new_account(session: Session, name: str, at: datetime) -> int:
    """Make a staff account; returns the number of its person."""
    person = new(session)
    session.execute(_NEW_ACCOUNT, in_row(StaffAccount, person, {"name": name, "made_at": at}))
    return person


def name(session: Session, person_id: int) -> str:
    """The name of a member or of a staff account. Raises NoResultFound."""
    row = session.execute(_NAMES, {"person": person_id}).one()
    found: str | None = row.name if row.name is not None else row.account_name
    if found is None:
        raise NoResultFound
    return found


def has_account(session: Session, person_id: int) -> bool:
    """Whether the person has a staff account, and so is no member."""
    return session.execute(_ACCOUNT, {"person": person_id}).first() is not None
