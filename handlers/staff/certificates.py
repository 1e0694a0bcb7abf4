"""The officers' room for certificates: by number, by member, one with its history, its file, and those in doubt.

Every look is in the log.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Concatenate, ParamSpec

from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session

from content.keys.certificate_letters import CertificateCopy
from content.keys.note import Note
from content.refusals import StaleButton
from content.rules import Rulebook
from content.staff.certificates import Issued
from content.staff.rights import Act
from content.text import shapes
from content.verifying import numbers
from content.verifying.numbers import BadNumber
from handlers.due import Due
from handlers.presses.staff import certificates as presses
from handlers.screens.paging import PAGE
from handlers.screens.screen import Screen
from handlers.screens.staff import certificates as screens
from handlers.staff import acting
from handlers.staff.rights import may
from handlers.turn import Command, Hears, On, StaffTurn
from storage.certificates import checks, doubts, issued
from storage.people import chats
from storage.post import requested

LOOKED_AT = 300
"""So many of those that may be in doubt are looked at in one round."""
W = ParamSpec("W")


@dataclass(frozen=True)
class AwaitIssued(Note, expects="staff_certificate"):
    """The number of a certificate is awaited."""


def command(turn: StaffTurn, argument: str) -> Screen:
    """/certificates opens the room; with a number, that certificate."""
    return _by_number(turn, argument) if argument else _room(turn)


def room(turn: StaffTurn, _press: presses.CertificateRoom) -> Screen:
    return _room(turn)


def hear(turn: StaffTurn, _note: AwaitIssued, text: str) -> Screen:
    return _by_number(turn, text)


def of_member(turn: StaffTurn, press: presses.OfMember) -> Screen:
    """A page of a member's certificates. Raises StaleButton."""
    name = acting.member_name(turn, press.member)
    found = issued.of_member(turn.session, press.member, press.page, PAGE)
    facts = {"found": found.total, "shown": [line.id for line in found.lines]}
    acting.write(turn, "listed_certificates", press.member, acting.looking(turn), {}, facts)
    return screens.of_member(found, press.member, name, turn.words)


def queue(turn: StaffTurn, press: presses.Doubted) -> Screen:
    """A page of the certificates in doubt. What was not looked at yet is looked at first, as far as that is quick."""
    doubts.look(turn.session, doubts.unseen(turn.session, PAGE * 4), turn.now)
    found = doubts.queue(turn.session, press.page, PAGE)
    facts = {"waiting": found.total, "shown": [line.member_id for line in found.lines]}
    acting.write(turn, "listed_doubts", None, acting.looking(turn), {}, facts)
    return screens.queue(found, turn.now, turn.words)


def open_issued(turn: StaffTurn, press: presses.OpenIssued) -> Screen:
    return seen(turn, press.certificate, press.page)


def fetch(turn: StaffTurn, press: presses.FetchIssued) -> Screen:
    """Have its file sent. It is queued in the transaction that writes the log's line. Raises StaleButton."""
    case = issued.one(turn.session, press.certificate)
    if not case.has_file:
        raise StaleButton
    requested.ask(turn.session, member_id=turn.person_id, key=CertificateCopy(case.id), at=turn.now)
    facts = {"certificate": case.id}
    acting.write(turn, "viewed_certificate_file", case.member_id, acting.looking(turn), {}, facts)
    return screens.file_comes(turn.words)


def card(turn: StaffTurn, case: Issued, page: int, said: str = "") -> Screen:
    """The card of a certificate."""
    further = None if case.changes else doubts.next_one(turn.session)
    own = case.member_id == turn.person_id
    return screens.card(case, page, turn.words, own=own, further=further, said=said)


def seen(turn: StaffTurn, number: int, page: int, said: str = "") -> Screen:
    """The same, as it is on record, with a line in the log. Raises NoResultFound."""
    checks.number(turn.session, turn.house.cipher, number, turn.now)  # one of before may have none yet
    doubts.look(turn.session, [number], turn.now)
    case = issued.one(turn.session, number)
    screen = card(turn, case, page, said)
    acting.write(turn, "viewed_certificate", case.member_id, acting.looking(turn), {}, {"certificate": number})
    return screen


def or_gone(act: Callable[Concatenate[StaffTurn, W], Screen]) -> Callable[Concatenate[StaffTurn, W], Screen]:
    """If there is no such certificate, say so."""

    def taken(turn: StaffTurn, /, *what: W.args, **more: W.kwargs) -> Screen:
        try:
            return act(turn, *what, **more)
        except NoResultFound:
            return screens.gone(turn.words)

    return taken


def standing(case: Issued) -> Mapping[str, object]:
    """What an act may change of a certificate, for the log."""
    return {"certificate": case.id, "state": case.state.value, "changes": [one.kind.value for one in case.changes]}


def find_unseen(session: Session, _now: datetime, _rulebook: Rulebook) -> Sequence[int]:
    return doubts.unseen(session, LOOKED_AT)


def look(session: Session, found: Sequence[int], now: datetime, _rulebook: Rulebook) -> int:
    """Most of what may concern a certificate does not, and is settled before an officer sees it."""
    return doubts.look(session, found, now)


def _room(turn: StaffTurn, said: str = "") -> Screen:
    chats.expect(turn.session, turn.chat.id, AwaitIssued(), turn.now)
    return screens.room(doubts.waiting(turn.session).number, turn.words, said)


def _by_number(turn: StaffTurn, text: str) -> Screen:
    try:
        number = numbers.read(text)
    except BadNumber:
        return _room(turn, turn.words.verify.mistyped())
    found = issued.by_number(turn.session, turn.house.cipher, number)
    if found is None:
        screen = _room(turn, turn.words.issued.unknown())
        acting.write(turn, "searched_certificate", None, acting.looking(turn), {}, {"found": 0})
        return screen
    chats.expect(turn.session, turn.chat.id, AwaitIssued(), turn.now)
    return seen(turn, found, 0)


ROUTES = (
    Command("certificates", command, may(Act.HANDLE_CERTIFICATES), menu=False),
    On(presses.CertificateRoom, room, may(Act.HANDLE_CERTIFICATES)),
    On(presses.OfMember, of_member, may(Act.HANDLE_CERTIFICATES)),
    On(presses.Doubted, queue, may(Act.HANDLE_CERTIFICATES)),
    On(presses.OpenIssued, or_gone(open_issued), may(Act.HANDLE_CERTIFICATES)),
    On(presses.FetchIssued, or_gone(fetch), may(Act.HANDLE_CERTIFICATES)),
    Hears(AwaitIssued, hear, may(Act.HANDLE_CERTIFICATES), fits=shapes.certificate),
)
DUE = (Due("certificates in doubt", find_unseen, look, whole=True),)
