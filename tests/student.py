"""Members who study, and look at the outcome in a talk."""

from datetime import datetime
from typing import Any

from content.rules import day_of
from content.study.course import Course, ListedCourse
from content.values import CreditKind
from content.words import speak
from handlers.features import FEATURES
from handlers.presses.study.course import OpenCourse
from handlers.routing import letter_kinds
from handlers.screens.screen import Screen
from handlers.turn import House, Turn, Unwanted
from storage.credits import ledger
from storage.engine.sessions import Sessions
from storage.people import chats
from storage.people.chat import Caller
from storage.post import letters
from storage.post.letters import Letter
from storage.programme import courses as programme
from storage.study import enrolments, progress
from tests import samples
from tests.talk import Talk

WRITERS = {one.key: one.make for one in letter_kinds(FEATURES)}


class Learner:
    """A member of a test. `listed` is the course that was given last: the one that is watched, sat and seen."""

    listed: ListedCourse

    def __init__(
        self, sessions: Sessions, house: House, now: datetime, *, no: str = "1000000001", can_earn: bool = True
    ) -> None:
        self.sessions = sessions
        with sessions.begin() as session:
            self.id = samples.member(session, now, no=no, can_earn=can_earn)
        self.talk = Talk(sessions, house, now, Caller(self.id, can_earn))

    @property
    def now(self) -> datetime:
        """The moment of whatever comes next."""
        return self.talk.now

    def given(self, *courses: Course) -> ListedCourse:
        with self.sessions.begin() as session:
            for course in courses:
                self.listed = samples.publish(session, course, self.now)
        return self.listed

    def watches(self, *chapters: int) -> None:
        with self.sessions.begin() as session:
            for number in chapters:
                seconds = self.listed.chapter(number).seconds
                samples.watch(session, self.id, self.listed.films[number], seconds, self.now)

    def claims(self, at: datetime) -> list[Letter[Any]]:
        """The letters that are due by then, on their way."""
        with self.sessions.begin() as session:
            return list(letters.claim(session, at))

    def reads(self, letter: Letter[Any], at: datetime) -> Screen | Unwanted:
        """What a claimed letter says then, whatever the hour; it counts as sent."""
        with self.sessions.begin() as session:
            chat = chats.meet(session, self.sessions.cipher, 7, self.talk.language, at)
            words = speak(self.talk.language)
            turn = Turn(session, chat, at, words, self.talk.house, 0, member=self.talk.member or Caller(self.id, True))
            written = WRITERS[type(letter.key)](turn, letter)
            letters.settle(session, letter, "sent", at)
        return written

    def receives(self, at: datetime) -> list[Screen | Unwanted]:
        """What the letters say that are due by then, of every feature."""
        return [self.reads(letter, at) for letter in self.claims(at)]


class Student(Learner):
    """Studies without the chat: every act is written straight into the record."""

    def watches_some(self, number: int, seconds: int) -> None:
        with self.sessions.begin() as session:
            samples.watch(session, self.id, self.listed.films[number], seconds)

    def sits(self, state: str, number: int = 1) -> None:
        with self.sessions.begin() as session:
            samples.sit(session, self.id, self.listed, state, self.now, number)
            rules = self.talk.house.rulebook.now(self.now)
            progress.earn_if_due(session, self.id, self.listed, rules, self.now)

    def begins(self, slug: str, *, finished: bool = False) -> None:
        with self.sessions.begin() as session:
            course_id = programme.by_slug(session, slug).id
            enrolments.touch(session, self.id, course_id, self.now)
            if finished:
                enrolments.finish(session, self.id, course_id, self.now)

    def earns(
        self,
        slug: str,
        code: int,
        at: datetime,
        *,
        title: str = "",
        half_units: int = 2,
        kind: CreditKind = CreditKind.LECTURE,
        sample: bool = False,
    ) -> None:
        with self.sessions.begin() as session:
            assert ledger.award(
                session,
                member_id=self.id,
                kind=kind,
                source=f"course:{slug}",
                half_units=half_units,
                code=code,
                title=title or slug,
                organiser="見本委員会",
                earned_at=at,
                rules=self.talk.house.rulebook.at(day_of(at)),
                sample=sample,
            )

    def loses(self, slug: str) -> None:
        with self.sessions.begin() as session:
            source = f"course:{slug}"
            assert ledger.reverse(session, self.id, source, reason="重複", author_id=self.id, at=self.now)

    def sees(self) -> list[str]:
        """Open the course's card; returns its lines."""
        self.talk.presses(OpenCourse(self.listed.id))
        return self.talk.lines
