"""What somebody who is not logged in reads of the programme, as on the association's site."""

from collections import Counter

from content import curriculum
from content.linking import Kind, Target
from content.refusals import NoCourses, NoSuchCode
from content.study.course import ListedCourse
from content.words.browse import View
from handlers.presses.study.browse import Codes
from handlers.screens.paging import page_with
from handlers.screens.screen import Screen
from handlers.screens.study import browse as lists
from handlers.screens.study import public as screens
from handlers.turn import Visit
from storage.people import targets
from storage.programme import courses

FEW = 0
"""In place of a page: the first few courses of a code that has many."""


def codes(visit: Visit, page: int, view: View) -> Screen:
    """The codes that have courses, or all of them."""
    filled = Counter(one.course.code for one in courses.listed(visit.session))
    every = [
        lists.Code(one.number, one.text(visit.words.language), filled[one.number], 0)
        for one in curriculum.load().codes
        if view == "all" or one.number in filled
    ]
    return screens.codes(every, page, view, visit.words)


def code(visit: Visit, number: int, page: int, view: View) -> Screen:
    """The courses of a code, or its only course. Raises NoSuchCode or NoCourses."""
    here = _of_code(visit, number)
    if len(here) == 1:
        return card(visit, here[0])
    return _courses(visit, number, here, page, view)


def leave(visit: Visit, number: int) -> Screen:
    """Back from a course: to the courses of its code, or to the list of codes if it is the only one."""
    filled = sorted({one.course.code for one in courses.listed(visit.session)})
    if number not in filled:
        return codes(visit, 1, "courses")
    here = _of_code(visit, number)
    if len(here) > 1:
        return _courses(visit, number, here, FEW, "courses")
    return codes(visit, page_with(filled.index(number)), "courses")


def card(visit: Visit, listed: ListedCourse, page: int = 1) -> Screen:
    """What the course has. A log-in after it leads back to it."""
    hours = visit.rules.link_kept_h
    targets.keep(visit.session, visit.chat.id, Target(Kind.COURSE, listed.course.slug).pack(), visit.now)
    return screens.card(listed.course, listed.id, page, hours, visit.words)


def _of_code(visit: Visit, number: int) -> list[ListedCourse]:
    try:
        curriculum.load().code(number)
    except curriculum.UnknownCode:
        raise NoSuchCode from None
    here = [one for one in courses.listed(visit.session) if one.course.code == number]
    return sorted(here, key=lambda one: visit.words.titled(one.course))


def _courses(visit: Visit, number: int, here: list[ListedCourse], page: int, view: View) -> Screen:
    if not here:
        raise NoCourses(number)
    items = [lists.Item(one.id, one.course, None) for one in here]
    named = curriculum.load().code(number).text(visit.words.language)
    shown = lists.courses(number, named, items, page, view, visit.words, Codes(1, view))
    return screens.with_login(shown, visit.words)
