"""/courses and /codes: what was earned of each curriculum code, and the courses of a code."""

from collections import Counter
from collections.abc import Callable, Container, Mapping, Sequence
from typing import get_args

from content import curriculum
from content.credits.since import EVERY
from content.refusals import NoCourses, NoSuchCode, NotUnderstood
from content.rules import fiscal_year
from content.study.course import Kind, ListedCourse
from content.values import E_LEARNING, CreditKind
from content.words.browse import State, View
from handlers import journal
from handlers.credits import goal
from handlers.credits.kept import late
from handlers.credits.naming import named
from handlers.presses.credits.goal import OpenWay
from handlers.presses.study import browse as presses
from handlers.screens.journal import MemberIssue
from handlers.screens.paging import page_with
from handlers.screens.screen import Screen
from handlers.screens.study import browse as screens
from handlers.study import course, public
from handlers.study.public import FEW
from handlers.turn import READER, Command, On, Turn, Visit, read_by
from storage.credits import ledger
from storage.programme import courses as programme
from storage.study import enrolments

_ANY = frozenset(CreditKind)
_GUIDE = frozenset({*E_LEARNING, CreditKind.JOURNAL})
_EARNS: Mapping[View, Container[CreditKind]] = {"all": _GUIDE, "courses": E_LEARNING, "missing": _ANY}
"""By which kinds of credits a tab counts its codes: the guide's first tab by 「日医雑誌」問題解答等を含めた日医
e-ラーニング全体, and the codes that the goal lacks by whatever counts for the goal.
"""


def courses(turn: Turn, argument: str) -> Screen:
    """The codes that have courses. `/courses 74` shows what that code has: its courses, or its only course."""
    number = _meant(argument)
    return _codes(turn, 1, "courses") if number is None else _contents(turn, number, FEW, "all")


def codes(turn: Turn, argument: str) -> Screen:
    """All codes. `/codes 74` shows that code: what was earned of it, and its courses."""
    number = _meant(argument)
    return _codes(turn, 1, "all") if number is None else _courses(turn, number, FEW, "all")


def open_codes(turn: Turn, press: presses.Codes) -> Screen:
    return _codes(turn, press.page, _view(press.view))


def open_code(turn: Turn, press: presses.OpenCode) -> Screen:
    """What a code has, or a further page of its courses."""
    return _contents(turn, press.code, press.page, _view(press.view))


def of_code(turn: Turn, number: int) -> Screen:
    """What a code has. Raises NoSuchCode or NoCourses."""
    return _contents(turn, number, FEW, "all")


def leave(turn: Turn, press: presses.LeaveCourse) -> Screen:
    """The courses of a code. If it has only one, which would open again: the page of codes with this code."""
    with_courses = {one.course.code for one in _of_view(turn, "courses")}
    if _only(turn, press.code, "courses") is None and press.code in with_courses:
        return _courses(turn, press.code, FEW, "courses")
    listed = [one.number for one in _shown("courses", with_courses, ())]
    return _codes(turn, page_with(listed.index(press.code)) if press.code in listed else 1, "courses")


def item(one: ListedCourse, states: Mapping[int, State], because: Sequence[str] = ()) -> screens.Item:
    """A course as lists show it. `known` states are those that `states` returns."""
    return screens.Item(one.id, one.course, states[one.id], tuple(because))


def states(turn: Turn, every: Sequence[ListedCourse]) -> Mapping[int, State]:
    """How far the member is in each of the courses, by the course's id."""
    begun = enrolments.states(turn.session, turn.member.id)
    earned = ledger.contents(turn.session, turn.member.id)
    named: dict[bool, State] = {True: "finished", False: "begun"}
    return {
        one.id: "earned"
        if (one.source, one.course.sample) in earned
        else named[begun[one.id]]
        if one.id in begun
        else "new"
        for one in every
    }


def _codes(turn: Turn, page: int, view: View) -> Screen:
    courses = Counter(one.course.code for one in _of_view(turn, view))
    issues = Counter(one.issue.code for one in _issues(turn, view))
    history = ledger.history(turn.session, turn.member.id)
    window = goal.standing(turn, history)
    earned = {one.code: fiscal_year(one.day) for one in history if one.kind in _EARNS[view]}
    apart = {one.code: fiscal_year(one.day) for one in history if view == "all" and one.code not in earned}
    ever = earned | apart
    every = [
        screens.Code(
            one.number,
            one.text(turn.words.language),
            courses[one.number],
            ever.get(one.number, 0),
            issues[one.number],
            apart=one.number in apart,
        )
        for one in _shown(view, courses | issues, window.codes)
    ]
    counts = [(len(years), sum(year >= window.window.first for year in years.values())) for years in (earned, apart)]
    kept = late(turn, turn.member.id, None, EVERY if view == "all" else _EARNS[view])
    sums = screens.Earned(*counts[0], window.window, counts[1], kept, window.sample)
    return screens.codes(every, page, view, sums, turn.words, OpenWay(1))


def _meant(argument: str) -> int | None:
    """The code that follows a command; None if the text means none. Raises NoSuchCode or NotUnderstood."""
    meant = curriculum.load().matching(argument)
    if len(meant) == 1:
        return meant[0].number
    if any(character.isdigit() for character in argument) and curriculum.number_in(argument) is None:
        raise NotUnderstood if any(character.isalpha() for character in argument) else NoSuchCode
    if curriculum.number_in(argument) is not None:
        raise NoSuchCode
    return None


def _contents(turn: Turn, number: int, page: int, view: View) -> Screen:
    """The only course of a code, otherwise its courses."""
    only = _only(turn, number, view)
    return _courses(turn, number, page, view) if only is None else course.card(turn, only)


def _only(turn: Turn, number: int, view: View) -> int | None:
    """The course of a code in this tab, if there is nothing else behind the code."""
    here = [one.id for one in _of_view(turn, view) if one.course.code == number]
    return here[0] if len(here) == 1 and all(one.issue.code != number for one in _issues(turn, view)) else None


def _courses(turn: Turn, number: int, page: int, view: View) -> Screen:
    try:
        code = curriculum.load().code(number)
    except curriculum.UnknownCode:
        raise NoSuchCode from None
    every, issues = _of_view(turn, view), _issues(turn, view)
    here = sorted((one for one in every if one.course.code == number), key=lambda one: turn.words.titled(one.course))
    standing = ledger.standing(turn.session, turn.member.id)
    credited = named(turn, (one for one in standing if one.code == number))
    asking = [one for one in issues if one.issue.code == number]
    if not here and not asking and not credited:
        raise NoCourses(number)
    known = states(turn, here)
    items = [item(one, known) for one in here]
    window = goal.standing(turn, ledger.history(turn.session, turn.member.id))
    behind = {one.course.code for one in every} | {one.issue.code for one in issues}
    listed = [one.number for one in _shown(view, behind, window.codes)]
    # A code may have left this tab since: a code that the goal lacked, for example, may be earned by now.
    back = presses.Codes(page_with(listed.index(number)) if number in listed else 1, view)
    return screens.courses(
        number, code.text(turn.words.language), items, page, view, turn.words, back, credited, asking
    )


def _of_view(turn: Turn, view: View) -> list[ListedCourse]:
    kinds = {kind for kind in Kind if CreditKind(kind.value) in _EARNS[view]}
    return [one for one in programme.listed(turn.session) if one.course.kind in kinds]


def _issues(turn: Turn, view: View) -> list[MemberIssue]:
    """The issues of the journal that can be answered now. The guide's first tab lists them too."""
    return journal.to_answer(turn) if CreditKind.JOURNAL in _EARNS[view] else []


def _shown(view: View, with_courses: Container[int], in_window: Container[int]) -> list[curriculum.Code]:
    """The codes of a tab. "all" has every code of the curriculum, "courses" those that lectures and cooperation courses
    bring, "missing" those that the goal lacks.
    """
    return [
        code
        for code in curriculum.load().codes
        if view == "all" or (code.number in with_courses and (view == "courses" or code.number not in in_window))
    ]


def _view(name: str) -> View:
    """The tab that a button names. A name that a forger made up opens the first tab."""
    return next((view for view in get_args(View) if view == name), "all")


def _public_command(view: View) -> Callable[[Visit, str], Screen]:
    def act(visit: Visit, argument: str) -> Screen:
        number = _meant(argument)
        return public.codes(visit, 1, view) if number is None else public.code(visit, number, FEW, view)

    return act


def _public_codes(visit: Visit, press: presses.Codes) -> Screen:
    return public.codes(visit, press.page, "all" if press.view == "all" else "courses")


def _public_code(visit: Visit, press: presses.OpenCode) -> Screen:
    return public.code(visit, press.code, press.page, _view(press.view))


def _public_leave(visit: Visit, press: presses.LeaveCourse) -> Screen:
    return public.leave(visit, press.code)


ROUTES = (
    Command("courses", read_by(courses, _public_command("courses")), READER),
    Command("codes", read_by(codes, _public_command("all")), READER),
    On(presses.Codes, read_by(open_codes, _public_codes), READER),
    On(presses.OpenCode, read_by(open_code, _public_code), READER),
    On(presses.LeaveCourse, read_by(leave, _public_leave), READER),
)
