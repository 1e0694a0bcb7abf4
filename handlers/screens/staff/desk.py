"""Staff's desk: what waits to be decided, and the rows that every queue and every card have in common."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from content.staff.cases import Backlog, Queue
from content.words import Words
from content.words.desk import Queue as Name
from handlers.press import Press
from handlers.presses.staff.desk import Desk
from handlers.presses.staff.rooms import Rooms
from handlers.screens.paging import Page, pager
from handlers.screens.screen import Button, Row, Screen, page, row, rows_of

T = TypeVar("T")


@dataclass(frozen=True)
class Tray:
    """A queue as the desk names it, and the way to it."""

    name: Name
    waiting: Backlog
    opens: Press


def desk(trays: Sequence[Tray], now: datetime, words: Words) -> Screen:
    """Every queue, with how many cases wait in it and since when the oldest does."""
    lines = [words.desk.queue(tray.name, tray.waiting.number, _oldest(tray.waiting, now, words)) for tray in trays]
    rows = (
        *(row(Button(words.desk.to_queue(tray.name, tray.waiting.number), tray.opens)) for tray in trays),
        row(Button(words.common.back(), Rooms())),
    )
    return Screen(page(words.desk.title(), *lines, "", words.desk.how()), rows, subject="staff")


def queue_rows(shown: Queue[T], opens: Iterable[Press], turn: Callable[[int], Press], words: Words) -> tuple[Row, ...]:
    """The rows under a page of a queue: a button with each line's number opens that case."""
    numbers = (Button(str(place), press) for place, press in enumerate(opens, start=shown.before + 1))
    return (
        *rows_of(numbers, 5),
        *pager(words, Page(shown.lines, shown.number, shown.pages, shown.before), turn),
        row(Button(words.common.back(), Desk())),
    )


def _oldest(waiting: Backlog, now: datetime, words: Words) -> str:
    return words.desk.waited(waiting.oldest, now) if waiting.oldest else ""
