"""The room where credits are exported: what is chosen, and an export as it stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from content.exporting.cells import Encoding
from content.exporting.export import Kind, Scope, Standing, State
from content.prefectures import PREFECTURES
from content.text.periods import Named, Period
from content.words import Words
from handlers.presses.staff import exporting as presses
from handlers.presses.staff.rooms import Rooms
from handlers.screens.labels import fitted
from handlers.screens.screen import Button, Paper, Place, Row, Screen, page, row, rows_of

ON_THE_WAY = (State.COUNTING, State.MAKING)
CAN_DROP = (State.COUNTING, State.READY, State.QUEUED, State.MAKING)
EVERYBODY = 0


@dataclass(frozen=True)
class ExportPaper(Paper):
    """A part (from 1) of an export's file."""

    number: int
    part: int
    file_name: str


def room(periods: Mapping[Named, Period], latest: Iterable[Standing], words: Words) -> Screen:
    say = words.exporting
    buttons = [Button(say.named(name), presses.ChooseAudience(*_days(period))) for name, period in periods.items()]
    rows = (
        *rows_of(buttons, 2),
        *(row(Button(say.label(one), presses.OpenExport(one.number))) for one in latest),
        row(Button(words.common.back(), Rooms())),
    )
    return Screen(page(say.title(), *say.how()), rows, subject="staff")


def ask_audience(period: Period, words: Words) -> Screen:
    say, days = words.exporting, _days(period)
    every = [
        Button(fitted(say.prefecture(name)), presses.ChooseKind(*days, number))
        for number, name in enumerate(PREFECTURES, start=1)
    ]
    rows = (
        row(Button(say.everybody(), presses.ChooseKind(*days, EVERYBODY))),
        *rows_of(every, 3),
        row(Button(words.common.back(), presses.ExportRoom())),
    )
    return Screen(page(say.title(), say.period(period), "", say.ask_audience()), rows, subject="staff")


def ask_kind(scope: Scope, former: int | None, words: Words) -> Screen:
    """`former`: the number of the last export of this scope, which a difference would follow."""
    say, days = words.exporting, _days(scope.period)
    place = prefecture_number(scope.prefecture)
    kinds = [Kind.WHOLE, *([Kind.DIFFERENCE] if former else [])]
    rows = (
        *(
            row(Button(say.to_begin(kind, encoding), presses.BeginExport(*days, place, kind.value, encoding.value)))
            for kind in kinds
            for encoding in Encoding
        ),
        row(Button(words.common.back(), presses.ChooseAudience(*days))),
    )
    return Screen(page(say.title(), say.scope(scope), "", *say.ask_kind(former)), rows, subject="staff")


def card(one: Standing, words: Words, *, days: int, left: timedelta | None = None) -> Screen:
    """An export as it stands. `days`: so long a file is kept. `left`: how long the work will still take."""
    say = words.exporting
    lines = [*say.wanted(one), "", *say.state(one, days)]
    if one.state in ON_THE_WAY:
        lines += ["", words.importing.bar(one.done, one.total, left)]
    if one.tally and one.state is not State.MAKING:
        lines += ["", *say.numbers(one)]
    if one.state is State.MADE:
        lines += [*say.lacking(one), "", say.digest(one)]
    rows = (*_acts(one, words), row(Button(words.common.back(), presses.ExportRoom())))
    return Screen(page(say.one_title(one.number), *lines), rows, subject=subject(one.number))


def file(one: Standing, part: int, name: str, words: Words) -> Screen:
    """The letter that brings a part of the file."""
    paper = ExportPaper(one.number, part, name)
    return Screen(page(words.exporting.file_title(one, part)), place=Place.OWN, paper=paper)


def subject(number: int) -> str:
    """What a living message shows that follows this export."""
    return f"export:{number}"


def prefecture_number(prefecture: str) -> int:
    return [*PREFECTURES].index(prefecture) + 1 if prefecture else EVERYBODY


def _acts(one: Standing, words: Words) -> Sequence[Row]:
    say, rows = words.exporting, list[Row]()
    if one.state is State.READY:
        rows.append(row(Button(say.to_make(), presses.MakeFile(one.number))))
    if one.state in CAN_DROP:
        rows.append(row(Button(say.to_drop(), presses.DropExport(one.number))))
    if one.has_file:
        rows.append(row(Button(say.to_fetch(), presses.FetchExport(one.number))))
    return rows


def _days(period: Period) -> tuple[int, int]:
    return period.first.toordinal(), period.last.toordinal()
