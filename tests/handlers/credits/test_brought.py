"""Credits that an import brought, as the member sees them: in /credits, in /why and on certificates."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from content.importing.report import Kind, Outcome, Planned, State
from content.rules import Rulebook, begins
from handlers.presses.credits.credits import Year
from handlers.presses.credits.why import InYear
from handlers.turn import House
from storage.certificates import certificates, doubts
from storage.credits import ledger
from storage.engine.sessions import Sessions
from storage.importing import imports, past_rows, staged
from storage.tables import Certificate
from tests.handlers.sitting import Sitter
from tests.operators import WHOLE
from tests.student import Learner, Student

DAY = date(2025, 6, 14)
TITLE = "見本市研修会"
WHAT = {
    **{"day": DAY.isoformat(), "title": TITLE, "organiser": "見本市医師会", "kind": "training", "code": 12},
    **{"half_units": 3, "category": "", "certifiable": True, "source": "past:0123456789abcdef", "sample": False},
}


def member(sessions: Sessions, house: House, now: datetime, since: date | None) -> Student:
    """A member of an operator that certifies from this day on what was brought."""
    profile = WHOLE.model_copy(update={"certifies_brought": since})
    return Student(sessions, replace(house, profile=profile), now)


def brings(student: Learner, **other: object) -> int:
    with student.sessions.begin() as session:
        number = imports.begin(session, Kind.CREDITS, "0" * 64, student.now)
        staged.add(session, number, 0, [Planned(2, Outcome.NEW, student.id, after=WHAT | other)])
        imports.ready(session, number, "", {Outcome.NEW.value: 1}, 1, student.now)
        past_rows.apply(session, number, staged.part(session, number, 0, 9), student.now, Rulebook())
        imports.settle(session, number, State.APPLIED, student.now)
        return number


def undoes(student: Learner, number: int) -> None:
    with student.sessions.begin() as session:
        past_rows.take_back(session, number, staged.part(session, number, 0, 9), student.now)
        imports.settle(session, number, State.UNDONE, student.now)


def test_it_counts_for_its_year_and_60_and_says_where_it_comes_from(
    sessions: Sessions, house: House, now: datetime
) -> None:
    me = member(sessions, house, now, None)
    brings(me)
    assert "1.5単位" in me.talk.presses(Year(2025, 1)).text
    assert f"{TITLE}（CC 12）　1.5単位　研修会　移行" in me.talk.screen.text
    assert "2.5" in me.talk.says("/credits").text  # and its code towards 60
    with sessions.reading() as session:
        (one,) = ledger.standing(session, me.id)
    told = me.talk.presses(InYear(one.id, 2025, 1)).text
    assert "これまでの記録（MAMIS）から、2026年11月22日（日）に移行した単位です" in told
    assert "受講証明書は、MAMISから出力してください" in told


@pytest.mark.parametrize(
    ("since", "certifiable", "shown"),
    [(None, True, False), (DAY, True, True), (DAY + timedelta(days=1), True, False), (DAY, False, False)],
)
def test_a_certificate_shows_it_by_the_operators_rule(
    sessions: Sessions, house: House, now: datetime, since: date | None, certifiable: bool, shown: bool
) -> None:
    me = member(sessions, house, now, since)
    me.earns("here", 74, begins(date(2026, 5, 1)))
    brings(me, certifiable=certifiable)
    me.talk.certifies("2025/4/1-2026/11/21")
    with sessions.reading() as session:
        facts = certificates.facts(session, session.execute(select(Certificate.id)).scalar_one())
    assert [line.title for line in facts.lines] == [TITLE] * shown + ["here"]


def test_an_undoing_is_told_by_no_letter_and_puts_the_certificate_before_an_officer(
    sessions: Sessions, house: House, now: datetime
) -> None:
    me = member(sessions, house, now, DAY)
    number = brings(me)
    me.talk.certifies("2025/4/1-2026/11/21")
    me.receives(me.now + timedelta(days=2))
    undoes(me, number)
    assert me.receives(me.now + timedelta(days=4)) == []
    with sessions.reading() as session:
        assert doubts.waiting(session).number == 1
    assert "移行取消" in me.talk.says("/why").text
    assert ledger_is_empty(me)


def ledger_is_empty(student: Student) -> bool:
    with student.sessions.reading() as session:
        return ledger.standing(session, student.id) == ()


def brings_the_course(me: Sitter) -> int:
    course = me.listed.course
    about = {"source": me.listed.source, "kind": course.kind.value, "code": course.code, "title": course.title}
    return brings(me, **about)


def test_a_course_that_was_brought_brings_no_second_credit(sessions: Sessions, house: House, now: datetime) -> None:
    me = Sitter(sessions, house, now)
    number = brings_the_course(me)
    me.sits(5)
    with sessions.reading() as session:
        assert [one.import_id for one in ledger.standing(session, me.id)] == [number]


def test_a_course_whose_import_was_taken_back_can_be_earned_here(
    sessions: Sessions, house: House, now: datetime
) -> None:
    """Nobody decided that this member has no credit of it; a credit that staff took back does not come by itself."""
    me = Sitter(sessions, house, now)
    undoes(me, brings_the_course(me))
    with sessions.reading() as session:
        assert (me.listed.source, False) not in ledger.granted(session, me.id)
    me.sits(5)
    with sessions.reading() as session:
        (one,) = ledger.standing(session, me.id)
        assert (one.source, one.import_id) == (me.listed.source, None)
