"""What staff are shown of a member: how he is linked, what he studies, what he has earned, what keeps him out."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.rules import day_of, fiscal_year
from storage.credits import ledger
from storage.credits.ledger import Totals
from storage.people import chats, guards, members
from storage.people.members import Person
from storage.programme import courses
from storage.study import enrolments
from storage.tables import Member
from storage.trainings import claims

YEARS = 3
Link = Literal["none", "linked", "blocked"]
"""Whether the member is logged in in a chat; blocked: he is, and has blocked the bot."""

_CODE_UNTIL = select(Member.one_time_until).where(Member.id == bindparam("member"))


@dataclass(frozen=True)
class Begun:
    """A course under way."""

    title: str
    code: int
    touched_at: datetime


@dataclass(frozen=True)
class MemberCard:
    """`locked_until` and `code_until` are the moment of reading where there is no lock and no code in force.

    `years` holds this fiscal year and the two before it, the latest first; `claims` the late claims of his that wait.
    """

    person: Person
    link: Link
    under_way: tuple[Begun, ...]
    years: tuple[tuple[int, Totals], ...]
    locked_until: datetime
    code_until: datetime
    claims: tuple[int, ...]


def card(session: Session, member_id: int, now: datetime) -> MemberCard:
    """A member's card; raises NoResultFound."""
    return MemberCard(
        members.person(session, member_id),
        _link(session, member_id),
        _under_way(session, member_id),
        _years(session, member_id, now),
        guards.member_until(session, member_id, now),
        code_until(session, member_id, now),
        claims.of_member(session, member_id),
    )


def code_until(session: Session, member_id: int, now: datetime) -> datetime:
    """Until when the one-time code given to a member is good; now, if there is none."""
    until = session.execute(_CODE_UNTIL, {"member": member_id}).scalar_one()
    return now if until is None else max(until, now)


def _link(session: Session, member_id: int) -> Link:
    chat = chats.of_member(session, member_id)
    if chat is None:
        return "none"
    return "linked" if chat.reachable else "blocked"


def _under_way(session: Session, member_id: int) -> tuple[Begun, ...]:
    """The latest touched first; a course that was withdrawn is not one to go on with."""
    begun = enrolments.under_way(session, member_id)
    shown = {listed.id: listed.course for listed in courses.listed(session)} if begun else {}
    return tuple(
        Begun(shown[one.course_id].title, shown[one.course_id].code, one.touched_at)
        for one in begun
        if one.course_id in shown
    )


def _years(session: Session, member_id: int, now: datetime) -> tuple[tuple[int, Totals], ...]:
    earned, this = ledger.yearly(session, member_id), fiscal_year(day_of(now))
    return tuple((year, earned.get(year, Totals(0, frozenset()))) for year in range(this, this - YEARS, -1))
