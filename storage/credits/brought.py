"""Which members have a credit of before that is of one day, code and title, under a name of its own."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.importing.past_record import OWN, same
from storage.tables import Credit

AT_ONCE = 500
"""So many members are asked about in one statement: a database takes no more than some thousands of parameters."""
_BROUGHT = select(Credit.id, Credit.member_id, Credit.title, Credit.reverses_id).where(
    Credit.member_id.in_(bindparam("members", expanding=True)),
    Credit.earned_on == bindparam("day"),
    Credit.code == bindparam("code"),
    Credit.import_id.is_not(None),
    Credit.source.startswith(OWN),
)


def holders(session: Session, members: Sequence[int], day: date, code: int, titles: Collection[str]) -> frozenset[int]:
    """The members, of these, who hold such a credit that stands. A credit that was imported under the name of its
    content does not count here: the content brings no second one anyway.
    """
    wanted = {same(day, code, title) for title in titles if title}
    found: set[int] = set()
    for start in range(0, len(members), AT_ONCE):
        some = {"members": members[start : start + AT_ONCE], "day": day, "code": code}
        rows = session.execute(_BROUGHT, some).all()
        gone = {row.reverses_id for row in rows}
        granted = (row for row in rows if row.reverses_id is None and row.id not in gone)
        found |= {row.member_id for row in granted if same(day, code, row.title) in wanted}
    return frozenset(found)
