"""The self-assessment: an order of questions that is pinned at the beginning, the answers, and the grading. Pure."""

import random
from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Generic, TypeVar

from content.refusals import NoMoreTests, RetakeLater
from content.rules import Rules
from content.study.course import Course, Item, Question, Retake, Review

Asked = TypeVar("Asked", bound=Item, covariant=True)


@dataclass(frozen=True)
class Pin:
    """One place of a sitting: the question that is asked there, and the numbers of its choices in the order shown."""

    question: int
    choices: tuple[int, ...]


def pin(course: Course, seed: str) -> tuple[Pin, ...]:
    """The course's questions and their choices in a random order. The same seed always gives the same order."""
    chance = random.Random(seed)
    questions = chance.sample(course.questions, len(course.questions))
    return tuple(
        Pin(question.number, tuple(chance.sample(range(1, len(question.choices) + 1), len(question.choices))))
        for question in questions
    )


@dataclass(frozen=True)
class Wrong:
    """A place with a wrong answer, and where the course teaches its subject."""

    place: int
    review: Review


class Places(ABC, Generic[Asked]):
    """Questions in the order in which one member sees them. Places and choices are counted from 1 in that order.

    `ticked` holds the member's ticks of each place: bit n-1 stands for choice n of the question AS PUBLISHED, so that
    ticks keep their meaning in any order shown. 0 is no answer.
    """

    pinned: tuple[Pin, ...]
    ticked: tuple[int, ...]

    @property
    @abstractmethod
    def questions(self) -> tuple[Asked, ...]:
        """The questions as they are published."""

    @property
    def asked(self) -> int:
        return len(self.pinned)

    @cached_property
    def unanswered(self) -> tuple[int, ...]:
        """The places without an answer."""
        return tuple(place for place, ticked in enumerate(self.ticked, start=1) if not ticked)

    @property
    def next_place(self) -> int:
        """The first place without an answer; 0 if all are answered."""
        return next(iter(self.unanswered), 0)

    def following(self, place: int) -> int:
        """The first place without an answer after this one, then before it; 0 if all are answered."""
        return next((one for one in self.unanswered if one > place), self.next_place)

    def question(self, place: int) -> Asked:
        """The question at this place. Raises LookupError if the place does not exist."""
        number = self._pin(place).question
        return next(asked for asked in self.questions if asked.number == number)

    def choices(self, place: int) -> tuple[str, ...]:
        """The choices at this place, in the order shown."""
        texts = self.question(place).choices
        return tuple(texts[number - 1] for number in self._pin(place).choices)

    def bit(self, place: int, choice: int) -> int:
        """The bit of the choice that is shown with this number. Raises LookupError if no choice has it."""
        choices = self._pin(place).choices
        if not 1 <= choice <= len(choices):
            raise LookupError(choice)
        return 1 << choices[choice - 1] - 1

    def answer(self, place: int) -> tuple[int, ...]:
        """The shown numbers of what was ticked at this place, ascending."""
        return self._shown(place, self.ticked[place - 1])

    def key(self, place: int) -> tuple[int, ...]:
        """The shown numbers of the right choices at this place, ascending."""
        return self._shown(place, bits(self.question(place).right))

    @cached_property
    def wrong_places(self) -> tuple[int, ...]:
        """Every place whose ticks are not exactly the right choices."""
        places = range(1, self.asked + 1)
        return tuple(place for place in places if self.ticked[place - 1] != bits(self.question(place).right))

    @property
    def right(self) -> int:
        """How many places are right. Several ticks are one answer: it is right or wrong as a whole."""
        return self.asked - len(self.wrong_places)

    def _pin(self, place: int) -> Pin:
        if not 1 <= place <= len(self.pinned):
            raise LookupError(place)
        return self.pinned[place - 1]

    def _shown(self, place: int, ticked: int) -> tuple[int, ...]:
        order = enumerate(self._pin(place).choices, start=1)
        return tuple(shown for shown, number in order if ticked >> number - 1 & 1)


@dataclass(frozen=True)
class Sitting(Places[Question]):
    """A self-assessment as one member sees it: questions and choices stand in the order pinned for this member."""

    course: Course
    pinned: tuple[Pin, ...]
    ticked: tuple[int, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        return self.course.questions

    @property
    def wrong(self) -> tuple[Wrong, ...]:
        """Every place with a wrong answer, and where the course teaches its subject."""
        return tuple(Wrong(place, self.question(place).review) for place in self.wrong_places)


def bits(numbers: Iterable[int]) -> int:
    """The choices as the record keeps them: bit n-1 stands for choice n."""
    return sum(1 << number - 1 for number in numbers)


def percent(right: int, asked: int) -> int:
    """A percentage to show. It is rounded down (2 of 3: 66 %), so it never shows a pass mark that was not reached."""
    return 100 * right // asked


@dataclass(frozen=True)
class Taken:
    """A member's earlier sittings of a self-assessment: how many, and when the last failed one ended."""

    sittings: int
    failed_at: datetime | None


def admit(retake: Retake, taken: Taken, now: datetime) -> None:
    """Raises NoMoreTests or RetakeLater if the course allows no further sitting now."""
    if retake.limit is not None and taken.sittings >= retake.limit:
        raise NoMoreTests
    if taken.failed_at is None:
        return
    opens = taken.failed_at + timedelta(minutes=retake.wait_minutes)
    if now < opens:
        raise RetakeLater(opens)


def state_of(sitting: Sitting, rules: Rules) -> str:
    """ "passed" or "failed" by these rules."""
    return "passed" if rules.passes(sitting.right, sitting.asked) else "failed"


@dataclass(frozen=True)
class Attempt:
    """One sitting of a member. Its course has the wording that the member was shown at the beginning."""

    id: int
    course_id: int
    edition_id: int
    state: str
    finished_at: datetime | None
    sitting: Sitting


@dataclass(frozen=True)
class Chosen:
    """An attempt after a tap, and whether the tap changed what is ticked."""

    attempt: Attempt
    changed: bool
