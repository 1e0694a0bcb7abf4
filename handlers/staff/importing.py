"""The room where officers import a file of members: sent, reported, applied, taken back (storage/importing).

What lasts is done by the process that sends letters (bot/importing.py), which edits the screen while it goes on.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from content.importing.report import Kind, Outcome, Standing, State
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
from handlers.presses.staff import importing as presses
from handlers.screens.screen import Screen, toast
from handlers.screens.staff import importing as screens
from handlers.staff import acting
from handlers.staff.rights import held, may
from handlers.turn import Command, Hears, On, Personal, Receives, StaffTurn, Unwanted, WritesToAll
from handlers.work import Download, Prepared, Work
from storage.files import parts
from storage.importing import imports, listing
from storage.people import chats
from storage.post import requested
from storage.post.letters import Letter

LARGEST = 20_000_000
SHOWN = 5
ROWS_AT_ONCE = 200
MAY = may(Act.IMPORT_MEMBERS)


@dataclass(frozen=True)
class AwaitImport(Note, expects="import"):
    """A file of members is awaited."""


def command(turn: StaffTurn, _argument: str) -> Screen:
    return room(turn, presses.ImportRoom())


def room(turn: StaffTurn, _press: presses.ImportRoom) -> Screen:
    acting.write(turn, "listed_imports", None, acting.looking(turn), {}, {})
    return _room(turn)


def hear(turn: StaffTurn, _note: AwaitImport, _text: str) -> Screen:
    return _room(turn, turn.words.importing.ask_file())


def receive(turn: StaffTurn, _note: AwaitImport, sent: Sent) -> Work | Screen:
    """Refuse what can be refused without a download."""
    if not sent.file_id:
        return _room(turn, turn.words.importing.ask_file())
    if sent.size > LARGEST:
        return _room(turn, turn.words.importing.too_big())
    return Download(sent.file_id, kept=True)


def keep(turn: StaffTurn, _note: AwaitImport, _sent: Sent, prepared: Prepared) -> Screen:
    """The file is on record: another process makes its report."""
    kept = prepared.file
    parts.take(turn.session, kept, None)
    number = imports.begin(turn.session, Kind.MEMBERS, kept.print, turn.now, by=turn.person_id, file=kept.id)
    one = _of(turn, number)
    _log(turn, "send_import", one)
    return screens.card(one, turn.words, can_undo=False)


def open_import(turn: StaffTurn, press: presses.OpenImport) -> Screen:
    one = _of(turn, press.number)
    _log(turn, "viewed_import", one)
    return _card(turn, one)


def apply(turn: StaffTurn, press: presses.ApplyImported) -> Screen:
    """Put it into the line. A second press finds it there, or further."""
    if not imports.queue(turn.session, press.number, turn.person_id):
        return _card(turn, _of(turn, press.number))
    one = _of(turn, press.number)
    _log(turn, "apply_import", one)
    return _card(turn, one)


def drop(turn: StaffTurn, press: presses.DropImport) -> Screen:
    one = _of(turn, press.number)
    if one.state not in (State.READY, State.QUEUED):
        return _card(turn, one)
    imports.settle(turn.session, one.number, State.DROPPED, turn.now, told=False)
    _log(turn, "drop_import", one)
    return _card(turn, _of(turn, press.number))


def fetch_report(turn: StaffTurn, press: presses.FetchReport) -> Screen:
    """Have the file sent; none goes without its line in the log."""
    one = _of(turn, press.number)
    requested.ask(turn.session, member_id=turn.person_id, key=ImportReport(one.number), at=turn.now)
    _log(turn, "viewed_import_report", one)
    return toast(turn.words.importing.report_comes())


def ask_undo(turn: StaffTurn, press: presses.AskUndoImport) -> Screen:
    one = _of(turn, press.number)
    return screens.ask_undo(one, turn.words) if imports.can_undo(one, turn.now) else _card(turn, one)


def undo(turn: StaffTurn, press: presses.UndoImport) -> Screen:
    one = _of(turn, press.number)
    if one.state is not State.APPLIED or not imports.take_back(turn.session, one.number, turn.now, by=turn.person_id):
        return toast(turn.words.importing.not_now(), alert=True)
    _log(turn, "undo_import", one)
    return _card(turn, _of(turn, press.number))


def write_told(turn: Personal, letter: Letter[ImportTold]) -> Screen | Unwanted:
    """The import as it stands now."""
    one = imports.standing(turn.session, letter.key.number)
    if one is None or not rights.may(Act.IMPORT_MEMBERS, held(turn)):
        return Unwanted("the role is lost")
    return screens.card(one, turn.words, can_undo=imports.can_undo(one, turn.now))


def write_report(turn: Personal, letter: Letter[ImportReport]) -> Screen | Unwanted:
    one = imports.standing(turn.session, letter.key.number)
    if one is None or not rights.may(Act.IMPORT_MEMBERS, held(turn)):
        return Unwanted("the role is lost")
    return screens.report(one, turn.words)


def report_content(session: Session, paper: screens.ReportFile) -> bytes:
    """The file: a line for each row that is new, refused or missing, and for each value that changes."""
    if imports.standing(session, paper.number) is None:
        raise PaperGone
    return csv_of(lines(listing.named(session, paper.number), speak(paper.language)))


def find_old(session: Session, now: datetime, _rulebook: Rulebook) -> Sequence[int]:
    return imports.find_old(session, now)


def clear(session: Session, found: Sequence[int], now: datetime, _rulebook: Rulebook) -> int:
    """Some rows of the first of them: each is a short step, and the others come in the next ones."""
    return sum(imports.clear(session, one, ROWS_AT_ONCE, now) for one in found[:1])


def _room(turn: StaffTurn, said: str = "") -> Screen:
    chats.expect(turn.session, turn.chat.id, AwaitImport(), turn.now)
    return screens.room(imports.latest(turn.session, SHOWN), turn.words, said)


def _card(turn: StaffTurn, one: Standing) -> Screen:
    """The import as it stands. A file that is sent now is the next one: staff mend the list and send it again."""
    chats.expect(turn.session, turn.chat.id, AwaitImport(), turn.now)
    return screens.card(one, turn.words, can_undo=imports.can_undo(one, turn.now))


def _of(turn: StaffTurn, number: int) -> Standing:
    """The import with this number. Raises StaleButton if there is none."""
    found = imports.standing(turn.session, number)
    if found is None:
        raise StaleButton
    return found


def _log(turn: StaffTurn, act: str, one: Standing) -> None:
    numbers = {what.value: one.count(what) for what in (Outcome.NEW, Outcome.CHANGED, Outcome.REFUSED)}
    facts: dict[str, object] = {"import": one.number, "digest": one.digest[:16], **(numbers if one.tally else {})}
    acting.write(turn, act, None, acting.looking(turn), {}, facts)


ROUTES = (
    Command("import", command, MAY, menu=False),
    On(presses.ImportRoom, room, MAY),
    On(presses.OpenImport, open_import, MAY),
    On(presses.ApplyImported, apply, MAY),
    On(presses.DropImport, drop, MAY),
    On(presses.FetchReport, fetch_report, MAY),
    On(presses.AskUndoImport, ask_undo, MAY),
    On(presses.UndoImport, undo, MAY),
    Hears(AwaitImport, hear, MAY, fits=shapes.nothing),
    Receives(AwaitImport, receive, keep, MAY),
)
LETTERS = (WritesToAll(ImportTold, write_told), WritesToAll(ImportReport, write_report))
DUE = (Due("rows of old imports", find_old, clear, whole=True),)
PAPERS = (Keeps(screens.ReportFile, report_content),)
