"""What staff see of a member: the chat, courses under way, credits, and what keeps the member from logging in."""

from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from content.credits.credit import Totals
from content.requests.requesting import DECIDED_APART, Kind
from content.rules import day_of, fiscal_year
from content.staff.people import Begun, Link, MemberCard
from storage.credits import ledger, samples
from storage.people import chats, guards, members
from storage.programme import courses
from storage.requests import threads
from storage.study import enrolments
from storage.tables import Member
from storage.trainings import claims

YEARS = 3

_CODE_UNTIL = select(Member.one_time_until).where(Member.id == bindparam("member"))


def card(session: Session, member_id: int, now: datetime) -> MemberCard:
    """A member's card. Raises NoResultFound."""
    waiting = threads.of_member(session, member_id)
    return MemberCard(
        members.person(session, member_id),
        _link(session, member_id),
        _under_way(session, member_id),
        _years(session, member_id, now),
        guards.member_until(session, member_id, now),
        code_until(session, member_id, now),
        claims.of_member(session, member_id),
        tuple(number for kind, number in waiting if kind is Kind.DECLARATION),
        tuple(number for kind, number in waiting if kind not in DECIDED_APART),
        sample=samples.count_here(session),
    )


def code_until(session: Session, member_id: int, now: datetime) -> datetime:
    """The moment until which the member's one-time code is valid; now if there is no code."""
    until = session.execute(_CODE_UNTIL, {"member": member_id}).scalar_one()
    return now if until is None else max(until, now)


def _link(session: Session, member_id: int) -> Link:
    chat = chats.of_member(session, member_id)
    if chat is None:
        return "none"
    return "linked" if chat.reachable else "blocked"


def _under_way(session: Session, member_id: int) -> tuple[Begun, ...]:
    """The courses under way, the latest touched first, without withdrawn ones: nobody can go on with those."""
    begun = enrolments.under_way(session, member_id)
    shown = {listed.id: listed.course for listed in courses.listed(session)} if begun else {}
    known = [(shown[one.course_id], one.touched_at) for one in begun if one.course_id in shown]
    return tuple(Begun(course.title, course.title_en, course.code, touched_at) for course, touched_at in known)


def _years(session: Session, member_id: int, now: datetime) -> tuple[tuple[int, Totals], ...]:
    earned, this = ledger.yearly(session, member_id), fiscal_year(day_of(now))
    return tuple((year, earned.get(year, Totals(0, frozenset()))) for year in range(this, this - YEARS, -1))
