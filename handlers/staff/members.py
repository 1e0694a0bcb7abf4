"""The room of members: find a member, see the member's card, lift a login lock, give a one-time login code.

Whatever shows or changes something of a member is written to the log, in the same transaction.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import get_args

from sqlalchemy.exc import NoResultFound

from content.keys.note import Note
from content.refusals import StaleButton
from content.rules import year_span
from content.staff.joint import CodeForStaff
from content.staff.rights import Act as Right
from content.staff.rights import acts_of
from content.words.staff import Act
from handlers.credits.kept import late
from handlers.press import Press
from handlers.presses.staff import members as presses
from handlers.screens.paging import PAGE
from handlers.screens.screen import Screen
from handlers.screens.staff import members as screens
from handlers.staff import acting, codes, rights, second
from handlers.staff.rights import held, may
from handlers.turn import Command, Hears, On, StaffTurn
from storage.certificates import issued
from storage.people import chats, guards
from storage.staff import member_card, roles, search


@dataclass(frozen=True)
class FindMember(Note, expects="staff_find"):
    """A text that looks for a member is awaited. `text` and `page` say which list was shown last; they are empty if
    there was none.
    """

    text: str = ""
    page: int = 0


@dataclass(frozen=True)
class AwaitReason(Note, expects="staff_why"):
    """The reason of an act on a member is awaited. `text` and `page` say in which list the member was found."""

    act: str
    member: int
    text: str = ""
    page: int = 0


def command(turn: StaffTurn, argument: str) -> Screen:
    """/find opens the room; /find 佐藤 looks for a member."""
    return _search(turn, argument, 1) if argument else _room(turn)


def listen(turn: StaffTurn) -> None:
    """The next text looks for a member."""
    _listen(turn, FindMember())


def room(turn: StaffTurn, _press: presses.Room) -> Screen:
    return _room(turn)


def hear(turn: StaffTurn, _note: FindMember, text: str) -> Screen:
    return _search(turn, text, 1)


def turn_page(turn: StaffTurn, press: presses.Turned) -> Screen:
    """Turn a page of the last list. The chat's note has the text that was searched for: a button of 64 bytes could not
    hold it. If the note is gone, show the room.
    """
    text = _list(turn).text
    return _search(turn, text, press.page) if text else _room(turn)


def open_member(turn: StaffTurn, press: presses.OpenMember) -> Screen:
    return _view(turn, press.member, _list(turn))


def ask_why(turn: StaffTurn, press: presses.AskWhy) -> Screen:
    act, name = _act(press.act), acting.member_name(turn, press.member)
    found = _list(turn)
    _listen(turn, AwaitReason(act, press.member, found.text, found.page))
    return screens.ask_why(turn.words, act, press.member, name, turn.rules.one_time_code_hours)


def do_it(turn: StaffTurn, press: presses.DoIt) -> Screen:
    return _do(turn, _act(press.act), press.member, acting.usual(turn.words.staff.reasons(), press.reason))


def hear_why(turn: StaffTurn, note: AwaitReason, text: str) -> Screen:
    why = acting.reason(text)
    if not why:
        return screens.bad_reason(turn.words, note.member, acting.LONGEST_REASON)
    return _do(turn, _act(note.act), note.member, why)


def _room(turn: StaffTurn) -> Screen:
    listen(turn)
    return screens.room(turn.words)


def _search(turn: StaffTurn, text: str, page: int) -> Screen:
    if len(text) > search.LONGEST:
        _listen(turn, FindMember())
        return screens.too_long(turn.words, search.LONGEST)
    skip = (max(page, 1) - 1) * PAGE
    found = search.search(turn.session, turn.house.cipher, text, skip=skip, most=PAGE, now=turn.now)
    # A page beyond the last one: the list has become shorter since.
    if found.total and not found.shown:
        return _search(turn, text, 1)
    if found.total == 1 and not found.near:  # one that was not asked for is not opened unasked
        return _view(turn, found.shown[0].id, FindMember())
    acting.write(
        turn,
        "searched",
        None,
        acting.looking(turn),
        {},
        {"found": found.total, "shown": [one.id for one in found.shown]},
    )
    if not found.shown:
        _listen(turn, FindMember())
        return screens.nothing(turn.words, text)
    _listen(turn, FindMember(text, max(page, 1)))
    return screens.results(turn.words, text, found, max(page, 1))


def _view(turn: StaffTurn, member_id: int, found: FindMember) -> Screen:
    """The card, opened on purpose. A look at a member's data must be provable later, so it is in the log."""
    screen = _card(turn, member_id, found)
    acting.write(turn, "viewed", member_id, acting.looking(turn), {}, {})
    return screen


def _card(turn: StaffTurn, member_id: int, found: FindMember, said: str = "") -> Screen:
    """The card. While it is shown, a text looks for the next member."""
    try:
        card = member_card.card(turn.session, member_id, turn.now)
    except NoResultFound:
        raise StaleButton from None
    kept = late(turn, member_id, year_span(min(year for year, _ in card.years))[0])
    card = replace(card, certificates=issued.number_of(turn.session, member_id), since=kept)
    _listen(turn, found)
    back: Press = presses.Turned(found.page) if found.page else presses.Room()
    return screens.card(turn.words, card, turn.now, back=back, acts=acts_of(held(turn)), said=said)


def _do(turn: StaffTurn, act: Act, member_id: int, why: str) -> Screen:
    name = acting.member_name(turn, member_id)
    return _ACTS[act](turn, member_id, name, why)


def _lift_lock(turn: StaffTurn, member_id: int, _name: str, why: str) -> Screen:
    until = guards.member_until(turn.session, member_id, turn.now)
    forgotten = guards.lift(turn.session, member_id)
    before = {"locked_until": _told(until, turn.now), "failures": forgotten}
    acting.write(turn, "lift_lock", member_id, why, before, {"locked_until": "", "failures": False})
    said = turn.words.staff.lifted() if until > turn.now else turn.words.staff.was_not_locked()
    return _card(turn, member_id, _list(turn), said)


def _give_code(turn: StaffTurn, member_id: int, name: str, why: str) -> Screen:
    """None for oneself; for somebody who holds a role, only by two persons: staff can't become each other."""
    former = member_card.code_until(turn.session, member_id, turn.now)
    if member_id == turn.person_id:
        screen = _card(turn, member_id, _list(turn), turn.words.staff.no_own_code())
        rights.note_attempt(turn, "own_code", why, to_owners=True)
        return screen
    _listen(turn, _list(turn))
    if roles.roles(turn.session, member_id):
        return second.ask(turn, CodeForStaff(member_id), why)
    screen = codes.give(turn, member_id, name)
    until = member_card.code_until(turn.session, member_id, turn.now)
    before = {"code_until": _told(former, turn.now)}
    acting.write(turn, "give_code", member_id, why, before, {"code_until": until.isoformat()})
    return screen


_ACTS: Mapping[Act, Callable[[StaffTurn, int, str, str], Screen]] = {
    "lift_lock": _lift_lock,
    "give_code": _give_code,
}


def _act(text: str) -> Act:
    """The act that a button names; raises StaleButton if a forger made it up."""
    for act in get_args(Act):
        if act == text:
            found: Act = act
            return found
    raise StaleButton


def _told(until: datetime, now: datetime) -> str:
    return until.isoformat() if until > now else ""


def _listen(turn: StaffTurn, note: Note) -> None:
    chats.expect(turn.session, turn.chat.id, note, turn.now)


def _list(turn: StaffTurn) -> FindMember:
    """The list that was shown last, as the chat's note has it."""
    note = turn.chat.awaits
    return FindMember(note.text, note.page) if isinstance(note, FindMember | AwaitReason) else FindMember()


ROUTES = (
    Command("find", command, may(Right.FIND_MEMBERS), menu=False),
    On(presses.Room, room, may(Right.FIND_MEMBERS)),
    On(presses.Turned, turn_page, may(Right.FIND_MEMBERS)),
    On(presses.OpenMember, open_member, may(Right.FIND_MEMBERS)),
    On(presses.AskWhy, ask_why, may(Right.HELP_MEMBERS)),
    On(presses.DoIt, do_it, may(Right.HELP_MEMBERS)),
    Hears(FindMember, hear, may(Right.FIND_MEMBERS)),
    Hears(AwaitReason, hear_why, may(Right.HELP_MEMBERS)),
)
