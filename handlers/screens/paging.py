"""Long lists in pages of eight, and the row that turns them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from content.words import Words
from handlers.press import Press
from handlers.screens.screen import Button, Row, row

PAGE = 8
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


def pager(words: Words, page: Page[T], turn: Callable[[int], Press]) -> tuple[Row, ...]:
    """「‹」「2 / 9」「›」 if there is more than one page. The middle button shows the same page again."""
    if page.pages == 1:
        return ()
    back = [Button("‹", turn(page.number - 1))] if page.number > 1 else []
    on = [Button("›", turn(page.number + 1))] if page.number < page.pages else []
    here = Button(words.common.page_of(page.number, page.pages), turn(page.number))
    return (row(*back, here, *on),)
