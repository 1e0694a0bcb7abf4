"""The new password in place of the initial one or of a one-time code; only when it is set is the member logged in.

That somebody knew the old one is kept in the chat's note, for ten minutes: a half-finished login dies by itself.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from content import passwords
from handlers import session
from handlers.screens import login as screens
from handlers.screens.screen import Screen
from handlers.turn import ANYONE, HashPassword, HearsSecret, Prepared, Visit, Work
from storage.people import chats, members

PROOF_LASTS = timedelta(minutes=10)


@dataclass(frozen=True)
class Proof:
    """Who proved to be the member, by a one-time code (its keyed hash) or the initial password (empty)."""

    member_id: int
    code_key: str
    until: datetime


def ask(visit: Visit, member_id: int, *, code_key: str) -> Screen:
    """Keep the proof and ask for a new password."""
    until = visit.now + PROOF_LASTS
    note = {"member": str(member_id), "code": code_key, "until": until.isoformat()}
    chats.expect(visit.session, visit.chat.id, "new_password", note)
    minutes = PROOF_LASTS // timedelta(minutes=1)
    return screens.ask_new(visit.words, shortest=visit.rules.new_password_length, minutes=minutes)


def prepare(visit: Visit, text: str) -> Work | Screen:
    """A password that can't be chosen is asked for again; the time goes on."""
    proof = _proof(visit)
    if not _holds(visit, proof):
        return _too_late(visit)
    shortest = visit.rules.new_password_length
    found = passwords.faults(text, members.person(visit.session, proof.member_id).known, shortest)
    if found:
        return screens.bad(visit.words, found[0], shortest=shortest)
    return HashPassword(passwords.normal(text))


def choose(visit: Visit, _text: str, prepared: Prepared) -> Screen:
    proof = _proof(visit)
    if _holds(visit, proof):
        members.choose_password(visit.session, proof.member_id, prepared.hashed)
        screen = session.enter(visit, proof.member_id, visit.words.login.welcome_new())
    else:
        screen = _too_late(visit)
    return screen if prepared.message_deleted else screens.not_deleted(screen, visit.words)


def _proof(visit: Visit) -> Proof:
    note = visit.chat.note
    until = datetime.fromisoformat(note["until"]) if "until" in note else visit.now
    return Proof(int(note.get("member", "0")), note.get("code", ""), until)


def _holds(visit: Visit, proof: Proof) -> bool:
    """In time, and what was proved is still good: nobody set a password with it meanwhile."""
    return visit.now < proof.until and members.is_unused(visit.session, proof.member_id, proof.code_key)


def _too_late(visit: Visit) -> Screen:
    chats.expect(visit.session, visit.chat.id, "")
    return screens.too_late(visit.words)


ROUTES = (HearsSecret("new_password", prepare, choose, who=ANYONE),)
