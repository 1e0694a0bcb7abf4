"""The room for activation letters: the latest batches, one of them, and the link to its file."""

from collections.abc import Sequence
from datetime import datetime

from content.activating.batch import Batch, State
from content.words import Words
from handlers.presses.staff.activating import AskPrefecture, GetFile, LetterRoom, MakeForAll, OpenBatch
from handlers.presses.staff.rooms import Rooms
from handlers.screens.screen import Button, Row, Screen, page, row, rows_of


def room(latest: Sequence[Batch], words: Words, said: str = "") -> Screen:
    """`said` is told first, for example why a prefecture was not taken."""
    say = words.activation
    told = [said, ""] if said else []
    lines = [say.line(place, one) for place, one in enumerate(latest, start=1)]
    rows = (
        row(Button(say.to_all(), MakeForAll())),
        row(Button(say.to_prefecture(), AskPrefecture())),
        *rows_of((Button(str(place), OpenBatch(one.id)) for place, one in enumerate(latest, start=1)), 5),
        row(Button(words.common.back(), Rooms())),
    )
    return Screen(page(say.room_title(), *told, *say.how(), *([""] if lines else []), *lines), rows, subject="staff")


def ask_prefecture(words: Words, *, bad: bool = False) -> Screen:
    say = words.activation
    line = say.no_prefecture() if bad else say.ask_prefecture()
    return Screen(page(say.to_prefecture(), line), (_back(words),), subject="staff")


def card(one: Batch, words: Words, said: str = "") -> Screen:
    say = words.activation
    told = [said, ""] if said else []
    get = [row(Button(say.to_file(), GetFile(one.id)))] if one.state is State.READY else []
    lines = (*told, say.audience(one.prefecture), *say.state(one))
    return Screen(page(say.card_title(one), *lines), (*get, _back(words)), subject="staff")


def link(one: Batch, address: str, pin: str, until: datetime, words: Words) -> Screen:
    """The link alone opens nothing, and the number alone neither."""
    say = words.activation
    rows = (row(Button(say.to_open(), url=address)), _back(words))
    return Screen(page(say.card_title(one), *say.link(pin, until)), rows, subject="staff")


def _back(words: Words) -> Row:
    return row(Button(words.common.back(), LetterRoom()))
