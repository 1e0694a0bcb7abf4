"""Whom an announcement is for, by the record of the moment at which each person is looked at.

Only those are in an audience who are logged in and can be reached; members, only if they have not switched
announcements off. They are looked at in the order of their numbers, so many at a time. A prefecture is sealed, so it is
compared here; the database chooses by everything else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, exists, func, or_, select, union_all
from sqlalchemy.orm import Session, aliased

from content.announcing.announcement import Audience, Of
from content.rules import Rules, begins, day_of, fiscal_year, year_span
from storage.credits.samples import IN_DEMO
from storage.engine.base import Moment
from storage.tables import Chat, Credit, Enrolment, Member, Preference, Staff

COUNTED = 2000
"""So many are looked at by one statement that only counts."""
_AFTER: BindParameter[int] = bindparam("after")
_LIMIT: BindParameter[int] = bindparam("limit")
_WANTS = or_(Preference.announcements.is_(None), Preference.announcements.is_(True))
_MEMBERS = (
    select(Chat.member_id.label("person"))
    .outerjoin(Preference, Preference.member_id == Chat.member_id)
    .where(Chat.member_id > _AFTER, Chat.reachable, _WANTS)
    .order_by(Chat.member_id)
    .limit(_LIMIT)
)
_REVERSAL = aliased(Credit)
_HAS_CODE = exists().where(
    Credit.member_id == Chat.member_id,
    Credit.code == bindparam("code"),
    Credit.sign == 1,
    Credit.earned_on.between(bindparam("first"), bindparam("last")),
    or_(~Credit.sample, IN_DEMO),
    ~exists().where(_REVERSAL.reverses_id == Credit.id),
)
_UNDER_WAY = exists().where(
    Enrolment.member_id == Chat.member_id,
    Enrolment.course_id == bindparam("course"),
    Enrolment.finished_at.is_(None),
)
_HELD = select(Staff.person_id).where(Staff.role == bindparam("role"))
_AS_MEMBERS = (
    select(Chat.member_id.label("person"))
    .outerjoin(Preference, Preference.member_id == Chat.member_id)
    .where(Chat.member_id.in_(_HELD), Chat.reachable, _WANTS)
)
_AS_ACCOUNTS = select(Chat.staff_id.label("person")).where(Chat.staff_id.in_(_HELD), Chat.reachable)
_STAFF = union_all(_AS_MEMBERS, _AS_ACCOUNTS).subquery()
_WHO: Mapping[Of, Select[*tuple[Any, ...]]] = {
    Of.ALL: _MEMBERS,
    Of.PREFECTURE: _MEMBERS.join(Member, Member.id == Chat.member_id).add_columns(Member.prefecture),
    Of.ROLE: select(_STAFF.c.person).where(_STAFF.c.person > _AFTER).order_by(_STAFF.c.person).limit(_LIMIT),
    Of.CODE: _MEMBERS.join(Member, Member.id == Chat.member_id).where(Member.earns, ~_HAS_CODE),
    Of.COURSE: _MEMBERS.where(_UNDER_WAY),
    Of.SINCE: _MEMBERS.where(func.coalesce(Chat.logged_in_at, Chat.created_at) < bindparam("before", type_=Moment)),
}


@dataclass(frozen=True)
class Looked:
    """Who of the persons looked at is in the audience. `reached`: the number up to which everybody was looked at.
    `over`: that was everybody.
    """

    people: Sequence[int]
    reached: int
    over: bool


def look(session: Session, audience: Audience, now: datetime, rules: Rules, *, after: int, limit: int) -> Looked:
    """Look at the next persons."""
    about = {"after": after, "limit": limit, **_values(audience, now, rules)}
    found = session.execute(_WHO[audience.of], about).all()
    people = [row.person for row in found if audience.of is not Of.PREFECTURE or row.prefecture == audience.value]
    return Looked(people, found[-1].person if found else after, len(found) < limit)


def count(session: Session, audience: Audience, now: datetime, rules: Rules) -> int:
    """How many are in the audience now. It looks at everybody: only for a reading transaction."""
    number, after, over = 0, 0, False
    while not over:
        looked = look(session, audience, now, rules, after=after, limit=COUNTED)
        number, after, over = number + len(looked.people), looked.reached, looked.over
    return number


def _values(audience: Audience, now: datetime, rules: Rules) -> Mapping[str, object]:
    """What the statement of this audience asks for."""
    match audience.of:
        case Of.ROLE:
            return {"role": audience.value}
        case Of.CODE:
            year = fiscal_year(day_of(now))
            (first, _), (_, last) = year_span(year - rules.goal_years + 1), year_span(year)
            return {"code": int(audience.value), "first": first, "last": last}
        case Of.COURSE:
            return {"course": int(audience.value)}
        case Of.SINCE:
            return {"before": begins(date.fromisoformat(audience.value))}
        case Of.ALL | Of.PREFECTURE:
            return {}
