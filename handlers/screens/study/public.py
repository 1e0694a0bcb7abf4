"""What somebody who is not logged in reads of the programme: codes, courses, and what a course has."""

from collections.abc import Sequence
from dataclasses import replace

from content.absence import given
from content.study.course import Course
from content.words import Words
from content.words.browse import View
from handlers.presses.start import LogIn
from handlers.presses.study.browse import Codes, LeaveCourse, OpenCode
from handlers.presses.study.course import TurnChapters
from handlers.screens.labels import fitted, side_by_side
from handlers.screens.paging import cut, pager
from handlers.screens.screen import Button, Screen, page, row
from handlers.screens.study.browse import Code, jumps
from handlers.screens.ways import back


def codes(every: Sequence[Code], number: int, view: View, words: Words) -> Screen:
    """One page of the codes. Only those with courses can be tapped."""
    shown, say = cut(every, number), words.browse
    named = [say.code(one.number, one.name, one.courses, 0, 0, apart=False) for one in shown.items]
    opens = [
        Button(fitted(say.code_button(one.number, one.name)), OpenCode(one.number, 0, view))
        for one in shown.items
        if one.courses
    ]
    other: View = "courses" if view == "all" else "all"
    rows = (
        *side_by_side(opens),
        *pager(words, shown, lambda turned: Codes(turned, view)),
        *jumps(every, shown, view, words),
        row(Button(words.common.to_login(), LogIn())),
        row(Button(say.view(other), Codes(1, other))),
        back(words),
    )
    told = [say.view_line(view, len(every)), words.linked.public(), "", *(named or [say.no_codes()])]
    return Screen(page(say.codes_title(), *told), rows)


def card(course: Course, course_id: int, number: int, hours: int, words: Words) -> Screen:
    """What a course has, without its questions and films. `hours`: a log-in within so many hours leads back to it."""
    say, shown = words.course, cut(course.chapters, number)
    lines = [
        say.about(course),
        *given(say.common_lecture(course.common_lecture) if course.common_lecture else None),
        "",
        *(say.chapter(one.number, words.titled(one), one.seconds) for one in shown.items),
        "",
        words.linked.members_only(),
        words.linked.after_login(hours),
    ]
    rows = (
        row(Button(words.common.to_login(), LogIn())),
        *pager(words, shown, lambda turned: TurnChapters(course_id, turned)),
        row(Button(words.browse.to_codes(), Codes(1, "courses"))),
        row(Button(words.common.back(), LeaveCourse(course.code))),
    )
    return Screen(page(say.title(words.titled(course), course.code, course.half_units), *lines), rows, subject="start")


def with_login(screen: Screen, words: Words) -> Screen:
    """The screen with a button to the log-in above the way back, unless it has one."""
    if any(isinstance(button.press, LogIn) for one in screen.rows for button in one):
        return screen
    *others, last = screen.rows
    return replace(screen, rows=(*others, row(Button(words.common.to_login(), LogIn())), last))
