"""The room for the log of staff: the list, what filters it, an act with before and after, and the file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from content.absence import given
from content.rules import day_of
from content.staff.logged import ACTS, OPERATOR, Entry, Filter, Person
from content.words import Words
from handlers.presses.staff.log import ExportLog, Log, LogActs, LogDays, LogPeople, OpenEntry
from handlers.presses.staff.rooms import Rooms
from handlers.screens.paging import Page, cut, pager
from handlers.screens.screen import Button, Paper, Place, Row, Screen, page, row, rows_of

ACTS_SHOWN = 10
LONGEST = 400
"""A fact with a longer value is cut off on the screen; the file has all of it."""


@dataclass(frozen=True)
class LogFile(Paper):
    """All that a filter leaves of the log, in a language, as CSV."""

    what: str
    language: str
    file_name: str


@dataclass(frozen=True)
class Listed:
    """A page of the log, as filtered. `by` and `on` are the people that the filter names."""

    shown: Filter
    total: int
    page: Page[Entry]
    by: Person
    on: Person


def listed(found: Listed, words: Words, said: str = "") -> Screen:
    """The acts by their numbers in the log, which verify-log speaks of too."""
    say, what, entries = words.log, found.shown.pack(), found.page
    told = [said, ""] if said else []
    acts = [line for one in entries.items for line in ("", _line(one, words))]
    lines = [
        *told,
        say.filtered(found.shown, found.by, found.on),
        *([say.found(found.total), *acts] if acts else [say.nothing()]),
        "",
        say.can_type(),
    ]
    rows = (
        *rows_of((Button(str(one.number), OpenEntry(what, entries.number, one.number)) for one in entries.items), 4),
        *pager(words, entries, lambda number: Log(what, number)),
        row(Button(say.to_people(), LogPeople(what, 1)), Button(say.to_acts(), LogActs(what, 1))),
        row(Button(say.to_days(), LogDays(what)), *_all(found.shown, words)),
        *([row(Button(say.to_file(), ExportLog(what)))] if acts else []),
        row(Button(words.common.back(), Rooms())),
    )
    return Screen(page(say.title(), *lines), rows, subject="staff")


def people(shown: Filter, every: Sequence[Person], number: int, words: Words) -> Screen:
    """All who ever acted, and the operator."""
    say, found = words.log, cut((*every, Person()), number)
    rows = (
        *(
            row(Button(_short(words.logged.person(one)), _filtered(shown, by=one.id or OPERATOR)))
            for one in found.items
        ),
        *pager(words, found, lambda number: LogPeople(shown.pack(), number)),
        _to_list(shown, words),
    )
    lines = [say.actor(one.name, one.member_no) for one in found.items if one.id is not None]
    return Screen(page(say.title(), say.choose_person(), "", *lines), rows, subject="staff")


def acts(shown: Filter, number: int, words: Words) -> Screen:
    say, found = words.log, cut(tuple(enumerate(ACTS, start=1)), number, ACTS_SHOWN)
    rows = (
        *(row(Button(words.acts.act(name), _filtered(shown, act=place))) for place, name in found.items),
        *pager(words, found, lambda number: LogActs(shown.pack(), number)),
        _to_list(shown, words),
    )
    return Screen(page(say.title(), say.choose_act()), rows, subject="staff")


def days(shown: Filter, latest: Sequence[date], words: Words) -> Screen:
    buttons = [Button(words.log.day(one), _filtered(shown, day=one)) for one in latest]
    rows = (*rows_of(buttons, 2), _to_list(shown, words))
    return Screen(page(words.log.title(), words.log.choose_day()), rows, subject="staff")


def entry(one: Entry, shown: Filter, number: int, words: Words) -> Screen:
    """An act: who, when, on whom, why, before and after; and the ways to what is alike."""
    say = words.log
    lines = [
        say.at(one.at),
        say.by(words.logged.person(one.by), one.by.member_no),
        *([say.on(one.on.name, one.on.member_no)] if one.on.id is not None else []),
        *([words.logged.why(one.why)] if one.readable else [say.unreadable(erased=one.erased)]),
        *_facts(say.before(), one.before, words),
        *_facts(say.after(), one.after, words),
    ]
    rows = (
        row(
            Button(say.same_person(), _alone(by=one.by.id or OPERATOR)),
            *given(Button(say.same_member(), _alone(on=one.on.id)) if one.on.id is not None else None),
        ),
        row(*_of_act(one, words), Button(say.same_day(), _alone(day=day_of(one.at)))),
        row(Button(words.common.back(), Log(shown.pack(), number))),
    )
    return Screen(page(say.entry_title(one.number, words.acts.act(one.act)), *lines), rows, subject="staff")


def file_comes(words: Words) -> Screen:
    return Screen("", toast=words.log.file_comes())


def no_file(said: str) -> Screen:
    """Nothing is sent: there is nothing, or too much."""
    return Screen("", toast=said, alert=True)


def file(shown: Filter, total: int, name: str, words: Words) -> Screen:
    """The letter that brings the file."""
    say = words.log
    text = page(say.file_title(), *say.file_caption(total))
    return Screen(text, place=Place.OWN, paper=LogFile(shown.pack(), words.language, name))


def _line(one: Entry, words: Words) -> str:
    return words.log.line(one.number, one.at, words.logged.person(one.by), words.acts.act(one.act), one.on.name)


def _all(shown: Filter, words: Words) -> tuple[Button, ...]:
    return () if shown.everything else (Button(words.log.to_all(), _alone()),)


def _filtered(shown: Filter, **more: Any) -> Log:
    """The list, filtered by this too."""
    return Log(replace(shown.anew(), **more).pack(), 1)


def _alone(**what: Any) -> Log:
    return Log(Filter(**what).pack(), 1)


def _of_act(one: Entry, words: Words) -> tuple[Button, ...]:
    """An act that this version does not know can't be named by a button."""
    if one.act not in ACTS:
        return ()
    return (Button(words.log.same_act(), _alone(act=ACTS.index(one.act) + 1)),)


def _to_list(shown: Filter, words: Words) -> Row:
    return row(Button(words.common.back(), Log(shown.pack(), 1)))


def _facts(title: str, facts: Mapping[str, Any], words: Words) -> Iterator[str]:
    if facts:
        yield from ("", title)
    for name, value in facts.items():
        said = words.logged.value(name, value)
        yield words.log.fact(words.logged.fact(name), said if len(said) <= LONGEST else f"{said[:LONGEST]}…")


def _short(name: str) -> str:
    """As much of a name as a button shows; the whole one stands in the text."""
    return name if len(name) <= 14 else f"{name[:13]}…"
