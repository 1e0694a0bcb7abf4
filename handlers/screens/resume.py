"""Going on where one left off, where there is more than one thing to go on with, or none."""

from collections.abc import Sequence
from dataclasses import dataclass

from content.words import Words
from handlers.press import Press
from handlers.screens.browse import Codes, fitted
from handlers.screens.course import OpenCourse
from handlers.screens.screen import Button, Screen, page, row
from handlers.screens.start import back

MOST = 5


@dataclass(frozen=True)
class Resume(Press, tag="re"):
    """Go on."""


@dataclass(frozen=True)
class Begun:
    """A course under way: `done` of its chapters are 受講済."""

    course_id: int
    title: str
    done: int
    chapters: int


def several(begun: Sequence[Begun], words: Words) -> Screen:
    """Courses under way, the latest touched first."""
    say = words.resume
    numbered = list(enumerate(begun, start=1))
    lines = [say.course(number, one.title, one.done, one.chapters) for number, one in numbered]
    opening = [
        row(Button(fitted(say.button(number, one.title)), OpenCourse(one.course_id))) for number, one in numbered
    ]
    return Screen(page(say.title(), say.several(), "", *lines), (*opening, back(words)), subject="resume")


def nothing(words: Words) -> Screen:
    """No course is under way."""
    to_courses = row(Button(words.common.to_courses(), Codes(1, "courses")))
    return Screen(page(words.resume.title(), words.resume.nothing()), (to_courses, back(words)), subject="resume")
