"""The rooms where officers import files, of members and of credits already held: sent, reported, applied, taken back
(storage/importing).

What lasts is done by the process that sends letters (bot/importing.py), which edits the screen while it goes on.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from content.importing.report import OUTCOMES, Kind, Outcome, Standing, State
from content.importing.told import lines
from content.keys.import_letters import ImportReport, ImportTold
from content.keys.note import Note
from content.refusals import StaleButton
from content.rules import Rulebook
from content.staff import rights
from content.staff.rights import Act
from content.tables.writing import csv_of
from content.text import shapes
from content.words import speak
from handlers.due import Due
from handlers.incoming import Sent
from handlers.keeping import Keeps, PaperGone
from handlers.press import Press
from handlers.presses.staff.importing import OfImport, Room
from handlers.screens.screen import Screen, toast
from handlers.screens.staff import importing as screens
from handlers.screens.staff.import_keys import KEYS
from handlers.screens.staff.rooms import COMMANDS
from handlers.staff import acting
from handlers.staff.rights import held, may
from handlers.turn import Command, Hears, On, Personal, Receives, StaffTurn, Unwanted, WritesToAll
from handlers.work import Download, Prepared, Work
from storage.files import parts
from storage.importing import clearing, imports, listing
from storage.people import chats
from storage.post import requested
from storage.post.letters import Letter

LARGEST = 20_000_000
SHOWN = 5
ROWS_AT_ONCE = 200
LOGGED = (Outcome.NEW, Outcome.CHANGED, Outcome.DOUBLE, Outcome.DOUBTFUL, Outcome.REFUSED, Outcome.COVERED)
ACTS = {
    Kind.MEMBERS: Act.IMPORT_MEMBERS,
    Kind.CREDITS: Act.IMPORT_CREDITS,
    Kind.GRANTS: Act.GRANT_BY_FILE,
}
"""The right of each room. That of the grants is handlers/staff/crediting/by_file.py."""


@dataclass(frozen=True)
class AwaitImport(Note, expects="import"):
    """A file of members is awaited."""


@dataclass(frozen=True)
class AwaitCredits(Note, expects="import_credits"):
    """A file of credits already held is awaited."""


@dataclass(frozen=True)
class AwaitGrants(Note, expects="grant_file"):
    """A file of credits to be granted is awaited. `why`: for rows that have no reason of their own."""

    why: str = ""


Awaits = AwaitImport | AwaitCredits
_NOTES: Mapping[Kind, type[Awaits | AwaitGrants]] = {
    Kind.MEMBERS: AwaitImport,
    Kind.CREDITS: AwaitCredits,
    Kind.GRANTS: AwaitGrants,
}


def command(kind: Kind) -> Callable[[StaffTurn, str], Screen]:
    return lambda turn, _argument: open_room(turn, KEYS[kind].room())


def open_room(turn: StaffTurn, press: Room) -> Screen:
    acting.write(turn, "listed_imports", None, acting.looking(turn), {}, {})
    return _room(turn, _kind(press))


def hear(turn: StaffTurn, note: Awaits, _text: str) -> Screen:
    return _room(turn, _kind(note), turn.words.importing.ask_file())


def receive(turn: StaffTurn, note: Awaits, sent: Sent) -> Work | Screen:
    """Refuse what can be refused without a download."""
    refused = not_taken(turn, sent)
    return _room(turn, _kind(note), refused) if refused else download(sent)


def not_taken(turn: StaffTurn, sent: Sent) -> str:
    """Why what was sent is not even fetched; empty if it is."""
    if not sent.file_id:
        return turn.words.importing.ask_file()
    return turn.words.importing.too_big() if sent.size > LARGEST else ""


def download(sent: Sent) -> Work:
    return Download(sent.file_id, kept=True)


def keep(turn: StaffTurn, note: Awaits, _sent: Sent, prepared: Prepared) -> Screen:
    """The file is on record: another process makes its report."""
    return begin(turn, _kind(note), prepared)


def begin(turn: StaffTurn, kind: Kind, prepared: Prepared, why: str = "") -> Screen:
    kept, by = prepared.file, turn.person_id
    parts.take(turn.session, kept, None)
    number = imports.begin(turn.session, kind, kept.print, turn.now, by=by, file=kept.id, reason=why)
    one = of(turn, KEYS[kind].open(number))
    log(turn, "send_import", one)
    return screens.card(one, turn.words, can_undo=False)


def open_import(turn: StaffTurn, press: OfImport) -> Screen:
    one = of(turn, press)
    log(turn, "viewed_import", one)
    return card(turn, one)


def apply(turn: StaffTurn, press: OfImport) -> Screen:
    """Put it into the line. A second press finds it there, or further."""
    one = of(turn, press)
    if imports.queue(turn.session, one.number, turn.person_id):
        one = of(turn, press)
        log(turn, "apply_import", one)
    return card(turn, one)


def drop(turn: StaffTurn, press: OfImport) -> Screen:
    one = of(turn, press)
    if imports.drop(turn.session, one.number, turn.now):
        log(turn, "drop_import", one)
    return card(turn, of(turn, press))


def fetch_report(turn: StaffTurn, press: OfImport) -> Screen:
    """Have the file sent; none goes without its line in the log."""
    one = of(turn, press)
    requested.ask(turn.session, member_id=turn.person_id, key=ImportReport(one.number), at=turn.now)
    log(turn, "viewed_import_report", one)
    return toast(turn.words.importing.report_comes())


def ask_undo(turn: StaffTurn, press: OfImport) -> Screen:
    one = of(turn, press)
    return screens.ask_undo(one, turn.words) if imports.can_undo(one, turn.now) else card(turn, one)


def undo(turn: StaffTurn, press: OfImport) -> Screen:
    one = of(turn, press)
    if one.state is not State.APPLIED or not imports.take_back(turn.session, one.number, turn.now, by=turn.person_id):
        return toast(turn.words.importing.not_now(), alert=True)
    log(turn, "undo_import", one)
    return card(turn, of(turn, press))


def write_told(turn: Personal, letter: Letter[ImportTold]) -> Screen | Unwanted:
    """The import as it stands now."""
    one = imports.standing(turn.session, letter.key.number)
    if one is None or not rights.may(ACTS[one.kind], held(turn)):
        return Unwanted("the role is lost")
    return screens.card(one, turn.words, can_undo=imports.can_undo(one, turn.now))


def write_report(turn: Personal, letter: Letter[ImportReport]) -> Screen | Unwanted:
    one = imports.standing(turn.session, letter.key.number)
    if one is None or not rights.may(ACTS[one.kind], held(turn)):
        return Unwanted("the role is lost")
    return screens.report(one, turn.words)


def report_content(session: Session, paper: screens.ReportFile) -> bytes:
    """The file: a line for each row that is new, refused or missing, and for each value that changes."""
    found = imports.standing(session, paper.number)
    if found is None:
        raise PaperGone
    return csv_of(lines(found.kind, listing.named(session, paper.number), speak(paper.language)))


def find_old(session: Session, now: datetime, _rulebook: Rulebook) -> Sequence[int]:
    return clearing.find_old(session, now)


def clear(session: Session, found: Sequence[int], now: datetime, _rulebook: Rulebook) -> int:
    """Some rows of the first of them: each is a short step, and the others come in the next ones."""
    return sum(clearing.clear(session, one, ROWS_AT_ONCE, now) for one in found[:1])


def _room(turn: StaffTurn, kind: Kind, said: str = "") -> Screen:
    chats.expect(turn.session, turn.chat.id, _NOTES[kind](), turn.now)
    return screens.room(kind, imports.latest(turn.session, SHOWN, kind), turn.words, said)


def card(turn: StaffTurn, one: Standing) -> Screen:
    """The import as it stands. A file that is sent now is the next one: staff mend the list and send it again."""
    chats.expect(turn.session, turn.chat.id, _NOTES[one.kind](), turn.now)
    return screens.card(one, turn.words, can_undo=imports.can_undo(one, turn.now))


def _kind(what: Press | Note) -> Kind:
    """The kind of files in whose room this key or note belongs."""
    return next(kind for kind, keys in KEYS.items() if type(what) in (*vars(keys).values(), _NOTES[kind]))


def of(turn: StaffTurn, press: OfImport) -> Standing:
    """The import with this number. Raises StaleButton for no number of this room."""
    found = imports.standing(turn.session, press.number)
    if found is None or found.kind is not _kind(press):
        raise StaleButton
    return found


def log(turn: StaffTurn, act: str, one: Standing, why: str = "") -> None:
    numbers = {what.value: one.count(what) for what in LOGGED if what in OUTCOMES[one.kind]}
    facts: dict[str, object] = {"import": one.number, "digest": one.digest[:16], **(numbers if one.tally else {})}
    acting.write(turn, act, None, why or acting.looking(turn), {}, facts)


def _routes(kind: Kind) -> tuple[Any, ...]:
    keys, note, right = KEYS[kind], _NOTES[kind], may(ACTS[kind])
    return (
        Command(COMMANDS[ACTS[kind]], command(kind), right, menu=False),
        On(keys.room, open_room, right),
        On(keys.open, open_import, right),
        On(keys.apply, apply, right),
        On(keys.drop, drop, right),
        On(keys.report, fetch_report, right),
        On(keys.ask_undo, ask_undo, right),
        On(keys.undo, undo, right),
        Hears(note, hear, right, fits=shapes.nothing),
        Receives(note, receive, keep, right),
    )


ROUTES = tuple(route for kind in (Kind.MEMBERS, Kind.CREDITS) for route in _routes(kind))
LETTERS = (WritesToAll(ImportTold, write_told), WritesToAll(ImportReport, write_report))
DUE = (Due("rows of old imports", find_old, clear, whole=True),)
PAPERS = (Keeps(screens.ReportFile, report_content),)
