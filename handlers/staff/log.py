"""The room for the log of staff: an owner sees who did what, filters it, opens an act, and exports what is filtered.

Looking is an act too, and it is logged. Once a day the head of the log is put down, to be sent to the operator.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session

from content.keys.letters import LogExport
from content.keys.note import Note
from content.refusals import StaleButton
from content.rules import Rulebook, day_of, local
from content.staff import rights
from content.staff.logged import FIRST_DAY, Entry, Filter, NoFilter, Person, is_asked
from content.staff.rights import Act
from content.tables.writing import csv_of
from content.text import shapes
from content.text.dating import day_written
from content.words import Words, speak
from handlers.due import Due
from handlers.keeping import Keeps
from handlers.presses.staff import log as presses
from handlers.screens.paging import PAGE, Page
from handlers.screens.screen import Screen
from handlers.screens.staff import log as screens
from handlers.staff import acting
from handlers.staff.rights import held, may
from handlers.turn import Command, Hears, On, Personal, StaffTurn, Unwanted, WritesToAll
from storage.engine.base import cipher_of
from storage.people import chats
from storage.post import requested
from storage.post.letters import Letter
from storage.staff import heads, log, log_room, search

MOST_IN_FILE = 20_000
DAYS_SHOWN = 8


@dataclass(frozen=True)
class AwaitFilter(Note, expects="log_filter"):
    """The ID of a member, or a day, for the log that is shown; `what` is its packed Filter."""

    what: str


def command(turn: StaffTurn, argument: str) -> Screen:
    """/log, or /log 1000000001, or /log 11月22日"""
    return hear(turn, AwaitFilter(Filter().pack()), argument) if argument else _listed(turn, Filter(), 1)


def listed(turn: StaffTurn, press: presses.Log) -> Screen:
    return _listed(turn, _filter(press.what), press.page)


def hear(turn: StaffTurn, note: AwaitFilter, text: str) -> Screen:
    """A day, or the ID of a member; it filters what is shown further."""
    shown = _filter(note.what).anew()
    day = _day(turn, text)
    if day is not None:
        return _listed(turn, replace(shown, day=day), 1)
    found = search.by_id(turn.session, turn.house.cipher, text)
    if found is None:
        return _listed(turn, shown, 1, turn.words.log.not_understood())
    return _listed(turn, replace(shown, on=found), 1)


def people(turn: StaffTurn, press: presses.LogPeople) -> Screen:
    return screens.people(_filter(press.what), log_room.actors(turn.session), press.page, turn.words)


def acts(turn: StaffTurn, press: presses.LogActs) -> Screen:
    return screens.acts(_filter(press.what), press.page, turn.words)


def days(turn: StaffTurn, press: presses.LogDays) -> Screen:
    today = day_of(turn.now)
    latest = [today - timedelta(days=ago) for ago in range(DAYS_SHOWN)]
    return screens.days(_filter(press.what), latest, turn.words)


def open_entry(turn: StaffTurn, press: presses.OpenEntry) -> Screen:
    shown = _filter(press.what)
    try:
        one = log_room.entry(turn.session, turn.house.cipher, press.number)
    except NoResultFound:
        raise StaleButton from None
    # under a key that somebody spoiled nothing can be written; what is wrong must be seen all the same
    concerned = one.on.id if one.readable or one.erased else None
    acting.write(turn, "viewed_log", concerned, acting.looking(turn), {}, {"number": one.number})
    return screens.entry(one, shown, press.page, turn.words)


def export(turn: StaffTurn, press: presses.ExportLog) -> Screen:
    """Have the file sent. It holds what the list shows, whatever was written since, and no file goes without its line
    in the log.
    """
    shown = _opened(turn, _filter(press.what))
    total = log_room.count(turn.session, shown)
    if not total:
        return screens.no_file(turn.words.log.nothing_to_file())
    if total > MOST_IN_FILE:
        return screens.no_file(turn.words.log.too_many(MOST_IN_FILE))
    requested.ask(turn.session, member_id=turn.person_id, key=LogExport(shown.pack()), at=turn.now)
    facts = _facts(shown) | {"found": total}
    acting.write(turn, "exported_log", shown.on or None, acting.looking(turn), {}, facts)
    return screens.file_comes(turn.words)


def write_export(turn: Personal, letter: Letter[LogExport]) -> Screen | Unwanted:
    if not rights.may(Act.READ_LOG, held(turn)):
        return Unwanted("the role is lost")
    shown = _filter(letter.key.what)
    name = f"tani-log-{local(turn.now):%Y%m%d-%H%M}.csv"
    return screens.file(shown, log_room.count(turn.session, shown), name, turn.words)


def file_content(session: Session, paper: screens.LogFile) -> bytes:
    """The file: a line for each act, the latest first."""
    cipher, words = cipher_of(session.get_bind().dialect), speak(paper.language)
    entries = log_room.every(session, cipher, _filter(paper.what))
    return csv_of([words.log.columns(), *(_cells(one, words) for one in entries)])


def find_day(session: Session, now: datetime, _rulebook: Rulebook) -> Sequence[date]:
    return heads.find_day(session, now)


def put_down(session: Session, found: Sequence[date], _now: datetime, _rulebook: Rulebook) -> int:
    return heads.put_down(session, found)


def _listed(turn: StaffTurn, shown: Filter, number: int, said: str = "") -> Screen:
    shown = _opened(turn, shown)
    total = log_room.count(turn.session, shown)
    pages = max(1, -(-total // PAGE))
    here = min(max(number, 1), pages)
    entries = log_room.page(turn.session, shown, (here - 1) * PAGE, PAGE)
    by, on = (log_room.person(turn.session, one) if one > 0 else Person() for one in (shown.by, shown.on))
    found = screens.Listed(shown, total, Page(entries, here, pages, (here - 1) * PAGE), by, on)
    chats.expect(turn.session, turn.chat.id, AwaitFilter(shown.pack()), turn.now)
    facts = _facts(shown) | {"found": total}
    acting.write(turn, "listed_log", shown.on or None, acting.looking(turn), {}, facts)
    return screens.listed(found, turn.words, said)


def _may_be_filter(note: AwaitFilter, text: str) -> bool:
    """A day, or the ID of a person."""
    return shapes.day(note, text) or shapes.person(note, text)


def _opened(turn: StaffTurn, shown: Filter) -> Filter:
    """The filter with the end of the log by now, if it has none yet. A person whom it names must exist."""
    for one in (shown.by, shown.on):
        if one > 0 and log_room.person(turn.session, one).id is None:
            raise StaleButton
    return shown if shown.upto else replace(shown, upto=log.head(turn.session).number)


def _day(turn: StaffTurn, text: str) -> date | None:
    """The day that the text names, if it names one that may be asked for."""
    try:
        day = day_written(text, day_of(turn.now), FIRST_DAY)
    except ValueError:
        return None
    return day if is_asked(day) else None


def _filter(what: str) -> Filter:
    """A button's filter. Raises StaleButton for one that was made up."""
    try:
        return Filter.unpack(what)
    except NoFilter:
        raise StaleButton from None


def _facts(shown: Filter) -> dict[str, object]:
    """What was looked for, for the log."""
    facts = {"by": shown.by, "on": shown.on, "act": shown.act_name, "day": shown.day.isoformat() if shown.day else ""}
    return {name: one for name, one in facts.items() if one}


def _cells(one: Entry, words: Words) -> Sequence[str]:
    say = words.log
    return (
        str(one.number),
        f"{local(one.at):%Y-%m-%d %H:%M:%S}",
        one.by.member_no,
        words.logged.person(one.by),
        one.on.member_no,
        one.on.name,
        one.act,
        words.acts.act(one.act),
        one.why,
        *(json.dumps(facts, ensure_ascii=False) if facts else "" for facts in (one.before, one.after)),
        "" if one.readable else say.unreadable(erased=one.erased),
    )


ROUTES = (
    Command("log", command, may(Act.READ_LOG), menu=False),
    On(presses.Log, listed, may(Act.READ_LOG)),
    On(presses.OpenEntry, open_entry, may(Act.READ_LOG)),
    On(presses.LogPeople, people, may(Act.READ_LOG)),
    On(presses.LogActs, acts, may(Act.READ_LOG)),
    On(presses.LogDays, days, may(Act.READ_LOG)),
    On(presses.ExportLog, export, may(Act.READ_LOG)),
    Hears(AwaitFilter, hear, may(Act.READ_LOG), fits=_may_be_filter),
)
LETTERS = (WritesToAll(LogExport, write_export),)
PAPERS = (Keeps(screens.LogFile, file_content),)
DUE = (Due("head of the log of staff", find_day, put_down),)
