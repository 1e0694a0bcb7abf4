"""/courses: from a curriculum code to a course."""

from collections import Counter
from collections.abc import Container, Mapping, Sequence

from content import curriculum
from content.course import Kind
from content.refusals import NoCourses, NoSuchCode
from content.words.browse import State, View
from handlers.screens import browse as screens
from handlers.screens.paging import page_with
from handlers.screens.screen import Screen
from handlers.turn import MEMBER, Command, On, Turn
from storage import enrolments, ledger, programme
from storage.programme import Listed


def courses(turn: Turn, argument: str) -> Screen:
    """The codes, or, of `/courses 74`, the courses of that code."""
    meant = curriculum.load().matching(argument)
    if len(meant) == 1:
        return _courses(turn, meant[0].number, 1, "all")
    if any(character.isdigit() for character in argument):
        raise NoSuchCode
    return _codes(turn, 1, "all")


def open_codes(turn: Turn, press: screens.Codes) -> Screen:
    return _codes(turn, press.page, _view(press.view))


def open_code(turn: Turn, press: screens.OpenCode) -> Screen:
    return _courses(turn, press.code, press.page, _view(press.view))


def item(one: Listed, states: Mapping[int, State], because: Sequence[str] = ()) -> screens.Item:
    """A course as lists show it, from the states that `states` gives."""
    return screens.Item(one.id, one.course, states[one.id], tuple(because))


def states(turn: Turn, every: Sequence[Listed]) -> Mapping[int, State]:
    """Where the member stands in each of the courses, by the course's id."""
    begun = enrolments.states(turn.session, turn.member.id)
    earned = {entry.source for entry in ledger.entries(turn.session, turn.member.id)}
    named: dict[bool, State] = {True: "finished", False: "begun"}
    return {
        one.id: "earned" if one.source in earned else named[begun[one.id]] if one.id in begun else "new"
        for one in every
    }


def _codes(turn: Turn, page: int, view: View) -> Screen:
    courses = Counter(one.course.code for one in _of_view(turn, view))
    earned = ledger.codes_earned(turn.session, turn.member.id)
    every = [
        screens.Code(code.number, _name(turn, code), courses[code.number], code.number in earned)
        for code in _shown(view, courses)
    ]
    return screens.codes(every, page, view, turn.words)


def _courses(turn: Turn, number: int, page: int, view: View) -> Screen:
    try:
        code = curriculum.load().code(number)
    except curriculum.UnknownCode:
        raise NoSuchCode from None
    every = _of_view(turn, view)
    here = sorted((one for one in every if one.course.code == number), key=lambda one: one.course.title)
    if not here:
        raise NoCourses(number)
    known = states(turn, here)
    items = [item(one, known) for one in here]
    codes = _shown(view, {one.course.code for one in every})
    back = screens.Codes(page_with([one.number for one in codes].index(number)), view)
    return screens.courses(number, _name(turn, code), items, page, view, turn.words, back)


def _of_view(turn: Turn, view: View) -> list[Listed]:
    kinds = {"all": tuple(Kind), "courses": (Kind.LECTURE, Kind.COOPERATION)}[view]
    return [one for one in programme.listed(turn.session) if one.course.kind in kinds]


def _shown(view: View, with_courses: Container[int]) -> list[curriculum.Code]:
    """All codes of the curriculum, or those that lectures and cooperation courses bring."""
    return [code for code in curriculum.load().codes if view == "all" or code.number in with_courses]


def _name(turn: Turn, code: curriculum.Code) -> str:
    return code.en if turn.words.language == "en" else code.ja


def _view(name: str) -> View:
    return "courses" if name == "courses" else "all"


ROUTES = (
    Command("courses", courses, MEMBER),
    On(screens.Codes, open_codes, MEMBER),
    On(screens.OpenCode, open_code, MEMBER),
)
