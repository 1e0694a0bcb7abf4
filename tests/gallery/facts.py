"""What the gallery shows: the published courses, and a course that fills every limit of the course package."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

from content.credits.credit import StandingCredit, Totals
from content.package import read_programme
from content.rules import Rulebook
from content.study.course import (
    Chapter,
    ChapterState,
    CommonLecture,
    Course,
    Kind,
    Question,
    Retake,
    Review,
    Supervisor,
    Video,
)
from content.study.grading import Attempt, Pin, Sitting, bits, pin
from content.values import CreditKind
from tests.house.source import ROOT

NOW = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)
RULES = Rulebook().now(NOW)
NAME = "髙" * 30
NUMBER = 2**31 - 1
"""The largest number that a row of PostgreSQL, and so a button, can have."""
ADDRESS = "https://tani.example.org/watch/" + "w" * 120


@cache
def published() -> tuple[Course, ...]:
    """The courses of the repository."""
    courses, faults = read_programme(ROOT / "content" / "courses")
    assert not faults
    return courses


@cache
def largest() -> Course:
    """As much of everything as content/README.md allows."""
    chapters = tuple(Chapter(number, "題" * 60, (_video(number),), 5999, "t" * 120) for number in range(1, 31))
    choices = tuple(f"{number}" * 2 + "肢" * 118 for number in range(10))
    question = Question(1, "文" * 300, choices, frozenset(range(1, 10)), "説" * 1000, Review(30, 5998))
    return Course(
        slug="s" * 40,
        title="名" * 60,
        code=83,
        kind=Kind.LECTURE,
        half_units=3,
        sample=True,
        planning="企" * 80,
        supervisors=tuple(Supervisor("監" * 80, "職" * 80) for _ in range(5)),
        chapters=chapters,
        questions=tuple(replace(question, number=number) for number in range(1, 51)),
        common_lecture=CommonLecture("分" * 30, 3),
        retake=Retake(3, 43200),
        title_en="T" * 120,
    )


def _video(number: int) -> Video:
    return Video(f"{number}.mp4", "video/mp4", "0" * 64, 5999)


def chapters(course: Course, done: int, begun: int = 0) -> tuple[ChapterState, ...]:
    """The first `done` chapters 受講済, the `begun` after them half watched."""
    return tuple(
        ChapterState(
            one.number,
            one.title,
            one.seconds,
            one.seconds if one.number <= done else one.seconds // 2 if one.number <= done + begun else 0,
            one.number <= done,
            NUMBER,
            one.title_en,
        )
        for one in course.chapters
    )


def attempt(course: Course, ticked: Sequence[int] = (), *, state: str = "open") -> Attempt:
    """A sitting of it, with these ticks at its first places."""
    pinned = pin(course, "gallery")
    return _attempt(course, pinned, (*ticked, *[0] * (len(pinned) - len(ticked))), state)


def graded(course: Course, *, right: bool) -> Attempt:
    """A sitting with every answer right, or every answer wrong."""
    pinned = pin(course, "gallery")
    keys = {one.number: bits(one.right) for one in course.questions}
    every = {one.number: bits(range(1, len(one.choices) + 1)) for one in course.questions}
    ticks = tuple(keys[one.question] if right else every[one.question] & ~keys[one.question] for one in pinned)
    return _attempt(course, pinned, ticks, "passed" if right else "failed")


def _attempt(course: Course, pinned: tuple[Pin, ...], ticks: tuple[int, ...], state: str) -> Attempt:
    return Attempt(NUMBER, NUMBER, 1, state, None if state == "open" else NOW, Sitting(course, pinned, ticks))


def entries(number: int, *, counts: bool = True) -> tuple[StandingCredit, ...]:
    """Credits of a member, all of samples: they `count`, as in the demo, or not, as elsewhere."""
    return tuple(
        StandingCredit(
            one,
            tuple(CreditKind)[one % 5],
            f"course:{one}",
            3,
            one % 84,
            "題" * 60,
            "企" * 80,
            TODAY,
            NOW,
            "2016-04",
            NOW,
            sample=True,
            counts=counts,
        )
        for one in range(1, number + 1)
    )


def totals(codes: int) -> Totals:
    return Totals(3 * codes, frozenset(range(codes)))
