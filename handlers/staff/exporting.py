"""The room where officers export credits for other systems: chosen, counted, made, fetched (storage/exporting).

What lasts is done by the process that sends letters (bot/exporting.py), which edits the screen while it goes on.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from content.exporting import period as periods_written
from content.exporting.cells import Encoding
from content.exporting.export import Kind, Scope, Standing, Wanted
from content.keys.export_letters import ExportFile, ExportTold
from content.keys.note import Note
from content.prefectures import PREFECTURES
from content.refusals import StaleButton
from content.rules import Rulebook, day_of
from content.staff import rights
from content.staff.rights import Act
from content.text import periods, shapes
from content.text.periods import Named, Period
from handlers.due import Due
from handlers.keeping import Keeps, PaperGone
from handlers.presses.staff import exporting as presses
from handlers.screens.screen import Screen, toast
from handlers.screens.staff import exporting as screens
from handlers.screens.staff.rooms import COMMANDS
from handlers.staff import acting
from handlers.staff.rights import held, may
from handlers.turn import Command, Hears, On, Personal, StaffTurn, Unwanted, WritesToAll
from storage.engine.cipher import Unreadable
from storage.exporting import clearing, exports, files
from storage.people import chats
from storage.post.letters import Letter

SHOWN = 5
RIGHT = may(Act.EXPORT_CREDITS)


@dataclass(frozen=True)
class AwaitExport(Note, expects="export"):
    """The period of an export is awaited."""


def command(turn: StaffTurn, argument: str) -> Screen:
    """/export; /export 2026年度 names the period at once. Raises BadPeriod and BeforeProgramme."""
    return hear(turn, AwaitExport(), argument) if argument else open_room(turn, presses.ExportRoom())


def open_room(turn: StaffTurn, _press: presses.ExportRoom) -> Screen:
    chats.expect(turn.session, turn.chat.id, AwaitExport(), turn.now)
    today = day_of(turn.now)
    offered = {name: _begun(turn, periods.named(name, today)) for name in Named}
    acting.write(turn, "listed_exports", None, acting.looking(turn), {}, {})
    return screens.room(offered, exports.latest(turn.session, SHOWN), turn.words)


def hear(turn: StaffTurn, _note: AwaitExport, text: str) -> Screen:
    """Raises BadPeriod and BeforeProgramme; the period is then still awaited."""
    period = periods.within_programme(periods_written.read(text, day_of(turn.now)), turn.rules)
    chats.expect(turn.session, turn.chat.id, None, turn.now)
    return screens.ask_audience(period, turn.words)


def choose_audience(turn: StaffTurn, press: presses.ChooseAudience) -> Screen:
    return screens.ask_audience(_period(turn, press), turn.words)


def choose_kind(turn: StaffTurn, press: presses.ChooseKind) -> Screen:
    scope = _scope(turn, press)
    return screens.ask_kind(scope, exports.last_made(turn.session, Wanted(scope)), turn.words)


def begin(turn: StaffTurn, press: presses.BeginExport) -> Screen:
    """Let it be counted. Raises StaleButton for a difference that has nothing to follow."""
    try:
        wanted = Wanted(_scope(turn, press), Kind(press.kind), Encoding(press.encoding))
        number = exports.begin(turn.session, wanted, turn.now, by=turn.person_id)
    except (ValueError, LookupError):
        raise StaleButton from None
    return _done(turn, "begin_export", number)


def open_export(turn: StaffTurn, press: presses.OpenExport) -> Screen:
    return _done(turn, "viewed_export", _of(turn, press).number)


def make(turn: StaffTurn, press: presses.MakeFile) -> Screen:
    """Put it into the line. A second press finds it there, or further."""
    one = _of(turn, press)
    if exports.queue(turn.session, one.number, turn.person_id):
        return _done(turn, "make_export", one.number)
    return _card(turn, _of(turn, press))


def drop(turn: StaffTurn, press: presses.DropExport) -> Screen:
    one = _of(turn, press)
    if exports.drop(turn.session, one.number, turn.now):
        return _done(turn, "drop_export", one.number)
    return _card(turn, _of(turn, press))


def fetch(turn: StaffTurn, press: presses.FetchExport) -> Screen:
    """Have the file sent; none goes without its line in the log."""
    one = _of(turn, press)
    if not one.has_file:
        return _card(turn, one)
    exports.send(turn.session, one, turn.person_id, turn.now)
    _log(turn, "fetch_export", one)
    return toast(turn.words.exporting.file_comes())


def write_told(turn: Personal, letter: Letter[ExportTold]) -> Screen | Unwanted:
    """The export as it stands now."""
    one = exports.standing(turn.session, letter.key.number)
    if one is None or not rights.may(Act.EXPORT_CREDITS, held(turn)):
        return Unwanted("the role is lost")
    return screens.card(one, turn.words, days=turn.rules.retention.exports.days)


def write_file(turn: Personal, letter: Letter[ExportFile]) -> Screen | Unwanted:
    one, part = exports.standing(turn.session, letter.key.number), letter.key.part
    if one is None or not rights.may(Act.EXPORT_CREDITS, held(turn)):
        return Unwanted("the role is lost")
    if not one.has_file:
        return Unwanted("the file is gone")
    return screens.file(one, part, files.name(one, part), turn.words)


def file_content(session: Session, paper: screens.ExportPaper) -> bytes:
    try:
        return files.content(session, paper.number, paper.part)
    except (files.FileGone, Unreadable):
        raise PaperGone from None


def find_old(session: Session, now: datetime, rulebook: Rulebook) -> Sequence[int]:
    return clearing.find(session, now, rulebook.now(now).retention.exports)


def clear(session: Session, found: Sequence[int], now: datetime, rulebook: Rulebook) -> int:
    """Something of the first of them: each is a short step, and the others come in the next ones."""
    keep = rulebook.now(now).retention.exports
    return sum(clearing.clear(session, one, now, keep) for one in found[:1])


def _done(turn: StaffTurn, act: str, number: int) -> Screen:
    """The export as it stands after an act, with its line in the log."""
    one = exports.sure(turn.session, number)
    _log(turn, act, one)
    return _card(turn, one)


def _card(turn: StaffTurn, one: Standing) -> Screen:
    return screens.card(one, turn.words, days=turn.rules.retention.exports.days)


def _of(turn: StaffTurn, press: presses.OfExport) -> Standing:
    """The export with this number. Raises StaleButton."""
    found = exports.standing(turn.session, press.number)
    if found is None:
        raise StaleButton
    return found


def _begun(turn: StaffTurn, period: Period) -> Period:
    """The part of a period in which there was a programme."""
    return Period(max(period.first, turn.rules.programme_from), period.last)


def _period(turn: StaffTurn, press: presses.OfPeriod) -> Period:
    """The period of a button. Raises StaleButton for one that nobody was offered."""
    try:
        period = Period(date.fromordinal(press.first), date.fromordinal(press.last))
    except (ValueError, OverflowError):
        raise StaleButton from None
    if not turn.rules.programme_from <= period.first <= min(period.last, day_of(turn.now)):
        raise StaleButton
    return period


def _scope(turn: StaffTurn, press: presses.OfScope) -> Scope:
    if not 0 <= press.prefecture <= len(PREFECTURES):
        raise StaleButton
    return Scope(_period(turn, press), ["", *PREFECTURES][press.prefecture])


def _log(turn: StaffTurn, act: str, one: Standing) -> None:
    facts: dict[str, object] = {"export": one.number, "scope": one.wanted.scope.text, "export_kind": one.wanted.kind}
    facts |= {"rows": one.rows, "people": one.members} if one.tally else {}
    facts |= {"digest": one.digest[:16]} if one.digest else {}
    acting.write(turn, act, None, acting.looking(turn), {}, facts)


ROUTES = (
    Command(COMMANDS[Act.EXPORT_CREDITS], command, RIGHT, menu=False),
    On(presses.ExportRoom, open_room, RIGHT),
    On(presses.ChooseAudience, choose_audience, RIGHT),
    On(presses.ChooseKind, choose_kind, RIGHT),
    On(presses.BeginExport, begin, RIGHT),
    On(presses.OpenExport, open_export, RIGHT),
    On(presses.MakeFile, make, RIGHT),
    On(presses.DropExport, drop, RIGHT),
    On(presses.FetchExport, fetch, RIGHT),
    Hears(AwaitExport, hear, RIGHT, fits=shapes.period),
)
LETTERS = (WritesToAll(ExportTold, write_told), WritesToAll(ExportFile, write_file))
DUE = (Due("what is over of exports", find_old, clear, whole=True),)
PAPERS = (Keeps(screens.ExportPaper, file_content),)
