"""The room where officers grant credits to many by a file. It is an import (handlers/staff/importing.py) with reasons,
which the members read, and nobody grants or takes back their own.
"""

from dataclasses import dataclass

from content.importing.report import Kind, Standing, State
from content.keys.note import Note
from content.refusals import StaleButton
from content.staff.rights import Act
from handlers.incoming import Sent
from handlers.presses.staff import importing as presses
from handlers.screens.screen import Screen, toast
from handlers.screens.staff import importing as of_imports
from handlers.screens.staff import mass_grants as screens
from handlers.screens.staff.rooms import COMMANDS
from handlers.staff import acting, importing
from handlers.staff.importing import SHOWN, AwaitGrants
from handlers.staff.rights import may
from handlers.turn import Command, Hears, On, Receives, StaffTurn
from handlers.work import Prepared, Work
from storage.importing import imports, staged
from storage.people import chats

RIGHT = may(Act.GRANT_BY_FILE)


@dataclass(frozen=True)
class AwaitUndoReason(Note, expects="grants_undo_why"):
    """Why the grants of this file are taken back: awaited; or, if `why` is there, shown and not confirmed yet."""

    number: int
    why: str = ""


def command(turn: StaffTurn, _argument: str) -> Screen:
    return open_room(turn, presses.GrantRoom())


def open_room(turn: StaffTurn, _press: presses.GrantRoom) -> Screen:
    acting.write(turn, "listed_imports", None, acting.looking(turn), {}, {})
    return _room(turn, AwaitGrants())


def choose(turn: StaffTurn, press: presses.GrantsFor) -> Screen:
    """One of the usual reasons. Raises StaleButton if there is no such reason."""
    return _room(turn, AwaitGrants(acting.usual(turn.words.crediting.granting(), press.reason)))


def hear(turn: StaffTurn, note: AwaitGrants, text: str) -> Screen:
    """What is typed here is the reason; another one takes the place of the first."""
    why = acting.reason(text)
    if not why:
        return _room(turn, note, turn.words.staff.bad_reason(acting.LONGEST_REASON))
    return _room(turn, AwaitGrants(why))


def receive(turn: StaffTurn, note: AwaitGrants, sent: Sent) -> Work | Screen:
    """Refuse what can be refused without a download."""
    refused = importing.not_taken(turn, sent)
    return _room(turn, note, refused) if refused else importing.download(sent)


def keep(turn: StaffTurn, note: AwaitGrants, _sent: Sent, prepared: Prepared) -> Screen:
    """The file is on record, with its reason: another process makes its report."""
    return importing.begin(turn, Kind.GRANTS, prepared, note.why)


def apply(turn: StaffTurn, press: presses.OfImport) -> Screen:
    """Put it into the line, unless it grants the reader something: whoever lets it be done is its author."""
    one = importing.of(turn, press)
    return _own(turn, one) or importing.apply(turn, press)


def ask_undo(turn: StaffTurn, press: presses.OfImport) -> Screen:
    one = importing.of(turn, press)
    if not imports.can_undo(one, turn.now):
        return importing.card(turn, one)
    return _own(turn, one) or _ask(turn, one)


def choose_undo(turn: StaffTurn, press: presses.UndoGrantsFor) -> Screen:
    """Show what happens, with one of the usual reasons. Raises StaleButton if there is no such reason."""
    why = acting.usual(turn.words.crediting.reversing(), press.reason)
    return _shown(turn, AwaitUndoReason(press.number, why))


def hear_undo(turn: StaffTurn, note: AwaitUndoReason, text: str) -> Screen:
    """Show it with the reason that was typed. While that stands there, another text is another reason."""
    why = acting.reason(text)
    if why:
        return _shown(turn, AwaitUndoReason(note.number, why))
    one = _grants(turn, note.number)
    return _ask(turn, one, turn.words.staff.bad_reason(acting.LONGEST_REASON))


def undo(turn: StaffTurn, press: presses.UndoGrants) -> Screen:
    """Take all of it back, for the reason that was shown. Raises StaleButton if none was."""
    note = turn.chat.awaits
    if not isinstance(note, AwaitUndoReason) or note.number != press.number or not note.why:
        raise StaleButton
    one = _grants(turn, press.number)
    if own := _own(turn, one):
        return own
    by, why = turn.person_id, note.why
    if one.state is not State.APPLIED or not imports.take_back(turn.session, one.number, turn.now, by=by, reason=why):
        return toast(turn.words.importing.not_now(), alert=True)
    importing.log(turn, "undo_import", one, why)
    return importing.card(turn, _grants(turn, press.number))


def _room(turn: StaffTurn, note: AwaitGrants, said: str = "") -> Screen:
    chats.expect(turn.session, turn.chat.id, note, turn.now)
    return screens.room(imports.latest(turn.session, SHOWN, Kind.GRANTS), note.why, turn.words, said)


def _ask(turn: StaffTurn, one: Standing, said: str = "") -> Screen:
    chats.expect(turn.session, turn.chat.id, AwaitUndoReason(one.number), turn.now)
    return screens.ask_undo(one, turn.words, said)


def _shown(turn: StaffTurn, note: AwaitUndoReason) -> Screen:
    one = _grants(turn, note.number)
    if not imports.can_undo(one, turn.now):
        return importing.card(turn, one)
    if own := _own(turn, one):
        return own
    chats.expect(turn.session, turn.chat.id, note, turn.now)
    return screens.undo_so(one, note.why, turn.words)


def _own(turn: StaffTurn, one: Standing) -> Screen | None:
    """What is said to somebody whom the file grants a credit; None to anybody else."""
    if not staged.names(turn.session, one.number, turn.person_id):
        return None
    can_undo = imports.can_undo(one, turn.now)
    return of_imports.card(one, turn.words, can_undo=can_undo, said=turn.words.grants.own())


def _grants(turn: StaffTurn, number: int) -> Standing:
    """Raises StaleButton for no number of this room."""
    found = imports.standing(turn.session, number)
    if found is None or found.kind is not Kind.GRANTS:
        raise StaleButton
    return found


ROUTES = (
    Command(COMMANDS[Act.GRANT_BY_FILE], command, RIGHT, menu=False),
    On(presses.GrantRoom, open_room, RIGHT),
    On(presses.GrantsFor, choose, RIGHT),
    On(presses.OpenGrants, importing.open_import, RIGHT),
    On(presses.ApplyGrants, apply, RIGHT),
    On(presses.DropGrants, importing.drop, RIGHT),
    On(presses.FetchGrantReport, importing.fetch_report, RIGHT),
    On(presses.AskUndoGrants, ask_undo, RIGHT),
    On(presses.UndoGrantsFor, choose_undo, RIGHT),
    On(presses.UndoGrants, undo, RIGHT),
    Hears(AwaitGrants, hear, RIGHT),
    Hears(AwaitUndoReason, hear_undo, RIGHT),
    Receives(AwaitGrants, receive, keep, RIGHT),
)
