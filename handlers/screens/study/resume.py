"""Resuming, if several things are under way, or nothing is."""

from collections.abc import Sequence
from dataclasses import dataclass

from content.words import Words
from handlers.press import Press
from handlers.presses.declarations.declare import Declarations
from handlers.presses.journal import Begin as BeginSheet
from handlers.presses.study.browse import Codes
from handlers.presses.study.course import OpenCourse
from handlers.screens.journal import MemberIssue
from handlers.screens.labels import fitted
from handlers.screens.screen import Button, Screen, page, row
from handlers.screens.ways import back

MOST = 5


@dataclass(frozen=True)
class Begun:
    """A course under way: `done` of its chapters are 受講済."""

    course_id: int
    title: str
    done: int
    chapters: int


def several(courses: Sequence[Begun], sheets: Sequence[MemberIssue], drafts: int, words: Words) -> Screen:
    """Courses under way, the latest touched first; issues of the journal, the nearest deadline first; and how many
    drafts of declarations there are.
    """
    say, after = words.resume, len(courses) + len(sheets) + 1
    lines = [
        *(say.course(number, one.title, one.done, one.chapters) for number, one in enumerate(courses, 1)),
        *(say.sheet(number, one.issue, one.answered) for number, one in enumerate(sheets, len(courses) + 1)),
        *([say.drafts(after, drafts)] if drafts else []),
    ]
    ways: list[tuple[str, Press]] = [
        *((begun.title, OpenCourse(begun.course_id)) for begun in courses),
        *((words.journal.month(issue.issue.month), BeginSheet(issue.id)) for issue in sheets),
        *([(words.declare.to_drafts(), Declarations(1))] if drafts else []),
    ]
    opening = (row(Button(fitted(say.button(number, name)), press)) for number, (name, press) in enumerate(ways, 1))
    return Screen(page(say.title(), say.several(), "", *lines), (*opening, back(words)), subject="resume")


def nothing(words: Words) -> Screen:
    """Nothing is under way."""
    to_courses = row(Button(words.common.to_courses(), Codes(1, "courses")))
    return Screen(page(words.resume.title(), words.resume.nothing()), (to_courses, back(words)), subject="resume")
