"""The self-assessment, purely: an order pinned at its beginning, what was answered, and how it is graded."""

import random
from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Generic, TypeVar

from content.course import Course, Item, Question, Retake, Review
from content.refusals import NoMoreTests, RetakeLater
from content.rules import Rules

Asked = TypeVar("Asked", bound=Item, covariant=True)


@dataclass(frozen=True)
class Pin:
    """One place of a sitting: which question is asked there, and its choices' numbers in the order shown."""

    question: int
    choices: tuple[int, ...]


def pin(course: Course, seed: str) -> tuple[Pin, ...]:
    """The course's questions, and the choices of each, in an order that this seed always gives."""
    chance = random.Random(seed)
    questions = chance.sample(course.questions, len(course.questions))
    return tuple(
        Pin(question.number, tuple(chance.sample(range(1, len(question.choices) + 1), len(question.choices))))
        for question in questions
    )


@dataclass(frozen=True)
class Wrong:
    """A place that was answered wrongly, and where the course teaches it."""

    place: int
    review: Review


class Places(ABC, Generic[Asked]):
    """Questions as they lie before one member. Places and choices are counted from 1, as he sees them.

    `ticked` holds, by place, what he ticked: bit n-1 stands for the choice that is numbered n where the question is
    published; 0 is no answer.
    """

    pinned: tuple[Pin, ...]
    ticked: tuple[int, ...]

    @property
    @abstractmethod
    def questions(self) -> tuple[Asked, ...]:
        """As they are published."""

    @property
    def asked(self) -> int:
        return len(self.pinned)

    @cached_property
    def unanswered(self) -> tuple[int, ...]:
        """The places without an answer."""
        return tuple(place for place, ticked in enumerate(self.ticked, start=1) if not ticked)

    @property
    def next_place(self) -> int:
        """The first place without an answer, 0 when all are answered."""
        return next(iter(self.unanswered), 0)

    def question(self, place: int) -> Asked:
        """What is asked there. Raises LookupError for a place that is none."""
        number = self._pin(place).question
        return next(asked for asked in self.questions if asked.number == number)

    def choices(self, place: int) -> tuple[str, ...]:
        """The choices there, in the order shown."""
        texts = self.question(place).choices
        return tuple(texts[number - 1] for number in self._pin(place).choices)

    def bit(self, place: int, choice: int) -> int:
        """The bit of the choice shown with this number. Raises LookupError for one that is none."""
        choices = self._pin(place).choices
        if not 1 <= choice <= len(choices):
            raise LookupError(choice)
        return 1 << choices[choice - 1] - 1

    def answer(self, place: int) -> tuple[int, ...]:
        """The numbers shown beside what was ticked there, ascending."""
        return self._shown(place, self.ticked[place - 1])

    def key(self, place: int) -> tuple[int, ...]:
        """The numbers shown beside the right choices there, ascending."""
        return self._shown(place, bits(self.question(place).right))

    @cached_property
    def wrong_places(self) -> tuple[int, ...]:
        """Every place whose ticks are not exactly the right choices."""
        places = range(1, self.asked + 1)
        return tuple(place for place in places if self.ticked[place - 1] != bits(self.question(place).right))

    @property
    def right(self) -> int:
        """How many places are answered rightly; several ticks count as one answer, right or wrong as a whole."""
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
    """A self-assessment as it lies before one member, its questions and their choices in the order pinned for him."""

    course: Course
    pinned: tuple[Pin, ...]
    ticked: tuple[int, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        return self.course.questions

    @property
    def wrong(self) -> tuple[Wrong, ...]:
        """Every place that is answered wrongly, and where the course teaches it."""
        return tuple(Wrong(place, self.question(place).review) for place in self.wrong_places)


def bits(numbers: Iterable[int]) -> int:
    """Choices as the record keeps them: bit n-1 for choice n."""
    return sum(1 << number - 1 for number in numbers)


def percent(right: int, asked: int) -> int:
    """For showing only: 2 of 3 are 66 %, never rounded up to a mark that was not reached."""
    return 100 * right // asked


@dataclass(frozen=True)
class Taken:
    """What a member did with a self-assessment before: how many sittings, and the end of the last failed one."""

    sittings: int
    failed_at: datetime | None


def admit(retake: Retake, taken: Taken, now: datetime) -> None:
    """Raises NoMoreTests or RetakeLater where the course does not allow a further sitting now."""
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
    """One sitting of a member. Its course is the one that he sees, in the wording that was shown when he began."""

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
