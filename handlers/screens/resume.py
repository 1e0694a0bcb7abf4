"""Going on where one left off, where there is more than one thing to go on with, or none."""

from collections.abc import Sequence
from dataclasses import dataclass

from content.words import Words
from handlers.press import Press
from handlers.screens.browse import Codes, fitted
from handlers.screens.course import OpenCourse
from handlers.screens.declaring import Declarations
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


def several(begun: Sequence[Begun], words: Words, *, drafts: int = 0) -> Screen:
    """Courses under way, the latest touched first, and the way to so many drafts of declarations."""
    say = words.resume
    numbered = list(enumerate(begun, start=1))
    lines = [say.course(number, one.title, one.done, one.chapters) for number, one in numbered]
    opening = [
        row(Button(fitted(say.button(number, one.title)), OpenCourse(one.course_id))) for number, one in numbered
    ]
    to_drafts = [row(Button(words.declare.to_drafts(), Declarations(1)))] if drafts else []
    rows = (*opening, *to_drafts, back(words))
    return Screen(page(say.title(), say.several(), "", *lines), rows, subject="resume")


def nothing(words: Words) -> Screen:
    """No course is under way."""
    to_courses = row(Button(words.common.to_courses(), Codes(1, "courses")))
    return Screen(page(words.resume.title(), words.resume.nothing()), (to_courses, back(words)), subject="resume")
