"""The new password in place of the initial one or of a one-time code. The member is logged in only when it is set.

That somebody knew the old one stands in the chat's note, for ten minutes: a half-finished login ends by itself.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from content.access import passwords
from content.access.passwords import Reason
from content.keys.letters import CodeOver
from content.keys.note import Note
from handlers.access import session
from handlers.screens.access import login as screens
from handlers.screens.screen import Screen
from handlers.turn import ANYONE, HearsSecret, Visit
from handlers.work import HashPassword, Prepared, Work
from storage.activating import entering
from storage.people import chats, codes, members
from storage.post import letters

PROOF_LASTS = timedelta(minutes=10)


@dataclass(frozen=True)
class Proof(Note, expects="new_password"):
    """Somebody proved to be this member: by a one-time code (`code` is its keyed hash), by the initial password, or by
    an activation letter (`letter` is the hash of its code). What it was not by is empty.
    """

    member: int
    code: str
    until: datetime
    letter: str = ""


def ask(visit: Visit, member_id: int, *, code_key: str, letter: str = "") -> Screen:
    """Keep the proof and ask for a new password."""
    proof = Proof(member_id, code_key, visit.now + PROOF_LASTS, letter)
    chats.expect(visit.session, visit.chat.id, proof, visit.now)
    minutes = PROOF_LASTS // timedelta(minutes=1)
    return screens.ask_new(visit.words, shortest=visit.rules.new_password_length, minutes=minutes)


def prepare(visit: Visit, proof: Proof, text: str) -> Work | Screen:
    """Have the password hashed. A password that can't be chosen is asked for again; the ten minutes go on."""
    if not _holds(visit, proof):
        return _too_late(visit)
    shortest = visit.rules.new_password_length
    found = passwords.faults(text, members.person(visit.session, proof.member).known, shortest)
    if found:
        return screens.bad(visit.words, found[0], shortest=shortest)
    return HashPassword(passwords.normal(text))


def choose(visit: Visit, proof: Proof, _text: str, prepared: Prepared) -> Screen:
    # The hashing work looks the password up among the easily guessed ones, and gives no hash if it finds it.
    if not prepared.hashed:
        screen = screens.bad(visit.words, Reason.COMMON, shortest=visit.rules.new_password_length)
    elif _holds(visit, proof):
        _hide_code(visit, proof)
        members.choose_password(visit.session, proof.member, prepared.hashed)
        screen = session.enter(visit, proof.member, visit.words.login.welcome_new())
    else:
        screen = _too_late(visit)
    return screen if prepared.message_deleted else screens.not_deleted(screen, visit.words)


def _holds(visit: Visit, proof: Proof) -> bool:
    """Whether the proof is in time and still good: nobody has set a password with it meanwhile, and the letter has not
    become void.
    """
    if visit.now >= proof.until or not members.is_unused(visit.session, proof.member, proof.code):
        return False
    return not proof.letter or entering.stands(visit.session, proof.letter, proof.member, visit.now)


def _hide_code(visit: Visit, proof: Proof) -> None:
    """A code that was used now stands in the chat of staff no longer than this."""
    out = codes.hold(visit.session, proof.member, visit.now) if proof.code else None
    if out is not None and out.by is not None:
        over = CodeOver(proof.member, out.until)
        letters.put(visit.session, member_id=out.by, key=over, slot="used", at=visit.now)


def _too_late(visit: Visit) -> Screen:
    chats.expect(visit.session, visit.chat.id, None, visit.now)
    return screens.too_late(visit.words)


ROUTES = (HearsSecret(Proof, prepare, choose, who=ANYONE, timed=True),)
