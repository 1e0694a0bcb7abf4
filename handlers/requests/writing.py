"""The dialogue of a request: its kind, then text and files in any order. Each is saved at once and sent by a button."""

from dataclasses import dataclass

from content.declarations.evidence import Added, Bad, shown_name
from content.keys.note import Note
from content.refusals import StaleButton
from content.requests import requesting
from content.requests.requesting import OFFERED, By, Message, Request, Slip
from content.text import shapes
from handlers.incoming import Sent
from handlers.presses import requests as presses
from handlers.requests.notes import AwaitRequest, heard, then, without_download
from handlers.requests.showing import card
from handlers.screens.requests import requests as cards
from handlers.screens.requests import writing as screens
from handlers.screens.requests.writing import Writing
from handlers.screens.screen import Screen
from handlers.turn import MEMBER, Hears, On, Receives, Turn
from handlers.work import Download, Prepared, Work
from storage.people import chats
from storage.requests import files, messages, requests


@dataclass(frozen=True)
class AwaitKind(Note, expects="request_kind"):
    """A button is to say what a request is about."""


def new(turn: Turn, _press: presses.NewRequest) -> Screen:
    chats.expect(turn.session, turn.chat.id, AwaitKind(), turn.now)
    return screens.kinds(turn.words)


def hear_kind(turn: Turn, _note: AwaitKind, _text: str) -> Screen:
    """Ask again for a button. If the chat did not wait for the kind, the text would start a search."""
    return screens.kinds(turn.words, said=turn.words.request_steps.by_button())


def begin(turn: Turn, press: presses.BeginRequest) -> Screen:
    """Begin a request of this kind. Raises StaleButton for a kind that is not offered."""
    kind = next((one for one in OFFERED if one.value == press.kind), None)
    if kind is None:
        raise StaleButton
    return _write(turn, requests.begin(turn.session, turn.member.id, kind, turn.now).id)


def write(turn: Turn, press: presses.WriteRequest) -> Screen:
    """Go on with what is not sent yet, or begin to add something. Raises NoSuchRequest."""
    return _write(turn, press.request)


def rewrite(turn: Turn, press: presses.RewriteRequest) -> Screen:
    return _write(turn, press.request, anew=True)


def hear(turn: Turn, note: AwaitRequest, typed: str) -> Screen:
    """Save a text. If it is not taken, say why, and keep what is written."""
    request = requests.held(turn.session, turn.member.id, note.request)
    one = messages.unsent(request, turn.member.id)
    if one is None:
        return card(turn, request, said=turn.words.request_steps.too_late())
    rules = turn.rules.requests
    said = heard(note, one, typed, rules, turn.now)
    chats.expect(turn.session, turn.chat.id, then(note, said, turn.now), turn.now)
    if isinstance(said, Slip):
        shown = writing(turn, request, one)
        return screens.write(shown, turn.words, said=turn.words.request_steps.slip(said, rules), anew=note.anew)
    messages.write(turn.session, one, said)
    told = turn.words.request_steps.taken(len(said), rules.longest)
    return screens.write(written(turn, request.id), turn.words, said=told)


def receive(turn: Turn, note: AwaitRequest, sent: Sent) -> Work | Screen:
    """Refuse what can be refused without a download. Otherwise ask for the download."""
    request = requests.own(turn.session, turn.member.id, note.request)
    one = messages.unsent(request, turn.member.id)
    if one is None:
        return card(turn, request, said=turn.words.request_steps.too_late())
    against = without_download(sent, one, turn.rules.requests) or _room(turn, sent.size)
    return (
        screens.received(writing(turn, request, one), turn.words, against, "")
        if against
        else Download(sent.file_id, judged=True)
    )


def keep(turn: Turn, note: AwaitRequest, sent: Sent, prepared: Prepared) -> Screen:
    """Keep the file that was downloaded. Meanwhile the member may have sent the message that it was for."""
    request = requests.held(turn.session, turn.member.id, note.request)
    one = messages.unsent(request, turn.member.id)
    if one is None:
        return card(turn, request, said=turn.words.request_steps.too_late())
    name, became = "", prepared.mime if isinstance(prepared.mime, Bad) else _room(turn, prepared.file.size)
    if became is None:
        name, became = _added(turn, one, sent.name, prepared)
    return screens.received(written(turn, request.id), turn.words, became, name)


def remove_file(turn: Turn, press: presses.RemoveRequestFile) -> Screen:
    request = requests.held(turn.session, turn.member.id, press.request)
    one = messages.unsent(request, turn.member.id)
    gone = one is not None and files.remove(turn.session, one, press.file)
    return _write(turn, request.id, said=turn.words.request_steps.removed() if gone else "")


def review(turn: Turn, press: presses.ReviewRequest) -> Screen:
    """All that is written, before it is sent. Without a text there is nothing to send."""
    request = requests.own(turn.session, turn.member.id, press.request)
    one = messages.unsent(request, turn.member.id)
    if one is None:
        return card(turn, request)
    if not one.text:
        return _write(turn, request.id, said=turn.words.request_steps.nothing_written())
    return screens.summary(writing(turn, request, one), turn.words)


def ask_discard(turn: Turn, press: presses.AskDiscardRequest) -> Screen:
    request = requests.own(turn.session, turn.member.id, press.request)
    one = messages.unsent(request, turn.member.id)
    return card(turn, request) if one is None else cards.ask_discard(writing(turn, request, one), turn.words)


def writing(turn: Turn, request: Request, one: Message) -> Writing:
    due_on = requesting.due_on(turn.now, turn.house.rulebook)
    return Writing(request, one, due_on, turn.rules, late=request.is_late(turn.now))


def written(turn: Turn, number: int) -> Writing:
    """The same, as it is on record now."""
    request = requests.own(turn.session, turn.member.id, number)
    return writing(turn, request, messages.begin(turn.session, request, By.MEMBER, turn.member.id, turn.now))


def _write(turn: Turn, number: int, *, said: str = "", anew: bool = False) -> Screen:
    """Ask for text and files of the message that is not sent; if there is none, begin it. Raises NoSuchRequest."""
    request = requests.held(turn.session, turn.member.id, number)
    if not request.may_write:
        return card(turn, request, said=turn.words.caring.not_asked())
    shown = written(turn, number)
    chats.expect(turn.session, turn.chat.id, AwaitRequest(number, anew=anew), turn.now)
    return screens.write(shown, turn.words, said=said, anew=anew)


def _room(turn: Turn, size: int) -> Added | None:
    room = files.has_room(turn.session, turn.member.id, size, turn.rules.requests)
    return None if room else Added.NO_ROOM


def _added(turn: Turn, one: Message, called: str, prepared: Prepared) -> tuple[str, Added]:
    mime, most = str(prepared.mime), turn.rules.requests.files
    name = shown_name(called, mime)
    return name, files.add(turn.session, one, name=name, mime=mime, kept=prepared.file, most=most, at=turn.now)


ROUTES = (
    On(presses.NewRequest, new, MEMBER),
    On(presses.BeginRequest, begin, MEMBER),
    On(presses.WriteRequest, write, MEMBER),
    On(presses.RewriteRequest, rewrite, MEMBER),
    On(presses.RemoveRequestFile, remove_file, MEMBER),
    On(presses.ReviewRequest, review, MEMBER),
    On(presses.AskDiscardRequest, ask_discard, MEMBER),
    Hears(AwaitKind, hear_kind, MEMBER, fits=shapes.nothing),
    Hears(AwaitRequest, hear, MEMBER),
    Receives(AwaitRequest, receive, keep, MEMBER),
)
