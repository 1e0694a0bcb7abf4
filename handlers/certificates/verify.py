"""/verify: whether a certificate holds, for whoever has it or its number. Anybody may ask: no account is needed."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from content.keys.note import Note
from content.rules import Rulebook
from content.text import shapes
from content.text.lines import one_line
from content.verifying import numbers
from content.verifying.numbers import BadNumber
from content.verifying.standing import LARGEST_FILE, LINK
from handlers.due import Due
from handlers.finding import FindsFile
from handlers.incoming import Sent
from handlers.presses.certificates import verify as presses
from handlers.screens.certificates import verify as screens
from handlers.screens.screen import Screen
from handlers.turn import ANYONE, LOGGED_IN, AccountTurn, Command, Hears, On, Opens, Visit
from handlers.work import Download, Prepared, Work
from storage.certificates import asking, checks
from storage.engine.base import cipher_of
from storage.people import chats

FORMER_AT_ONCE = 300
PDF = "application/pdf"


@dataclass(frozen=True)
class AwaitNumber(Note, expects="certificate_number"):
    """The number of a certificate is awaited."""


@dataclass(frozen=True)
class AwaitName(Note, expects="certificate_name"):
    """The name on the certificate with this token is awaited."""

    token: str


def command(visit: Visit, argument: str) -> Screen:
    """/verify asks for a number; /verify TN26-3048-7719-2289-9 takes it."""
    return _by_number(visit, argument) if argument else ask(visit)


def ask(visit: Visit, _press: presses.Verify | None = None) -> Screen:
    chats.expect(visit.session, visit.chat.id, AwaitNumber(), visit.now)
    return screens.ask(visit.words)


def hear_number(visit: Visit, _note: AwaitNumber, text: str) -> Screen:
    """After a slip, another number is awaited."""
    return _by_number(visit, text)


def open_link(visit: Visit, token: str) -> Screen:
    """The QR code of a certificate, if our pages can't be opened from outside."""
    found = checks.by_token(visit.session, visit.house.cipher, token)
    return screens.unknown(visit.words) if found is None else screens.whole(visit.words, found, token)


def ask_name(visit: Visit, press: presses.CompareName) -> Screen:
    chats.expect(visit.session, visit.chat.id, AwaitName(press.token), visit.now)
    return screens.ask_name(visit.words)


def hear_name(visit: Visit, note: AwaitName, text: str) -> Screen:
    chats.expect(visit.session, visit.chat.id, None, visit.now)
    found = checks.by_token(visit.session, visit.house.cipher, note.token)
    if found is None:
        return screens.unknown(visit.words)
    if found.name is None:  # it was erased since the name was asked for; the state tells so
        return screens.whole(visit.words, found, note.token)
    compared = asking.compare(visit.session, visit.house.cipher, found, one_line(text), visit.now)
    return screens.compared(visit.words, compared.agrees, compared.left, note.token)


def _by_number(visit: Visit, text: str) -> Screen:
    try:
        number = numbers.read(text)
    except BadNumber:
        chats.expect(visit.session, visit.chat.id, AwaitNumber(), visit.now)
        return screens.mistyped(visit.words)
    chats.expect(visit.session, visit.chat.id, None, visit.now)
    try:
        found = asking.by_number(visit.session, visit.house.cipher, visit.chat.telegram_id, number, visit.now)
    except LookupError:
        return screens.unknown_number(visit.words)
    if isinstance(found, datetime):
        return screens.wait(visit.words, int((found - visit.now).total_seconds()))
    return screens.state(visit.words, found)


def prepare_file(turn: AccountTurn, sent: Sent) -> Work | Screen:
    """A larger file was never issued, so it is not fetched."""
    return screens.file(turn.words, None) if sent.size > LARGEST_FILE else Download(sent.file_id)


def hear_file(turn: AccountTurn, _sent: Sent, prepared: Prepared) -> Screen:
    """A PDF that nobody awaited: which certificate it is, or none of ours. It is not kept."""
    sha256 = hashlib.sha256(prepared.content).hexdigest()
    return screens.file(turn.words, checks.by_file(turn.session, sha256))


def is_pdf(sent: Sent) -> bool:
    return bool(sent.file_id) and (sent.mime == PDF or sent.name.lower().endswith(".pdf"))


def find_former(session: Session, _now: datetime, _rulebook: Rulebook) -> Sequence[int]:
    return checks.former(session, FORMER_AT_ONCE)


def number_former(session: Session, found: Sequence[int], now: datetime, _rulebook: Rulebook) -> int:
    """Certificates of before version 0.5 get a number, too. Their papers don't say it."""
    return checks.give_former(session, cipher_of(session.get_bind().dialect), found, now)


ROUTES = (
    Command("verify", command, ANYONE),
    Opens(LINK, open_link, ANYONE),
    On(presses.Verify, ask, ANYONE),
    On(presses.CompareName, ask_name, ANYONE),
    Hears(AwaitNumber, hear_number, ANYONE, fits=shapes.certificate),
    Hears(AwaitName, hear_name, ANYONE),
    FindsFile(is_pdf, prepare_file, hear_file, LOGGED_IN),
)
DUE = (Due("numbers of certificates", find_former, number_former, whole=True),)
