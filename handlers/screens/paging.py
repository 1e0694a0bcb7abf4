"""Long lists in pages of eight, the row that turns them, and the choice of a page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Generic, TypeVar

from content.words import Words
from handlers.press import Press
from handlers.presses.paging import ChoosePage
from handlers.screens.screen import Button, Row, Screen, page, row, rows_of

PAGE = 8
BRIEF = 3
"""The brief form of a list shows so many items, so that the title stays in view above the buttons."""
OFFERED = 25
"""At most so many buttons are offered at once. If there are more pages, each button stands for a span of pages."""
T = TypeVar("T")


@dataclass(frozen=True)
class Page(Generic[T]):
    """One page of a list: `number` and `pages` count from 1, `before` is how many items stand on the pages before."""

    items: tuple[T, ...]
    number: int
    pages: int
    before: int


def cut(items: Sequence[T], number: int, size: int = PAGE) -> Page[T]:
    """The page of that number. If there is no such page, the nearest: a list may have become shorter since."""
    pages = max(1, -(-len(items) // size))
    here = min(max(number, 1), pages)
    first = (here - 1) * size
    return Page(tuple(items[first : first + size]), here, pages, first)


def page_with(index: int, size: int = PAGE) -> int:
    """The page on which the item with this index (0…) stands."""
    return index // size + 1


def brief(items: Sequence[T]) -> Page[T] | None:
    """The first few of a list that is long; None if the whole of it is about as short."""
    return Page(tuple(items[:BRIEF]), 1, 1, 0) if len(items) > BRIEF + 1 else None


def more(shown: Page[T], items: Sequence[T], whole: Press, words: Words) -> tuple[Row, ...]:
    """「もっと見る」 below the brief form of a list, with how many items it leaves out."""
    return (row(Button(words.common.show_more(len(items) - len(shown.items)), whole)),)


def pager(words: Words, page: Page[T], turn: Callable[[int], Press]) -> tuple[Row, ...]:
    """「‹」「2 / 9」「›」 if there is more than one page. The middle button opens the choice of pages."""
    if page.pages == 1:
        return ()
    back = [Button("‹", turn(page.number - 1))] if page.number > 1 else []
    on = [Button("›", turn(page.number + 1))] if page.number < page.pages else []
    here = Button(words.common.page_of(page.number, page.pages), _choosing(page, turn))
    return (row(*back, here, *on),)


def choice(press: ChoosePage, words: Words) -> Screen:
    """The pages as buttons, five in a row; spans of pages if there are too many."""
    first = max(1, press.first)
    last = max(first, press.last)
    span = _span(last - first + 1)
    starts = list(range(first, last + 1, span))[:OFFERED]
    buttons = [_offered(start, min(start + span - 1, last), press, words) for start in starts]
    say = words.common
    closing = row(Button(say.back(), press.here))
    width = 5 if span == 1 else 3
    return Screen(page(say.choose_page(), say.pages_line(press.page)), (*rows_of(buttons, width), closing))


def _choosing(page: Page[T], turn: Callable[[int], Press]) -> ChoosePage:
    here, next_one = turn(page.number), turn(page.number + 1)
    names = [field.name for field in fields(here)]
    turned = next(at for at, name in enumerate(names) if getattr(here, name) != getattr(next_one, name))
    return ChoosePage(1, page.pages, turned, here)


def _offered(first: int, last: int, press: ChoosePage, words: Words) -> Button:
    if first == last:
        return Button(str(first), press.to(first))
    return Button(words.common.span(first, last), replace(press, first=first, last=last))


def _span(pages: int) -> int:
    """How many pages a button stands for."""
    return 1 if pages <= OFFERED else -(-pages // OFFERED)
