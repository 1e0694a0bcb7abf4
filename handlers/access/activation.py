"""The first log-in by an activation letter: its code, and the birth date, which are good only together.

The code is read with its slips mended, and one that was mistyped is told by its check character before anything is
counted. An unknown code, a void one and a wrong birth date are answered alike, after the same work, and counted alike.
"""

from dataclasses import dataclass

from content.activating import code as codes
from content.activating.code import Mistyped
from content.keys.note import Note
from handlers.access import new_password
from handlers.screens.access import activation as screens
from handlers.screens.access.login import not_deleted
from handlers.screens.screen import Screen
from handlers.turn import ANYONE, HearsSecret, Visit
from handlers.work import Prepared, VerifyPassword, Work
from storage.activating import entering
from storage.activating.hashing import hashed
from storage.people import chats, guards
from storage.people.guards import Attempt


@dataclass(frozen=True)
class AwaitBirth(Note, expects="activation_birth"):
    """The birth date that goes with a code is awaited. The code itself is kept nowhere: `hashed` stands for it, and
    `shown` is what of it the chat may show.
    """

    hashed: str
    shown: str


def begin(visit: Visit, typed: str) -> Screen:
    """Ask for the birth date, whatever code was typed; only a slip in it is told at once."""
    try:
        code = codes.read(typed)
    except Mistyped:
        code = None
    if code is None:
        return screens.mistyped(visit.words)
    note = AwaitBirth(hashed(code), codes.hidden(code))
    until = guards.may_try(visit.session, _attempt(visit, note), visit.now)
    if until > visit.now:
        return screens.wait(visit.words, visit.profile, until)
    chats.expect(visit.session, visit.chat.id, note, visit.now)
    return screens.ask_birth(note.shown, visit.words)


def is_meant(visit: Visit, text: str) -> bool:
    """Whether a text in place of a password is a code: one as it is printed, or one that is in a letter. Any other of
    that form is a password, and whoever chose it must be able to log in.
    """
    return codes.may_be_one(text) and (codes.is_as_printed(text) or entering.is_known(visit.session, text))


def in_use(visit: Visit) -> bool:
    """Whether anybody has a letter: whoever logs in is told of it, whose ID it may be."""
    return entering.are_any(visit.session)


def prepare(visit: Visit, note: AwaitBirth, text: str) -> Work | Screen:
    """A verification of no password: so the answer takes its time, as that to a password does."""
    if codes.may_be_one(text):
        return begin(visit, text)
    until = guards.may_try(visit.session, _attempt(visit, note), visit.now)
    return screens.wait(visit.words, visit.profile, until) if until > visit.now else VerifyPassword(None, text, text)


def judge(visit: Visit, note: AwaitBirth, text: str, prepared: Prepared) -> Screen:
    screen = _judged(visit, note, text)
    return screen if prepared.message_deleted else not_deleted(screen, visit.words)


def _judged(visit: Visit, note: AwaitBirth, text: str) -> Screen:
    tried = _attempt(visit, note)
    until = guards.may_try(visit.session, tried, visit.now)
    if until > visit.now:
        return screens.wait(visit.words, visit.profile, until)
    found = entering.entry(visit.session, note.hashed, text, visit.now)
    if found.member:
        return new_password.ask(visit, found.member, code_key="", letter=note.hashed)
    guards.fail(visit.session, tried.counted, visit.now)
    return screens.wrong(note.shown, visit.words, visit.profile, visit.now)


def _attempt(visit: Visit, note: AwaitBirth) -> Attempt:
    """This person's try of this code: it is counted as a try of an ID that nobody else has, so no letter that somebody
    found can lock its member's ID.
    """
    return guards.attempt(visit.house.cipher, visit.chat.telegram_id, note.hashed)


ROUTES = (HearsSecret(AwaitBirth, prepare, judge, who=ANYONE),)
