"""The dialogue of a declaration: each answer is saved at once, and the next missing field is asked for."""

from dataclasses import replace
from datetime import date

from content import curriculum
from content.declarations import declaring
from content.declarations.declaring import Act, Declared, Kind, Slip, State, Step
from content.declarations.evidence import MOST_BYTES, Added, Bad, shown_name
from content.refusals import StaleButton
from content.rules import day_of
from content.text import shapes
from handlers.declarations.declare_notes import (
    NOTES,
    AwaitCode,
    AwaitDay,
    AwaitEvidence,
    AwaitNote,
    AwaitUnits,
    AwaitWhat,
    OfDraft,
)
from handlers.incoming import Sent
from handlers.presses.declarations import declare as presses
from handlers.screens.declarations import declare as screens
from handlers.screens.declarations import declare_steps as steps
from handlers.screens.screen import Screen
from handlers.turn import MEMBER, Hears, On, Receives, Turn
from handlers.work import Download, Prepared, Work
from storage.credits import ledger
from storage.declarations import declarations, evidence
from storage.people import chats


def ask(turn: Turn, press: presses.Ask) -> Screen:
    """Ask for one field again. A declaration that is no longer a draft is shown instead."""
    try:
        step = Step(press.step)
    except ValueError:
        raise StaleButton from None
    found = declarations.own(turn.session, turn.member.id, press.declaration)
    return _ask(turn, found, step) if found.may(Act.CHANGE) else card(turn, found)


def go_on(turn: Turn, press: presses.GoOn) -> Screen:
    return next_of(turn, declarations.own(turn.session, turn.member.id, press.declaration))


def set_kind(turn: Turn, press: presses.SetKind) -> Screen:
    return _put(turn, press.declaration, Step.KIND, kind_of(press.kind).value)


def set_day(turn: Turn, press: presses.SetDay) -> Screen:
    try:
        day = date.fromordinal(press.day)
    except ValueError:
        raise StaleButton from None
    return _take(turn, press.declaration, Step.DAY, declaring.slip_of(day, turn.now, turn.house.rulebook) or day)


def set_units(turn: Turn, press: presses.SetUnits) -> Screen:
    said = declaring.half_units(press.half_units, turn.rules)
    if isinstance(said, Slip):
        raise StaleButton
    return _put(turn, press.declaration, Step.UNITS, said)


def set_code(turn: Turn, press: presses.SetCode) -> Screen:
    try:
        curriculum.load().code(press.code)
    except curriculum.UnknownCode:
        raise StaleButton from None
    return _put(turn, press.declaration, Step.CODE, press.code)


def skip_note(turn: Turn, press: presses.SkipNote) -> Screen:
    return _put(turn, press.declaration, Step.NOTE, "")


def remove_file(turn: Turn, press: presses.RemoveFile) -> Screen:
    gone = evidence.remove(turn.session, turn.member.id, press.declaration, press.evidence)
    found = declarations.own(turn.session, turn.member.id, press.declaration)
    return _ask(turn, found, Step.EVIDENCE, said=turn.words.declare_steps.removed() if gone else "")


def hear_what(turn: Turn, note: OfDraft, text: str) -> Screen:
    return _take(turn, note.declaration, Step.WHAT, declaring.what(text))


def hear_day(turn: Turn, note: OfDraft, text: str) -> Screen:
    return _take(turn, note.declaration, Step.DAY, declaring.day(text, turn.now, turn.house.rulebook))


def hear_units(turn: Turn, note: OfDraft, text: str) -> Screen:
    return _take(turn, note.declaration, Step.UNITS, declaring.units(text, turn.rules))


def hear_code(turn: Turn, note: OfDraft, text: str) -> Screen:
    """Take the code. If a name means several codes, the member is asked to choose one."""
    found = declaring.codes(text)
    if isinstance(found, Slip):
        return _take(turn, note.declaration, Step.CODE, found)
    if len(found) == 1:
        return _put(turn, note.declaration, Step.CODE, found[0].number)
    return steps.several(declarations.draft(turn.session, turn.member.id, note.declaration), found, turn.words)


def hear_note(turn: Turn, note: OfDraft, text: str) -> Screen:
    return _take(turn, note.declaration, Step.NOTE, declaring.note(text))


def hear_instead_of_file(turn: Turn, note: OfDraft, _text: str) -> Screen:
    return _take(turn, note.declaration, Step.EVIDENCE, Slip.NO_TEXT)


def receive(turn: Turn, note: OfDraft, sent: Sent) -> Work | Screen:
    """Refuse what can be refused without a download: the message states the size of its file. Otherwise ask for the
    download.
    """
    found = declarations.own(turn.session, turn.member.id, note.declaration)
    if not found.may(Act.CHANGE):
        return card(turn, found, said=turn.words.declare_steps.too_late_for_file())
    if not sent.file_id:
        return _files(turn, found, Bad.NO_FILE)
    if sent.size > MOST_BYTES:
        return _files(turn, found, Bad.TOO_BIG)
    if len(found.evidence) >= turn.rules.declared_evidence:
        return _files(turn, found, Added.FULL)
    if not evidence.has_room(turn.session, turn.member.id, sent.size, turn.rules):
        return _files(turn, found, Added.NO_ROOM)
    return Download(sent.file_id, judged=True)


def keep(turn: Turn, note: OfDraft, sent: Sent, prepared: Prepared) -> Screen:
    """Keep the file that was downloaded. Meanwhile the member may have submitted the declaration that it was for."""
    say, number = turn.words.declare_steps, note.declaration
    found = declarations.own(turn.session, turn.member.id, number)
    if not found.may(Act.CHANGE):
        return card(turn, found, said=say.too_late_for_file())
    mime = prepared.mime
    if isinstance(mime, Bad):
        return _files(turn, found, mime)
    kept = prepared.file
    if not evidence.has_room(turn.session, turn.member.id, kept.size, turn.rules):
        return _files(turn, found, Added.NO_ROOM)
    name, most = shown_name(sent.name, mime), turn.rules.declared_evidence
    added = evidence.add(turn.session, turn.member.id, number, name=name, mime=mime, kept=kept, most=most, at=turn.now)
    return _files(turn, declarations.own(turn.session, turn.member.id, number), added, name)


def next_of(turn: Turn, found: Declared) -> Screen:
    """Ask for the next field that a draft lacks. If it lacks none, or can't be submitted any more, show all of it."""
    view = view_of(turn, found)
    if not found.may(Act.CHANGE) or view.closed or not found.missing:
        return card(turn, found)
    return _ask(turn, found, found.missing[0])


def card(turn: Turn, found: Declared, *, said: str = "", toast: str = "") -> Screen:
    """A declaration with all its fields."""
    return screens.card(
        view_of(turn, found), turn.profile, turn.words, can_earn=turn.member.can_earn, said=said, toast=toast
    )


def view_of(turn: Turn, found: Declared) -> screens.View:
    """A declaration as it stands now, by the rules of its day. `credited` says whether its credit still stands."""
    view = in_list(turn, found)
    if found.state is not State.ACCEPTED:
        return view
    return replace(view, credited=ledger.has(turn.session, found.member_id, found.source))


def in_list(turn: Turn, found: Declared) -> screens.View:
    """The same as `view_of`, but without a look into the ledger: a list has many of them."""
    book = turn.house.rulebook
    day = found.held_on
    if day is None:
        return screens.View(found)
    late = declaring.slip_of(day, turn.now, book) is Slip.CLOSED
    return screens.View(found, declaring.last_day(day, book.at(day)), closed=late and found.state is State.DRAFT)


def asking(turn: Turn) -> steps.Asking:
    return steps.Asking(day_of(turn.now), declaring.earliest(turn.now, turn.rules), turn.rules)


def kind_of(said: str) -> Kind:
    """The kind that a button names; raises StaleButton."""
    try:
        return Kind(said)
    except ValueError:
        raise StaleButton from None


def _take(turn: Turn, number: int, step: Step, said: object) -> Screen:
    """Save what was said. If it is a slip, say why and go on waiting for the same field."""
    if not isinstance(said, Slip):
        return _put(turn, number, step, said)
    found = declarations.draft(turn.session, turn.member.id, number)
    at = asking(turn)
    return _ask(turn, found, step, said=turn.words.declare_steps.slip(said, at.rules, at.first))


def _put(turn: Turn, number: int, step: Step, said: object) -> Screen:
    """Save a field and ask for the next one.

    The note may stay empty, so `missing` never names it. It is asked for once: after the code, before the evidence.
    """
    found = declarations.change(turn.session, turn.member.id, number, step, said)
    chats.expect(turn.session, turn.chat.id, None, turn.now)
    if step is Step.CODE and found.missing == (Step.EVIDENCE,) and not found.note:
        return _ask(turn, found, Step.NOTE)
    return next_of(turn, found)


def _ask(turn: Turn, found: Declared, step: Step, *, said: str = "") -> Screen:
    note = NOTES.get(step)
    chats.expect(turn.session, turn.chat.id, note(found.id) if note else None, turn.now)
    return steps.ask(step, found, asking(turn), turn.words, said=said)


def _files(turn: Turn, found: Declared, became: Added | Bad, name: str = "") -> Screen:
    """What became of a file. What the chat expects by now is left alone."""
    return steps.received(found, asking(turn), turn.words, became, name)


ROUTES = (
    On(presses.Ask, ask, MEMBER),
    On(presses.GoOn, go_on, MEMBER),
    On(presses.SetKind, set_kind, MEMBER),
    On(presses.SetDay, set_day, MEMBER),
    On(presses.SetUnits, set_units, MEMBER),
    On(presses.SetCode, set_code, MEMBER),
    On(presses.SkipNote, skip_note, MEMBER),
    On(presses.RemoveFile, remove_file, MEMBER),
    Hears(AwaitWhat, hear_what, MEMBER),
    Hears(AwaitDay, hear_day, MEMBER, fits=shapes.day),
    Hears(AwaitUnits, hear_units, MEMBER, fits=shapes.number),
    Hears(AwaitCode, hear_code, MEMBER, fits=shapes.code),
    Hears(AwaitNote, hear_note, MEMBER),
    Hears(AwaitEvidence, hear_instead_of_file, MEMBER, fits=shapes.nothing),
    Receives(AwaitEvidence, receive, keep, MEMBER),
)
