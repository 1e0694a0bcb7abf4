"""The card of a course: its chapters, its test, and where the member stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from content.course import Course
from content.words import Words
from handlers.press import Press
from handlers.presses.course import TurnChapters
from handlers.screens.paging import Page, cut, page_with, pager
from handlers.screens.screen import Button, Row, Screen, page, row, rows_of
from storage.study.progress import ChapterState


@dataclass(frozen=True)
class Ways:
    """Where the buttons of a card lead that belong to other features."""

    test: Press
    credits: Press
    codes: Press
    back: Press


@dataclass(frozen=True)
class Test:
    """The test as the card tells of it. `passed` and `credited` hold Japan's day, or nothing."""

    asked: int
    needed: int
    pass_pct: int
    needs_all: bool
    under_way: bool
    passed: tuple[date, ...]
    credited: tuple[date, ...]

    def opens(self, missing: int) -> bool:
        """Whether there is a test to take or to go on with, while so many chapters are missing."""
        if self.under_way:
            return True
        return not (self.passed or self.credited or (missing and self.needs_all))


@dataclass(frozen=True)
class Card:
    """A course and a member. `addresses` are those of the watch pages, by chapter; `in_app`: Telegram opens them."""

    id: int
    course: Course
    chapters: tuple[ChapterState, ...]
    test: Test
    can_earn: bool
    addresses: Mapping[int, str]
    in_app: bool

    @property
    def to_watch(self) -> tuple[ChapterState, ...]:
        """The chapters that are not 受講済, the likeliest first: one that was begun."""
        return tuple(sorted((one for one in self.chapters if not one.done), key=lambda one: not one.watched))


FIRST_OPEN = 0
"""The page of chapters on which the next one to watch stands."""


def card(view: Card, words: Words, ways: Ways, number: int = FIRST_OPEN) -> Screen:
    """One message for the whole course. `number` is a page of its chapters, for a course of more than eight."""
    shown = cut(view.chapters, number if number > FIRST_OPEN else _next_page(view))
    course, say = view.course, words.course
    lines = [
        *([] if view.can_earn else ["⚠️ " + say.cannot_earn()]),
        say.about(course),
        *([say.common_lecture(course.common_lecture)] if course.common_lecture else []),
        "",
        *(_chapter(one, words) for one in shown.items),
        "",
        _test_line(view, words),
    ]
    title = say.title(course.title, course.code, course.half_units)
    return Screen(page(title, *lines), _rows(view, shown, words, ways), subject=f"course:{view.id}")


def _next_page(view: Card) -> int:
    return page_with(view.chapters.index(view.to_watch[0])) if view.to_watch else 1


def _chapter(chapter: ChapterState, words: Words) -> str:
    if chapter.done:
        return "✅ " + words.course.chapter_done(chapter.number, chapter.title, chapter.seconds)
    if not chapter.watched:
        return "⬜ " + words.course.chapter(chapter.number, chapter.title, chapter.seconds)
    return "▶️ " + words.course.chapter_begun(chapter.number, chapter.title, chapter.watched, chapter.seconds)


def _test_line(view: Card, words: Words) -> str:
    test, missing, say = view.test, len(view.to_watch), words.course
    for day in test.credited:
        return say.credited(day, view.course.half_units)
    for day in test.passed:
        return say.test_passed_early(day, missing) if missing else say.test_passed(day)
    if test.under_way:
        return say.test_under_way()
    if not test.opens(missing):
        return say.test_locked(missing)
    return say.test_open(test.asked, test.needed, test.pass_pct)


def _rows(view: Card, shown: Page[ChapterState], words: Words, ways: Ways) -> tuple[Row, ...]:
    go_on, others = _watching(view, shown, words)
    test, practice = _test(view, words, ways), _practice(view, words, ways)
    first, second = (go_on, test) if view.to_watch else (test, practice)
    browser = [Button(words.course.in_browser(), url=view.addresses[one.number]) for one in view.to_watch[:1]]
    return (
        *first,
        *rows_of(others, 2 if len(others) == 4 else 3),
        *pager(words, shown, lambda number: TurnChapters(view.id, number)),
        *second,
        *([row(*browser)] if browser and view.in_app else []),
        row(Button(words.common.to_credits(), ways.credits), Button(words.browse.to_codes(), ways.codes)),
        row(Button(words.common.back(), ways.back)),
    )


def _watching(view: Card, shown: Page[ChapterState], words: Words) -> tuple[tuple[Row, ...], list[Button]]:
    """The button of the next chapter, and those of the others: the ones still to watch, in the end all to see again."""
    ahead = view.to_watch[:1]
    others = [one for one in shown.items if one not in ahead and (not one.done or not view.to_watch)]
    say = words.course
    labels = [say.go_on_chapter(one.number) if one.watched else say.begin_chapter(one.number) for one in ahead]
    go_on = tuple(row(_watch(view, one, label)) for one, label in zip(ahead, labels, strict=True))
    return go_on, [_watch(view, one, say.chapter_button(one.number)) for one in others]


def _watch(view: Card, chapter: ChapterState, label: str) -> Button:
    address = view.addresses[chapter.number]
    return Button(label, mini_app=address) if view.in_app else Button(label, url=address)


def _test(view: Card, words: Words, ways: Ways) -> tuple[Row, ...]:
    if not view.test.opens(len(view.to_watch)):
        return ()
    label = words.course.go_on_test() if view.test.under_way else words.course.take_test()
    return (row(Button(label, ways.test)),)


def _practice(view: Card, words: Words, ways: Ways) -> tuple[Row, ...]:
    if view.test.under_way or not (view.test.passed or view.test.credited):
        return ()
    return (row(Button(words.course.practise(), ways.test)),)
