"""The room of roles: an owner sees who holds which, gives one and takes one. The person concerned is told."""

from dataclasses import dataclass

from sqlalchemy.exc import NoResultFound

from content.keys.letters import RoleChanged
from content.keys.note import Note
from content.refusals import StaleButton
from content.staff.joint import GrantOwner
from content.staff.rights import Act, Holder, Role
from content.text import shapes
from handlers.presses.staff import roles as presses
from handlers.screens.screen import Screen
from handlers.screens.staff import roles as screens
from handlers.staff import acting, second
from handlers.staff.rights import as_role, may
from handlers.turn import Command, Hears, On, Personal, StaffTurn, WritesToAll
from storage.people import chats
from storage.post import letters
from storage.post.letters import Letter
from storage.staff import pins, roles, search
from storage.staff.roles import Taken


@dataclass(frozen=True)
class AwaitHolder(Note, expects="role_of"):
    """The ID of a member who is to have a role."""


@dataclass(frozen=True)
class AwaitReason(Note, expects="role_why"):
    """The reason for giving or taking this role."""

    member: int
    role: str
    give: bool


def command(turn: StaffTurn, argument: str) -> Screen:
    """/roles, or /roles 1000000001"""
    return hear_id(turn, AwaitHolder(), argument) if argument else _listed(turn, 1)


def listed(turn: StaffTurn, press: presses.Roles) -> Screen:
    return _listed(turn, press.page)


def hear_id(turn: StaffTurn, _note: AwaitHolder, text: str) -> Screen:
    found = search.person(turn.session, turn.house.cipher, text)
    return _viewed(turn, found) if found is not None else _listed(turn, 1, turn.words.roles.no_such())


def open_holder(turn: StaffTurn, press: presses.OpenHolder) -> Screen:
    return _viewed(turn, press.member)


def ask_why(turn: StaffTurn, press: presses.AskWhyRole) -> Screen:
    role, shown = as_role(press.role), _holder(turn, press.member)
    chats.expect(turn.session, turn.chat.id, AwaitReason(press.member, role, press.give), turn.now)
    return screens.ask_why(shown, role, turn.words, give=press.give)


def change(turn: StaffTurn, press: presses.ChangeRole) -> Screen:
    why = acting.usual(turn.words.roles.reasons(give=press.give), press.reason)
    return _change(turn, press.member, as_role(press.role), why, give=press.give)


def hear_why(turn: StaffTurn, note: AwaitReason, text: str) -> Screen:
    why = acting.reason(text)
    if not why:
        return screens.bad_reason(note.member, acting.LONGEST_REASON, turn.words)
    chats.expect(turn.session, turn.chat.id, None, turn.now)
    return _change(turn, note.member, as_role(note.role), why, give=note.give)


def write_changed(turn: Personal, letter: Letter[RoleChanged]) -> Screen:
    return screens.told(Role(letter.key.role), turn.words, give=letter.key.given)


def _listed(turn: StaffTurn, page: int, said: str = "") -> Screen:
    chats.expect(turn.session, turn.chat.id, AwaitHolder(), turn.now)
    people = roles.everybody(turn.session)
    acting.write(turn, "listed_roles", None, acting.looking(turn), {}, {"people": len(people)})
    return screens.listed(people, page, turn.words, said)


def _viewed(turn: StaffTurn, member_id: int) -> Screen:
    screen = screens.card(_holder(turn, member_id), turn.words)
    acting.write(turn, "viewed_roles", member_id, acting.looking(turn), {}, {})
    return screen


def _change(turn: StaffTurn, member_id: int, role: Role, why: str, *, give: bool) -> Screen:
    """A change that comes to nothing is logged as well. The role owner takes a second person to be given."""
    before = _holder(turn, member_id)
    if give and role is Role.OWNER and role not in {one.role for one in before.holdings}:
        return second.ask(turn, GrantOwner(member_id), why)
    said, done = _give(turn, member_id, role) if give else _take(turn, member_id, role)
    after = _holder(turn, member_id)
    if done:
        key = RoleChanged(role.value, give, turn.now)
        letters.put(turn.session, member_id=member_id, key=key, slot=str(turn.update_id), at=turn.now)
    facts = _facts(after) | {"role": role.value, "done": done}
    acting.write(turn, "grant_role" if give else "take_role", member_id, why, _facts(before), facts)
    return screens.card(after, turn.words, said)


def _give(turn: StaffTurn, member_id: int, role: Role) -> tuple[str, bool]:
    done = roles.grant(turn.session, member_id, role.value, turn.now, by=turn.person_id)
    say = turn.words.roles
    return (say.changed if done else say.same)(role, give=True), done


def _take(turn: StaffTurn, member_id: int, role: Role) -> tuple[str, bool]:
    taken, say = roles.take(turn.session, member_id, role.value), turn.words.roles
    if taken is Taken.LAST_OWNER:
        return say.last_owner(), False
    done = taken is Taken.DONE
    if done and role is Role.OWNER:
        pins.forget(turn.session, member_id)
    return (say.changed if done else say.same)(role, give=False), done


def _holder(turn: StaffTurn, member_id: int) -> Holder:
    try:
        return roles.holder(turn.session, member_id)
    except NoResultFound:
        raise StaleButton from None


def _facts(shown: Holder) -> dict[str, object]:
    return {"roles": sorted(one.role.value for one in shown.holdings)}


ROUTES = (
    Command("roles", command, may(Act.MANAGE_ROLES), menu=False),
    On(presses.Roles, listed, may(Act.MANAGE_ROLES)),
    On(presses.OpenHolder, open_holder, may(Act.MANAGE_ROLES)),
    On(presses.AskWhyRole, ask_why, may(Act.MANAGE_ROLES)),
    On(presses.ChangeRole, change, may(Act.MANAGE_ROLES)),
    Hears(AwaitHolder, hear_id, may(Act.MANAGE_ROLES), fits=shapes.person),
    Hears(AwaitReason, hear_why, may(Act.MANAGE_ROLES)),
)
LETTERS = (WritesToAll(RoleChanged, write_changed),)
