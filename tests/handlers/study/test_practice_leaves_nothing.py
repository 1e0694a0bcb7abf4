"""For any answers, practice followed by the next test leaves exactly the record that the next test alone leaves."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from content.refusals import Refusal
from content.study.grading import bits
from content.words import JA
from handlers.features import FEATURES
from handlers.incoming import Pressed
from handlers.press import Press
from handlers.presses.study.practice import Give, Pick, Practise, Unpick
from handlers.presses.study.quiz import Begin, Choose, Grade
from handlers.routing import Routes
from handlers.turn import House, Visit
from storage.engine.base import Base
from storage.engine.sessions import Sessions
from storage.people import chats
from storage.people.chat import Caller
from storage.study import attempts
from storage.tables import PracticeAnswer
from tests.handlers.sitting import Sitter
from tests.quizzes import MIXED, a_course
from tests.sizes import PHASES

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

ROUTES = Routes(FEATURES)
SHEETS = st.lists(st.integers(1, 31), min_size=5, max_size=5)
"""What is ticked at each of five places: bit n-1 stands for the choice shown with n."""
PLACES, CHOICES = st.integers(0, 6), st.integers(0, 6)
TAPS = st.one_of(
    st.just((Practise,)),
    st.tuples(st.just(Pick), PLACES, CHOICES),
    st.tuples(st.just(Unpick), PLACES, CHOICES),
    st.tuples(st.just(Give), PLACES),
)
PRACTISED = st.lists(TAPS, max_size=30)


class Chat:
    """A member who presses within one transaction, so that all of it can be undone."""

    def __init__(self, session: Session, house: House, member: Sitter) -> None:
        self.session, self.house, self.member, self.now = session, house, member, member.now

    def presses(self, press: Press) -> None:
        chat = chats.meet(self.session, self.house.cipher, 7, "ja", self.member.now)
        visit = Visit(self.session, replace(chat, caller=Caller(self.member.id, True)), self.now, JA, self.house, 1)
        ROUTES.plan(Pressed(press.pack(), 1), None).act(visit)

    def sits(self, sheet: Sequence[int], *, fails: bool) -> int:
        """A whole test with these ticks; of a question that takes one, the lowest. `fails`: not all are right."""
        self.presses(Begin(self.member.listed.id))
        (number,) = attempts.open_ones(self.session, self.member.id)
        sitting = attempts.own(self.session, self.member.id, number).sitting
        for place, ticked in enumerate(sheet, start=1):
            shown = [choice for choice in range(1, 6) if ticked >> choice - 1 & 1]
            if fails and place < 3 and bits(shown) == bits(sitting.key(place)):
                shown = [shown[0] % 5 + 1]
            for choice in shown if sitting.question(place).several else shown[:1]:
                self.presses(Choose(number, place, choice))
        self.presses(Grade(number))
        return number

    def practises(self, attempt: int, taps: Sequence[tuple[Any, ...]]) -> None:
        """Press these in turn, sensible or not."""
        for kind, *values in taps:
            with suppress(Refusal):
                self.presses(kind(attempt, *values))

    def record(self) -> dict[str, list[Any]]:
        tables = Base.metadata.sorted_tables
        return {table.name: sorted(map(repr, self.session.execute(select(table)))) for table in tables}


@settings(
    max_examples=15,
    deadline=None,
    phases=PHASES,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(first=SHEETS, early=PRACTISED, second=SHEETS, late=PRACTISED)
def test_practice_changes_no_record(
    kept: tuple[Sessions, House, Sitter], first: list[int], early: list[Any], second: list[int], late: list[Any]
) -> None:
    sessions, house, member = kept
    left = []
    for practised in (True, False):
        with sessions.begin() as session, session.begin_nested() as undone:
            chat = Chat(session, house, member)
            failed = chat.sits(first, fails=True)
            chat.now += timedelta(minutes=5)
            if practised:
                chat.practises(failed, [(Practise,), *early])
                assert session.execute(select(PracticeAnswer)).all() != []
            chat.now = member.now + timedelta(hours=1)
            chat.sits(second, fails=False)
            if practised:
                chat.practises(failed, late)
            left.append(chat.record())
            undone.rollback()
    assert left[0] == left[1]


@pytest.fixture
def kept(sessions: Sessions, house: House, now: datetime) -> tuple[Sessions, House, Sitter]:
    """A member who may take the test of a course of five questions, two of which take several choices."""
    return sessions, house, Sitter(sessions, house, now, a_course(MIXED))
