"""Inviting staff who are no members: an owner makes a link that is good for one person and a day.

What follows once somebody opens it is in handlers.staff.letting_in.
"""

from dataclasses import dataclass

from content.keys.note import Note
from content.refusals import StaleButton
from content.staff.inviting import LONGEST_NAME, PREFIX
from content.staff.joint import ReenterAccount
from content.staff.rights import Act
from content.text.lines import one_line
from handlers.presses.staff import inviting as presses
from handlers.screens.screen import Screen
from handlers.screens.staff import inviting as screens
from handlers.staff import acting, second
from handlers.staff.rights import as_role, may
from handlers.turn import Hears, On, StaffTurn
from storage.people import chats, persons
from storage.staff import entering, invitations, roles


@dataclass(frozen=True)
class AwaitName(Note, expects="invite_name"):
    """The name of somebody to be invited; `name` is the one that was typed last."""

    name: str = ""


@dataclass(frozen=True)
class AwaitWhy(Note, expects="invite_why"):
    """The reason for inviting this person, with this role; or back into this account, which has no role here."""

    name: str
    role: str = ""
    person: int = 0


def room(turn: StaffTurn, _press: presses.Invite) -> Screen:
    return _room(turn)


def hear_name(turn: StaffTurn, _note: AwaitName, text: str) -> Screen:
    name = one_line(text)
    if not 0 < len(name) <= LONGEST_NAME:
        return screens.bad_name(turn.words)
    chats.expect(turn.session, turn.chat.id, AwaitName(name), turn.now)
    return screens.ask_role(name, turn.words)


def choose_role(turn: StaffTurn, press: presses.ChooseRole) -> Screen:
    """If the note is gone, the name is asked for again."""
    note, role = turn.chat.awaits, as_role(press.role)
    name = note.name if isinstance(note, AwaitName | AwaitWhy) else ""
    if not name:
        return _room(turn)
    chats.expect(turn.session, turn.chat.id, AwaitWhy(name, role.value), turn.now)
    return screens.ask_why(name, role, turn.words)


def invite(turn: StaffTurn, press: presses.InviteFor) -> Screen:
    note = turn.chat.awaits
    if not isinstance(note, AwaitWhy) or not note.role:
        return _room(turn)
    return _invite(turn, note.name, note.role, acting.usual(turn.words.inviting.reasons(again=False), press.reason))


def ask_again(turn: StaffTurn, press: presses.AskAgain) -> Screen:
    name = _account(turn, press.person)
    chats.expect(turn.session, turn.chat.id, AwaitWhy(name, person=press.person), turn.now)
    return screens.ask_again(press.person, name, turn.words)


def invite_again(turn: StaffTurn, press: presses.InviteAgain) -> Screen:
    _account(turn, press.person)
    return _again(turn, press.person, acting.usual(turn.words.inviting.reasons(again=True), press.reason))


def hear_why(turn: StaffTurn, note: AwaitWhy, text: str) -> Screen:
    why = acting.reason(text)
    if not why:
        return screens.bad_reason(acting.LONGEST_REASON, turn.words)
    chats.expect(turn.session, turn.chat.id, None, turn.now)
    return _again(turn, note.person, why) if note.person else _invite(turn, note.name, note.role, why)


def link_back(turn: StaffTurn, person: int, why: str) -> Screen:
    """A link back into an account, after two persons agreed on it, or if the account holds no role. It is bound to the
    roles that are held now: an account that gets others meanwhile is not opened by it.
    """
    return _invite(turn, persons.name(turn.session, person), entering.held(turn.session, person), why, person)


def _room(turn: StaffTurn) -> Screen:
    chats.expect(turn.session, turn.chat.id, AwaitName(), turn.now)
    return screens.room(invitations.waiting(turn.session, turn.now), turn.words)


def _again(turn: StaffTurn, person: int, why: str) -> Screen:
    """An account that holds a role is opened again by two persons only: no member of staff becomes another."""
    if roles.roles(turn.session, person):
        return second.ask(turn, ReenterAccount(person), why)
    return link_back(turn, person, why)


def _invite(turn: StaffTurn, name: str, role: str, why: str, person: int | None = None) -> Screen:
    made, token = invitations.invite(
        turn.session,
        turn.house.cipher,
        name=name,
        role=role,
        why=why,
        by=turn.person_id,
        at=turn.now,
        person=person,
    )
    shown = invitations.one(turn.session, made)
    address = turn.house.links.chat(f"{PREFIX}_{token}")
    facts = {"invitation": made, "name": name, "role": role}
    acting.write(turn, "invite_staff", person, why, {}, facts)
    return screens.made(made, name, shown.until, address, turn.words)


def _account(turn: StaffTurn, person: int) -> str:
    """The name of a staff account. Raises StaleButton for a member and for a number that was made up."""
    if not persons.has_account(turn.session, person):
        raise StaleButton
    return persons.name(turn.session, person)


ROUTES = (
    On(presses.Invite, room, may(Act.MANAGE_ROLES)),
    On(presses.ChooseRole, choose_role, may(Act.MANAGE_ROLES)),
    On(presses.InviteFor, invite, may(Act.MANAGE_ROLES)),
    On(presses.AskAgain, ask_again, may(Act.MANAGE_ROLES)),
    On(presses.InviteAgain, invite_again, may(Act.MANAGE_ROLES)),
    Hears(AwaitName, hear_name, may(Act.MANAGE_ROLES)),
    Hears(AwaitWhy, hear_why, may(Act.MANAGE_ROLES)),
)
