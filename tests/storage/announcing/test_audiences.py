"""Who is in an audience: both sides of each boundary."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from content.announcing.announcement import Audience, Of
from content.rules import Rulebook, begins
from content.staff.rights import Role
from content.values import CreditKind
from storage.announcing import audiences
from storage.credits import ledger, samples
from storage.engine.statements import update_row
from storage.people import chats, preferences
from storage.staff import roles
from storage.study import enrolments
from storage.tables import Chat, Enrolment, Member
from tests.quizzes import MIXED, a_course
from tests.samples import member
from tests.storage.announcing.people import blocks, crowd, logged_in
from tests.storage.attempting import publish

RULES = Rulebook()
DAY = timedelta(days=1)


def found(session: Session, audience: Audience, at: datetime, *, limit: int = 2) -> list[int]:
    """Whom it reaches, looked at so many at a time; and as many are counted."""
    people: list[int] = []
    after, over = 0, False
    while not over:
        looked = audiences.look(session, audience, at, RULES.now(at), after=after, limit=limit)
        people += looked.people
        after, over = looked.reached, looked.over
    assert audiences.count(session, audience, at, RULES.now(at)) == len(people)
    return people


def test_all_are_those_who_can_be_reached_and_want_it(session: Session, now: datetime) -> None:
    everybody = crowd(session, 5, now)
    member(session, now, no="99")  # has never logged in
    assert found(session, Audience(Of.ALL), now) == everybody
    blocks(session, everybody[0])
    preferences.set_announcements(session, everybody[1], wanted=False)
    preferences.set_announcements(session, everybody[2], wanted=True)
    preferences.set_reminders(session, everybody[3], wanted=False)
    chat = chats.of_member(session, everybody[4])
    assert chat is not None
    chats.unbind(session, chat.id)
    assert found(session, Audience(Of.ALL), now) == everybody[2:4], "the switch of reminders is another one"


@pytest.mark.parametrize("limit", [1, 2, 3, 4, 5])
def test_however_many_are_looked_at_nobody_is_left_out(session: Session, now: datetime, limit: int) -> None:
    everybody = crowd(session, 4, now)
    assert found(session, Audience(Of.ALL), now, limit=limit) == everybody


def test_of_a_prefecture_are_those_who_live_there(session: Session, now: datetime) -> None:
    everybody = crowd(session, 5, now)
    for one, place in zip(everybody, ("東京都", "京都府", "", "東京都", "東京"), strict=True):
        update_row(session, Member, one, {"prefecture": place})
    assert found(session, Audience(Of.PREFECTURE, "東京都"), now) == [everybody[0], everybody[3]]
    assert found(session, Audience(Of.PREFECTURE, "京都府"), now) == [everybody[1]]
    assert found(session, Audience(Of.PREFECTURE, "沖縄県"), now) == []


def test_of_a_role_are_those_who_hold_it(session: Session, now: datetime) -> None:
    everybody = crowd(session, 4, now)
    roles.grant(session, everybody[0], "editor", now)
    roles.grant(session, everybody[1], "officer", now)
    roles.grant(session, everybody[2], "editor", now)
    blocks(session, everybody[2])
    roles.grant(session, member(session, now, no="99"), "editor", now)  # logged in nowhere
    assert found(session, Audience(Of.ROLE, Role.EDITOR), now) == [everybody[0]]
    assert found(session, Audience(Of.ROLE, Role.OWNER), now) == []


def test_who_lacks_a_code_has_no_credit_of_it_in_the_years_of_the_goal(session: Session, now: datetime) -> None:
    first, last = date(2024, 4, 1), date(2027, 3, 31)
    has, lacks, has_other, has_old, has_first, reversed_, sample, cannot = (
        logged_in(session, one, now, can_earn=one != 8) for one in range(1, 9)
    )
    _awards(session, has, 74, last)
    _awards(session, has_other, 75, first)
    _awards(session, has_old, 74, first - DAY)
    _awards(session, has_first, 74, first)
    _awards(session, reversed_, 74, last)
    ledger.reverse(session, reversed_, "course:x", reason="誤り", author_id=has, at=now)
    _awards(session, sample, 74, last, sample=True)
    audience = Audience(Of.CODE, "74")
    assert found(session, audience, now) == [lacks, has_other, has_old, reversed_, sample], "a sample is no credit"
    assert cannot not in found(session, Audience(Of.CODE, "0"), now), "who earns nothing lacks nothing"
    samples.let_count(session, now)
    assert found(session, audience, now) == [lacks, has_other, has_old, reversed_], "in the demo it is one"


def test_who_left_a_course_is_who_began_it_and_has_not_finished_it(session: Session, now: datetime) -> None:
    everybody = crowd(session, 4, now)
    course = publish(session, a_course(MIXED)).id
    for one in everybody[:2]:
        enrolments.touch(session, one, course, now)
    session.execute(update(Enrolment).where(Enrolment.member_id == everybody[1]).values(finished_at=now))
    assert found(session, Audience(Of.COURSE, str(course)), now) == everybody[:1]
    assert found(session, Audience(Of.COURSE, str(course + 1)), now) == []


def test_who_has_not_logged_in_since_a_day_of_japan(session: Session, now: datetime) -> None:
    day = date(2026, 11, 1)
    edge = begins(day)
    before, at = logged_in(session, 1, edge - timedelta(microseconds=1)), logged_in(session, 2, edge)
    older, newer = logged_in(session, 3, edge), logged_in(session, 4, edge)
    for one, since in ((older, edge - DAY), (newer, edge)):  # logged in before that was noted
        session.execute(update(Chat).where(Chat.member_id == one).values(logged_in_at=None, created_at=since))
    audience = Audience(Of.SINCE, day.isoformat())
    assert found(session, audience, now) == [before, older]
    chat = chats.of_member(session, before)
    assert chat is not None
    chats.bind(session, chat, before, now)
    assert found(session, audience, now) == [older], "a new login takes a member out"
    assert at not in found(session, audience, now)


def _awards(session: Session, person: int, code: int, day: date, *, sample: bool = False) -> None:
    """A credit of this code that was earned at noon of this day."""
    assert ledger.award(
        session,
        member_id=person,
        kind=CreditKind.LECTURE,
        source="course:x",
        half_units=2,
        code=code,
        title="高血圧",
        organiser="見本",
        earned_at=begins(day, 12),
        rules=RULES.at(day),
        sample=sample,
    )
