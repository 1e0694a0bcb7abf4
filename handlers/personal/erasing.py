"""/erase_me: a member asks for the erasure of the record, after the password. Staff do it by two persons.

The request stands in the list of the member's requests and in the queue of staff; a member may withdraw it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from content.keys.note import Note
from content.keys.record_letters import RecordErased
from content.requests import requesting
from content.rules import Rulebook
from content.words.password import ForWhat
from handlers.due import Due
from handlers.personal import password
from handlers.presses import personal as presses
from handlers.screens.personal import erasing as screens
from handlers.screens.screen import Screen
from handlers.turn import MEMBER, Command, HearsSecret, On, Turn, Writes
from handlers.work import Prepared, Work
from storage.people import chats
from storage.post.letters import Letter
from storage.privacy import erasing
from storage.requests import erasures


@dataclass(frozen=True)
class AwaitPassword(Note, expects="erase_password"):
    """The password is awaited, and the erasure is asked for after it."""


def ask(turn: Turn, _said: str | presses.EraseMe) -> Screen:
    if erasures.waits(turn.session, turn.member.id):
        return screens.asked(turn.words, before=True)
    chats.expect(turn.session, turn.chat.id, AwaitPassword(), turn.now)
    return screens.ask(turn.words)


def prepare(turn: Turn, _note: AwaitPassword, text: str) -> Work | Screen:
    return password.prepare(turn, ForWhat.ERASURE, text)


def judge(turn: Turn, _note: AwaitPassword, text: str, prepared: Prepared) -> Screen:
    screen = password.wrong(turn, ForWhat.ERASURE, text, prepared) or _asked(turn)
    return password.seen(turn, prepared, screen)


def write_receipt(turn: Turn, letter: Letter[RecordErased]) -> Screen:
    return screens.receipt(letter.key.number, letter.key.at, turn.profile, turn.words)


def find_receipts(session: Session, _now: datetime, _rulebook: Rulebook) -> Sequence[tuple[int, int | None]]:
    return erasing.find_receipts(session)


def forget(session: Session, found: Sequence[tuple[int, int | None]], _now: datetime, _rulebook: Rulebook) -> int:
    """Remove the receipts that were sent or never will be, and with them the chats: nothing else is left by then."""
    return erasing.forget(session, found)


def _asked(turn: Turn) -> Screen:
    chats.expect(turn.session, turn.chat.id, None, turn.now)
    due = requesting.due_on(turn.now, turn.house.rulebook)
    text = turn.words.erasing.request_text(turn.now)
    new = erasures.ask(turn.session, turn.member.id, text, due_on=due, at=turn.now)
    return screens.asked(turn.words, before=not new)


ROUTES = (
    Command("erase_me", ask, who=MEMBER),
    On(presses.EraseMe, ask, who=MEMBER),
    HearsSecret(AwaitPassword, prepare, judge, who=MEMBER),
)
LETTERS = (Writes(RecordErased, write_receipt),)
DUE = (Due("receipts of erasures", find_receipts, forget),)
