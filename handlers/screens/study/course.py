"""The card of a course: its chapters, its test, and how far the member is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from content.absence import given
from content.credits import why
from content.study.course import ChapterState, Course, to_watch
from content.words import Words
from handlers.press import Press
from handlers.presses.study.course import TurnChapters
from handlers.screens import before
from handlers.screens.paging import Page, cut, page_with, pager
from handlers.screens.screen import Button, Row, Screen, page, row, rows_of


@dataclass(frozen=True)
class Ways:
    """The presses of those buttons on a card that lead to other features. `practice`: None if none is open."""

    test: Press
    practice: Press | None
    credits: Press
    codes: Press
    back: Press


@dataclass(frozen=True)
class Test:
    """The test as the card tells of it. `passed` and `credited` are days in Japan, or None. `before`: an imported
    credit is, or may be, that of this course.
    """

    asked: int
    needed: int
    pass_pct: int
    needs_all: bool
    under_way: bool
    passed: date | None
    credited: date | None
    before: why.Before | None = None

    def opens(self, missing: int) -> bool:
        """Whether there is a test to take or to go on with, while so many (`missing`) chapters are not done."""
        if self.under_way:
            return True
        return not (self.passed or self.credited or (missing and self.needs_all))


@dataclass(frozen=True)
class CourseCard:
    """A course and a member. `addresses` are those of the watch pages, by chapter. `in_app`: Telegram opens them inside
    itself. `share`: where the course's link is passed on.
    """

    id: int
    course: Course
    chapters: tuple[ChapterState, ...]
    test: Test
    can_earn: bool
    addresses: Mapping[int, str]
    in_app: bool
    share: str

    @property
    def to_watch(self) -> tuple[ChapterState, ...]:
        """The chapters that are not 受講済, the one to go on with first."""
        return to_watch(self.chapters)


FIRST_OPEN = 0
"""In place of a page: the one with the next chapter to watch."""


def card(view: CourseCard, words: Words, ways: Ways, number: int = FIRST_OPEN) -> Screen:
    """One message for the whole course. `number` is a page of its chapters: a course may have more than eight."""
    shown = cut(view.chapters, number if number > FIRST_OPEN else _next_page(view))
    course, say = view.course, words.course
    lines = [
        *([] if view.can_earn else ["⚠️ " + say.cannot_earn()]),
        *(before.lines(view.test.before, words) if view.test.credited is None else []),
        say.about(course),
        *([say.common_lecture(course.common_lecture)] if course.common_lecture else []),
        "",
        *(_chapter(chapter, words) for chapter in shown.items),
        "",
        _test_line(view, words),
    ]
    title = say.title(words.titled(course), course.code, course.half_units)
    return Screen(page(title, *lines), _rows(view, shown, words, ways), subject=f"course:{view.id}")


# What is to be done comes first: the chapters while any is left, then the test.
def _next_page(view: CourseCard) -> int:
    return page_with(view.chapters.index(view.to_watch[0])) if view.to_watch else 1


def _chapter(chapter: ChapterState, words: Words) -> str:
    if chapter.done:
        return "✅ " + words.course.chapter_done(chapter.number, words.titled(chapter), chapter.seconds)
    if not chapter.watched:
        return "⬜ " + words.course.chapter(chapter.number, words.titled(chapter), chapter.seconds)
    return "▶️ " + words.course.chapter_begun(chapter.number, words.titled(chapter), chapter.watched, chapter.seconds)


def _test_line(view: CourseCard, words: Words) -> str:
    test, missing, say = view.test, len(view.to_watch), words.course
    if test.before is not None and test.credited:
        return "".join(before.lines(test.before, words))
    if test.credited:
        return say.credited(test.credited, view.course.half_units)
    if test.passed:
        return say.test_passed_early(test.passed, missing) if missing else say.test_passed(test.passed)
    if test.under_way:
        return say.test_under_way()
    if not test.opens(missing):
        return say.test_locked(missing)
    return say.test_open(test.asked, test.needed, test.pass_pct)


def _rows(view: CourseCard, shown: Page[ChapterState], words: Words, ways: Ways) -> tuple[Row, ...]:
    go_on, others = _watching(view, shown, words)
    test, practice = _test(view, words, ways), _practice(view, words, ways)
    first, second = (go_on, test) if view.to_watch else (test, practice)
    return (
        *given(first, _wrong_ones(words, ways)),
        *rows_of(others, 2 if len(others) == 4 else 3),
        *pager(words, shown, lambda number: TurnChapters(view.id, number)),
        *given(second, _browser(view, words)),
        row(Button(words.common.to_credits(), ways.credits), Button(words.browse.to_codes(), ways.codes)),
        row(Button(words.linked.to_share(), url=view.share)),
        row(Button(words.common.back(), ways.back)),
    )


def _watching(view: CourseCard, shown: Page[ChapterState], words: Words) -> tuple[Row | None, list[Button]]:
    """The button of the next chapter, and the buttons of the others: of those still to watch, or of all once all are
    done.
    """
    say, to_watch = words.course, view.to_watch
    if not to_watch:
        return None, [_watch(view, chapter, say.chapter_button(chapter.number)) for chapter in shown.items]
    ahead = to_watch[0]
    label = say.go_on_chapter(ahead.number) if ahead.watched else say.begin_chapter(ahead.number)
    others = [chapter for chapter in shown.items if chapter != ahead and not chapter.done]
    return row(_watch(view, ahead, label)), [_watch(view, other, say.chapter_button(other.number)) for other in others]


def _browser(view: CourseCard, words: Words) -> Row | None:
    """A button that opens the next chapter in the phone's own browser, if its usual button opens it inside Telegram."""
    if not (view.to_watch and view.in_app):
        return None
    return row(Button(words.course.in_browser(), url=view.addresses[view.to_watch[0].number]))


def _watch(view: CourseCard, chapter: ChapterState, label: str) -> Button:
    address = view.addresses[chapter.number]
    return Button(label, mini_app=address) if view.in_app else Button(label, url=address)


def _test(view: CourseCard, words: Words, ways: Ways) -> Row | None:
    if not view.test.opens(len(view.to_watch)):
        return None
    label = words.course.go_on_test() if view.test.under_way else words.course.take_test()
    return row(Button(label, ways.test))


def _wrong_ones(words: Words, ways: Ways) -> Row | None:
    return row(Button(words.practice.begin(), ways.practice)) if ways.practice else None


def _practice(view: CourseCard, words: Words, ways: Ways) -> Row | None:
    if view.test.under_way or not (view.test.passed or view.test.credited):
        return None
    return row(Button(words.course.practise(), ways.test))
