"""Practice: the wrong questions of a failed self-assessment once more, before it is taken again. Pure.

It says of an answer whether it is right, and never which choice is. The test itself says as much: its result names the
questions that were wrong. So a failed attempt and its practice together tell no more than two attempts do.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from content.refusals import NoMoreTests, NoPractice, PracticeClosed, StaleButton
from content.study.course import ListedCourse
from content.study.grading import Attempt, Sitting

FAILED = "failed"


@dataclass(frozen=True)
class Last:
    """A member's latest attempt at a course, and how many there were with it."""

    attempt: int
    edition: int
    state: str
    sittings: int


@dataclass(frozen=True)
class Mark:
    """What is ticked at a place in practice, and whether it was given as the answer. It is given once."""

    ticked: int
    given: bool


@dataclass(frozen=True)
class Practice:
    """The wrong places of an attempt, in their order. `sitting` is the attempt's, with the ticks of the practice."""

    attempt: Attempt
    places: tuple[int, ...]
    sitting: Sitting
    given: frozenset[int]

    @property
    def next_place(self) -> int:
        """The first place that has no answer in practice; 0 if all have."""
        return next((place for place in self.places if place not in self.given), 0)

    @property
    def right(self) -> int:
        """How many answers are right."""
        return sum(1 for place in self.given if self.is_right(place))

    @property
    def still_wrong(self) -> tuple[int, ...]:
        """The places with an answer that is wrong again."""
        return tuple(place for place in self.places if place in self.given and not self.is_right(place))

    def number(self, place: int) -> int:
        """The number of this place in the practice (1…)."""
        return self.places.index(place) + 1

    def is_right(self, place: int) -> bool:
        return place not in self.sitting.wrong_places


def of(attempt: Attempt, marks: Mapping[int, Mark]) -> Practice:
    """The practice of this attempt with these marks, by place."""
    places = attempt.sitting.wrong_places
    ticked = tuple(marks[place].ticked if place in marks else 0 for place in range(1, attempt.sitting.asked + 1))
    given = frozenset(place for place in places if place in marks and marks[place].given)
    return Practice(attempt, places, replace(attempt.sitting, ticked=ticked), given)


def admit(listed: ListedCourse, attempt: Attempt, last: Last | None, *, can_earn: bool) -> None:
    """Raises PracticeClosed, NoMoreTests or StaleButton if this attempt at the course can't be practised now.

    Without a further test there is no practice: it would tell what no test can tell any more.
    """
    if not can_earn:
        raise PracticeClosed(NoPractice.CANNOT_EARN)
    if attempt.state != FAILED or last is None:
        raise StaleButton
    if last.attempt != attempt.id:
        raise PracticeClosed(NoPractice.RETAKEN)
    _still(listed, last)


def offered(listed: ListedCourse, last: Last | None, *, can_earn: bool) -> int | None:
    """The attempt of which practice is open now; None if none is."""
    if last is None or last.state != FAILED or not can_earn:
        return None
    try:
        _still(listed, last)
    except (PracticeClosed, NoMoreTests):
        return None
    return last.attempt


def _still(listed: ListedCourse, last: Last) -> None:
    if last.edition != listed.edition_id:
        raise PracticeClosed(NoPractice.REVISED)
    if listed.course.retake.limit is not None and last.sittings >= listed.course.retake.limit:
        raise NoMoreTests
