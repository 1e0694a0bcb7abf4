"""A member who takes the test of one course, by the labels that he sees."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from content.credits.credit import StandingCredit
from content.refusals import StaleButton
from content.study.course import Course
from handlers.press import Press
from handlers.presses.study.quiz import Begin, Show
from handlers.screens.screen import Screen
from handlers.turn import House
from storage.credits import ledger
from storage.engine.sessions import Sessions
from storage.people import preferences
from storage.tables import Answer, Attempt
from tests.quizzes import KEY, MIXED, a_course
from tests.student import Learner


class Sitter(Learner):
    """The member has watched every chapter of the course, unless told otherwise. `goes_on`: a test does, by itself."""

    def __init__(
        self,
        sessions: Sessions,
        house: House,
        now: datetime,
        course: Course | None = None,
        *,
        no: str = "1000000001",
        can_earn: bool = True,
        watched: bool = True,
        goes_on: bool = False,
    ) -> None:
        super().__init__(sessions, house, now, no=no, can_earn=can_earn)
        self.given(course or a_course(MIXED))
        with sessions.begin() as session:
            preferences.set_test_goes_on(session, self.id, goes_on)
        if watched:
            self.watches(*self.listed.films)

    def waits(self, **time: float) -> None:
        self.talk.now += timedelta(**time)

    def begins(self) -> Screen:
        return self.talk.presses(Begin(self.listed.id))

    def presses(self, press: Press | str) -> Screen:
        return self.talk.presses(press)

    def taps(self, label: str) -> Screen:
        return self.talk.taps(label)

    def answers(self, right: int) -> Screen:
        """Every question from here, the first `right` places by the key, others wrongly; then the page of answers."""
        while (place := self.place) < self.asked:
            self.answers_here(rightly=place <= right)
            self.taps(f"問{place + 1} ›")
        self.answers_here(rightly=self.asked <= right)
        return self.taps("解答を確認する")

    def answers_here(self, *, rightly: bool) -> None:
        for number in self.key() if rightly else self.slips()[:1]:
            self.taps(str(number))

    def sits(self, right: int) -> Screen:
        """A whole test."""
        self.begins()
        self.answers(right)
        return self.taps("採点する")

    def key(self) -> list[int]:
        """The numbers beside the right choices of the question that is seen."""
        return [number for number, text in self.choices if KEY in text]

    def slips(self) -> list[int]:
        return [number for number, text in self.choices if KEY not in text]

    @property
    def choices(self) -> list[tuple[int, str]]:
        found = (re.fullmatch(r"(\d+)　(.*)", line) for line in self.talk.lines)
        return [(int(match[1]), match[2]) for match in found if match]

    @property
    def place(self) -> int:
        return int(self._heading()[1])

    @property
    def asked(self) -> int:
        return int(self._heading()[2])

    @property
    def attempt(self) -> int:
        """The attempt that the screen is about."""
        name, _, number = self.talk.screen.subject.partition(":")
        assert name == "attempt"
        return int(number)

    def shows(self, place: int) -> Screen:
        return self.presses(Show(self.attempt, place))

    @property
    def credits(self) -> tuple[StandingCredit, ...]:
        with self.sessions.reading() as session:
            return ledger.entries(session, self.id)

    def _heading(self) -> re.Match[str]:
        found = re.search(r"問(\d+) / (\d+)", self.talk.lines[0])
        assert found, self.talk.screen.text
        return found


def record(sessions: Sessions) -> list[Any]:
    """Everything that tests leave behind."""
    with sessions.reading() as session:
        attempts = session.execute(select(*Attempt.__table__.columns).order_by(Attempt.id)).all()
        answers = session.execute(select(*Answer.__table__.columns).order_by(Answer.attempt_id, Answer.place)).all()
        return [*attempts, *answers]


def result(screen: Screen) -> Screen:
    """The message of its own that follows a passed test."""
    (one,) = screen.also
    return one


def all_stale(sitter: Sitter, forged: list[str]) -> None:
    """Each is refused, and the record is as it was."""
    before = record(sitter.sessions)
    for data in forged:
        with pytest.raises(StaleButton):
            sitter.presses(data)
    assert record(sitter.sessions) == before
