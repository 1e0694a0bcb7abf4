"""The trainings of these days, for staff, each with the page that shows its check-in code."""

from collections.abc import Sequence
from dataclasses import dataclass

from content.attendance.training import ListedTraining
from content.words import Words
from handlers.presses.staff.members import Receptions
from handlers.presses.staff.rooms import Rooms
from handlers.screens.paging import cut, pager
from handlers.screens.screen import Button, Screen, page, row, rows_of


@dataclass(frozen=True)
class Reception:
    """A training, and the signed address of the page that shows its code."""

    listed: ListedTraining
    address: str


def receptions(every: Sequence[Reception], number: int, words: Words) -> Screen:
    """The trainings in the order in which they are held. Each number opens a page, to be shown in the room."""
    say, shown = words.checkin, cut(every, number)
    numbered = list(enumerate(shown.items, start=shown.before + 1))
    lines = [
        say.reception(
            place, words.titled(one.listed.training), one.listed.training.starts_at, one.listed.training.organiser
        )
        for place, one in numbered
    ]
    told = [say.receptions(), "", *lines] if every else [say.no_receptions()]
    rows = (
        *rows_of((Button(str(place), url=one.address) for place, one in numbered), 5),
        *pager(words, shown, Receptions),
        row(Button(words.common.back(), Rooms())),
    )
    return Screen(page(say.receptions_title(), *told), rows, subject="staff")
