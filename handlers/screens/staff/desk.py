"""The desk of staff: what waits to be decided, and the rows that every queue and every card have in common."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from content.words import Words
from content.words.desk import Queue as Name
from handlers.press import Press
from handlers.presses.staff.desk import Desk
from handlers.presses.staff.rooms import Rooms
from handlers.screens.paging import Page, pager
from handlers.screens.screen import Button, Row, Screen, page, row, rows_of
from storage.engine.queue import Queue, Waiting

T = TypeVar("T")


@dataclass(frozen=True)
class Tray:
    """A queue as the desk names it, and the way to it."""

    name: Name
    waiting: Waiting
    opens: Press


def desk(trays: Sequence[Tray], now: datetime, words: Words) -> Screen:
    """Every queue, with how many wait in it and for how long the oldest does."""
    lines = [words.desk.queue(one.name, one.waiting.number, _oldest(one.waiting, now, words)) for one in trays]
    rows = (
        *(row(Button(words.desk.to_queue(one.name, one.waiting.number), one.opens)) for one in trays),
        row(Button(words.common.back(), Rooms())),
    )
    return Screen(page(words.desk.title(), *lines, "", words.desk.how()), rows, subject="staff")


def queue_rows(shown: Queue[T], opens: Iterable[Press], turn: Callable[[int], Press], words: Words) -> tuple[Row, ...]:
    """Under a page of a queue: the numbers open what they stand before."""
    numbers = (Button(str(place), press) for place, press in enumerate(opens, start=shown.before + 1))
    return (
        *rows_of(numbers, 5),
        *pager(words, Page(shown.lines, shown.number, shown.pages, shown.before), turn),
        row(Button(words.common.back(), Desk())),
    )


def _oldest(waiting: Waiting, now: datetime, words: Words) -> str:
    return "".join(words.desk.waited(since, now) for since in waiting.oldest)
