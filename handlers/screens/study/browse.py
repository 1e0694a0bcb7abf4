"""The curriculum codes in pages, and the courses behind a code."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from content.credits.credit import StandingCredit
from content.credits.goal import Window
from content.credits.since import Since
from content.study.course import Course
from content.words import Words
from content.words.browse import State, View
from handlers.press import Press
from handlers.presses.study.browse import Codes, OpenCode
from handlers.presses.study.course import OpenCourse
from handlers.screens import journal
from handlers.screens.credits import since
from handlers.screens.labels import fitted, side_by_side, summed, titled
from handlers.screens.paging import PAGE, Page, brief, cut, more, pager
from handlers.screens.screen import Button, Row, Screen, page, row
from handlers.screens.ways import back

JUMPS = 5
LAST = 3
"""At most so many credits of a code are named on its page. The pages of the years have all of them."""


@dataclass(frozen=True)
class Code:
    """A code as the list shows it: how many courses there are behind it, in which fiscal year it was earned last (0:
    never), how many issues of the journal can be answered for it now, and whether it was earned by trainings and
    declarations alone, which the guide's tab does not hold.
    """

    number: int
    name: str
    courses: int
    earned_in: int
    issues: int = 0
    apart: bool = False


@dataclass(frozen=True)
class Earned:
    """How many codes were ever earned by what a tab has, and how many of them in the window of the goal. `apart`: how
    many more were earned by trainings and declarations alone, and how many of them in the window. `since`: what the
    record lacks. `sample`: samples count.
    """

    ever: int
    inside: int
    window: Window
    apart: tuple[int, int]
    since: Sequence[Since]
    sample: bool = False


@dataclass(frozen=True)
class Item:
    """A course as a list shows it. `because` says why a search found it, if the title does not show it."""

    id: int
    course: Course
    state: State
    because: tuple[str, ...] = ()


def codes(every: Sequence[Code], number: int, view: View, earned: Earned, words: Words, way: Press) -> Screen:
    """One page of the codes. Only those with content can be tapped. `way` leads to the goal of 60."""
    shown, say = cut(every, number), words.browse
    sums = say.earned_line(earned.ever, earned.window, earned.inside)
    apart = [say.apart_line(earned.apart[0], earned.window, earned.apart[1])] if earned.apart[0] else []
    told = [say.view_line(view, len(every)), sums, *apart, *summed(words, sample=earned.sample)]
    lines = [*told, "", *(_code(code, view, words) for code in shown.items)]
    closing = (
        ["", say.missing_legend(earned.window) if view == "missing" else say.legend()]
        if shown.items
        else [say.no_codes()]
    )
    with_content = [code for code in shown.items if code.courses or code.issues]
    return Screen(
        page(say.codes_title(), *lines, *closing, *since.line(earned.since, words)),
        (
            *side_by_side([Button(_named(code, view, words), OpenCode(code.number, 0, view)) for code in with_content]),
            *pager(words, shown, lambda page: Codes(page, view)),
            *_jumps(every, shown, view, words),
            *_views(view, words),
            row(Button(words.goal.to_way(), way)),
            back(words),
        ),
    )


def courses(
    number: int,
    name: str,
    items: Sequence[Item],
    at: int,
    view: View,
    words: Words,
    codes: Codes,
    credited: Sequence[StandingCredit] = (),
    issues: Sequence[journal.MemberIssue] = (),
) -> Screen:
    """One page of the courses of a code, below its last credits and the journal's issues that can be answered. Page 0
    has the first few of a long list.
    """
    few, say = brief(items) if at < 1 else None, words.browse
    shown = few or cut(items, at)
    earned = [say.earned(one.earned_on, titled(one, words), one.half_units, one.kind) for one in credited[:LAST]]
    asking = [line for issue in issues for line in (*journal.entry(issue, words), "")]
    counted = [] if issues and not items else [say.courses_line(len(items))]
    lines = [*earned, *[""] * bool(earned), *asking, *counted, *entries(shown, words)]
    return Screen(
        page(say.courses_title(number, name), *lines),
        (
            *(row(journal.opening(issue, words)) for issue in issues),
            *openings(shown, words),
            *(more(few, items, OpenCode(number, 1, view), words) if few else ()),
            *pager(words, shown, lambda page: OpenCode(number, page, view)),
            row(Button(words.common.back(), codes)),
        ),
    )


def entries(shown: Page[Item], words: Words) -> list[str]:
    """Each course in a paragraph of its own. If there are several, they are numbered through all pages."""
    return [line for number, item in _numbered(shown) for line in _entry(number, item, words)]


def openings(shown: Page[Item], words: Words) -> tuple[Row, ...]:
    """A button for each course, in a row of its own."""
    return tuple(
        row(Button(fitted(f"{number}{words.titled(item.course)}"), OpenCourse(item.id)))
        for number, item in _numbered(shown)
    )


def _numbered(shown: Page[Item]) -> list[tuple[str, Item]]:
    if shown.pages == 1 and len(shown.items) == 1:
        return [("", item) for item in shown.items]
    return [(f"{number} ", item) for number, item in enumerate(shown.items, shown.before + 1)]


def _entry(number: str, item: Item, words: Words) -> list[str]:
    course = item.course
    title = words.course.title(words.titled(course), course.code, course.half_units)
    detail = words.browse.detail(item.state, course.kind, course.common_lecture, sample=course.sample)
    return ["", f"{number}{title}", *item.because, detail]


def _code(code: Code, view: View, words: Words) -> str:
    """A line of the list. In the tab of missing codes no code has a tick: one that was earned before the window of the
    goal is missing again.
    """
    mark = "✅ " if code.earned_in and view != "missing" else "⬜ " if code.courses or code.issues else ""
    return mark + words.browse.code(code.number, code.name, code.courses, code.issues, code.earned_in, apart=code.apart)


def _named(code: Code, view: View, words: Words) -> str:
    """The label of the button of a code, marked as its line is if it was earned."""
    mark = "✅ " if code.earned_in and view != "missing" else ""
    return fitted(mark + words.browse.code_button(code.number, code.name))


def _views(view: View, words: Words) -> tuple[Row, ...]:
    """A button for each of the other tabs."""
    return side_by_side([Button(words.browse.view(one), Codes(1, one)) for one in get_args(View) if one != view])


def _jumps(every: Sequence[Code], shown: Page[Code], view: View, words: Words) -> tuple[Row, ...]:
    """Up to five buttons that jump through the list, each some pages farther. A list of three pages has none: two taps
    reach everything.
    """
    if shown.pages <= 3:
        return ()
    stride = -(-shown.pages // JUMPS)
    firsts = range(1, shown.pages + 1, stride)
    spans = [every[(first - 1) * PAGE : (first - 1 + stride) * PAGE] for first in firsts]
    return (
        row(
            *(
                Button(words.common.span(span[0].number, span[-1].number), Codes(first, view))
                for first, span in zip(firsts, spans, strict=True)
            )
        ),
    )
