"""The room for activation letters: the latest batches, one of them, and the link to its file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from content.activating.batch import Batch, State
from content.words import Words
from handlers.presses.staff.activating import (
    AskList,
    AskPrefecture,
    DropOrder,
    GetFile,
    GetRefused,
    LetterRoom,
    MakeForAll,
    OpenBatch,
    OrderForList,
)
from handlers.presses.staff.rooms import Rooms
from handlers.screens.screen import Button, Paper, Place, Row, Screen, page, row, rows_of

UNDECIDED = (State.READING, State.LISTED, State.ASKED)


@dataclass(frozen=True)
class RefusedFile(Paper):
    """The lines of a list for which no letter is made, in a language, as CSV."""

    number: int
    language: str
    file_name: str


def room(latest: Sequence[Batch], words: Words, said: str = "") -> Screen:
    """`said` is told first, for example why a prefecture was not taken."""
    say = words.activating
    told = [said, ""] if said else []
    lines = [say.line(place, one) for place, one in enumerate(latest, start=1)]
    rows = (
        row(Button(say.to_all(), MakeForAll())),
        row(Button(say.to_prefecture(), AskPrefecture())),
        row(Button(say.to_list(), AskList())),
        *rows_of((Button(str(place), OpenBatch(one.id)) for place, one in enumerate(latest, start=1)), 5),
        row(Button(words.common.back(), Rooms())),
    )
    return Screen(page(say.room_title(), *told, *say.how(), *([""] if lines else []), *lines), rows, subject="staff")


def ask_prefecture(words: Words, *, bad: bool = False) -> Screen:
    say = words.activating
    line = say.no_prefecture() if bad else say.ask_prefecture()
    return Screen(page(say.to_prefecture(), line), (_back(words),), subject="staff")


def ask_list(words: Words, said: str = "") -> Screen:
    """`said`: why what was sent is not taken."""
    say = words.activating
    told = [said, ""] if said else []
    return Screen(page(say.to_list(), *told, *say.ask_list()), (_back(words),), subject="staff")


def card(one: Batch, words: Words, reader: int, said: str = "") -> Screen:
    """A batch as it stands. Who asked for it decides about it, and alone gets its file."""
    say = words.activating
    told = [said, ""] if said else []
    bar = ["", words.importing.bar(one.done, one.total, None)] if one.state is State.MAKING else []
    lines = (*told, say.audience(one), *say.state(one), *bar)
    return Screen(page(say.card_title(one), *lines), (*_acts(one, words, reader), _back(words)), subject=subject(one))


def link(one: Batch, address: str, pin: str, until: datetime, words: Words) -> Screen:
    """The link alone opens nothing, and the number alone neither."""
    say = words.activating
    rows = (row(Button(say.to_open(), url=address)), _back(words))
    return Screen(page(say.card_title(one), *say.link(pin, until)), rows, subject=subject(one))


def refused(one: Batch, words: Words) -> Screen:
    """The lines of its list for which no letter is made, as a file."""
    say = words.activating
    paper = RefusedFile(one.id, words.language, say.refused_name(one.id))
    return Screen(page(say.refused_title(one)), place=Place.OWN, paper=paper)


def subject(one: Batch) -> str:
    """What a living message shows that follows this batch."""
    return f"letters:{one.id}"


def _acts(one: Batch, words: Words, reader: int) -> tuple[Row, ...]:
    say, rows, theirs = words.activating, list[Row](), one.asked_by == reader
    if one.state is State.READY and one.made and theirs:
        rows.append(row(Button(say.to_file(), GetFile(one.id))))
    if one.state is State.LISTED and one.listed and one.listed.people and theirs:
        rows.append(row(Button(say.to_order(one.listed.people), OrderForList(one.id))))
    if one.listed and one.listed.refused:
        rows.append(row(Button(say.to_refused(), GetRefused(one.id))))
    if one.state in UNDECIDED and theirs:
        rows.append(row(Button(words.importing.to_drop(), DropOrder(one.id))))
    return tuple(rows)


def _back(words: Words) -> Row:
    return row(Button(words.common.back(), LetterRoom()))
