"""The weekly letter about new courses."""

from collections.abc import Sequence

from content.study.course import ListedCourse
from content.words import Words
from handlers.presses.study.course import OpenCourse
from handlers.screens.labels import fitted
from handlers.screens.screen import Button, Place, Screen, page, row

NAMED = 5
"""So many courses are named, with a button each: a phone shows no more of one message at a time."""


def arrived(new: Sequence[ListedCourse], words: Words) -> Screen:
    """New courses in codes that the member lacks; at least one."""
    say, named = words.new_courses, new[:NAMED]
    lines = [_line(one, words) for one in named]
    lines += [say.more(len(new) - NAMED)] if len(new) > NAMED else []
    rows = tuple(row(Button(fitted(words.titled(one.course)), OpenCourse(one.id))) for one in named)
    return Screen(page(say.title(len(new)), *lines, "", say.lacking()), rows, place=Place.OWN)


def _line(one: ListedCourse, words: Words) -> str:
    course = one.course
    title = words.common.marked(words.titled(course), sample=course.sample)
    return words.new_courses.line(words.course.title(title, course.code, course.half_units))
