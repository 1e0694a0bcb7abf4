"""The rooms where files are imported: the file is asked for, and an import is shown as it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from content.importing.report import Kind, Standing, State
from content.words import Words
from handlers.presses.staff.rooms import Rooms
from handlers.screens.screen import Button, Paper, Place, Row, Screen, page, row
from handlers.screens.staff.import_keys import KEYS

ON_THE_WAY = (State.APPLYING, State.UNDOING)


@dataclass(frozen=True)
class ReportFile(Paper):
    """The report of an import, in a language, as CSV."""

    number: int
    language: str
    file_name: str


def room(kind: Kind, latest: Sequence[Standing], words: Words, said: str = "") -> Screen:
    """`said`: why what was sent is not taken."""
    say = words.importing
    lines = [*([said, ""] if said else []), *say.how(kind)]
    rows = (
        *(row(Button(say.label(one), KEYS[kind].open(one.number))) for one in latest),
        row(Button(words.common.back(), Rooms())),
    )
    return Screen(page(say.title(kind), *lines), rows, subject="staff")


def card(one: Standing, words: Words, *, can_undo: bool, left: timedelta | None = None, said: str = "") -> Screen:
    """An import as it stands; `left`: how long it will still take; `said`: why the last press did nothing."""
    say = words.importing
    lines = [*([said, ""] if said else []), *say.state(one)]
    if one.state in ON_THE_WAY:
        done = one.done if one.state is State.APPLYING else one.work - one.done
        lines += ["", say.bar(done, one.work, left)]
    if one.tally:
        lines += ["", *say.numbers(one)]
    rows = (*_acts(one, words, can_undo), row(Button(words.common.back(), KEYS[one.kind].room())))
    return Screen(page(say.one_title(one), *lines), rows, subject=subject(one.number))


def ask_undo(one: Standing, words: Words) -> Screen:
    say = words.importing
    rows = (
        row(Button(say.to_undo_now(), KEYS[one.kind].undo(one.number))),
        row(Button(words.common.back(), KEYS[one.kind].open(one.number))),
    )
    return Screen(page(say.one_title(one), *say.ask_undo(one)), rows, subject=subject(one.number))


def report(one: Standing, words: Words) -> Screen:
    """The letter that brings the file."""
    paper = ReportFile(one.number, words.language, words.importing.file_name(one.number))
    return Screen(page(words.importing.report_title(one)), place=Place.OWN, paper=paper)


def subject(number: int) -> str:
    """What a living message shows that follows this import."""
    return f"import:{number}"


def _acts(one: Standing, words: Words, can_undo: bool) -> tuple[Row, ...]:
    say, keys, rows = words.importing, KEYS[one.kind], list[Row]()
    if one.state is State.READY and one.does_anything:
        rows.append(row(Button(say.to_apply(one), keys.apply(one.number))))
    if one.state in (State.READY, State.QUEUED):
        rows.append(row(Button(say.to_drop(), keys.drop(one.number))))
    if can_undo:
        rows.append(row(Button(say.to_undo(one.kind), keys.ask_undo(one.number))))
    if one.total:
        rows.append(row(Button(say.to_report(), keys.report(one.number))))
    return tuple(rows)
