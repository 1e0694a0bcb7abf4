"""Confirming an invitation: the owner who invited sees which Telegram account opened the link.

Until the owner confirms, the opener has no rights. Each step is in the log, also one that came to nothing.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session

from content.keys.letters import AccountReady, InvitationOpened
from content.refusals import StaleButton
from content.rules import Rulebook
from content.staff.inviting import Invitation, State
from content.staff.joint import GrantOwner
from content.staff.rights import Act, Role
from handlers.due import Due
from handlers.presses.staff import inviting as presses
from handlers.screens.screen import Screen
from handlers.screens.staff import account
from handlers.screens.staff import inviting as screens
from handlers.staff import acting, second
from handlers.staff.rights import may
from handlers.turn import On, Personal, StaffTurn, Unwanted, WritesToAll
from storage.people import persons
from storage.post.letters import Letter
from storage.staff import entering, invitations, roles
from storage.staff.entering import Void


def open_invitation(turn: StaffTurn, press: presses.OpenInvitation) -> Screen:
    shown = _one(turn, press.invitation)
    return _logged(turn, shown, "viewed", _card(turn, shown))


def confirm(turn: StaffTurn, press: presses.ConfirmInvitation) -> Screen:
    """The opener becomes the person of the account, if the record still is what the inviter was shown."""
    shown = _one(turn, press.invitation)
    if not shown.can_be_decided(turn.now) or shown.chat is None:
        return _over(turn, shown)
    if shown.by != turn.person_id:
        return _logged(turn, shown, "not the inviter", _card(turn, shown, turn.words.inviting.not_yours()))
    against = entering.void(turn.session, shown, shown.chat)
    if against is not None:
        invitations.decide(turn.session, shown.id, State.REFUSED, turn.now)
        say = turn.words.inviting
        said = say.busy() if against is Void.BUSY else say.roles_changed()
        return _logged(turn, shown, "void", _card(turn, _one(turn, shown.id), said))
    if not invitations.decide(turn.session, shown.id, State.CONFIRMED, turn.now):
        return _over(turn, shown)
    return _let_in(turn, shown, shown.chat)


def refuse(turn: StaffTurn, press: presses.RefuseInvitation) -> Screen:
    """Any owner can end an invitation."""
    shown, say = _one(turn, press.invitation), turn.words.inviting
    waits, opened = shown.can_be_decided(turn.now) or shown.can_be_opened(turn.now), shown.state is State.OPENED
    verdict = State.REFUSED if opened else State.WITHDRAWN
    if not (waits and invitations.decide(turn.session, shown.id, verdict, turn.now)):
        return _over(turn, shown)
    said = say.refused() if opened else say.withdrawn()
    return _logged(turn, shown, "refused" if opened else "withdrawn", _card(turn, _one(turn, shown.id), said))


def _over(turn: StaffTurn, shown: Invitation) -> Screen:
    return _logged(turn, shown, "over", _card(turn, _one(turn, shown.id), turn.words.inviting.over()))


def write_opened(turn: Personal, letter: Letter[InvitationOpened]) -> Screen | Unwanted:
    shown = invitations.one(turn.session, letter.key.invitation)
    if Role.OWNER.value not in roles.roles(turn.session, turn.person_id):
        return Unwanted("the role is lost")
    if not shown.can_be_decided(turn.now):
        return Unwanted("it is decided, or its time is over")
    return screens.opened_letter(shown, turn.words)


def write_ready(turn: Personal, _letter: Letter[AccountReady]) -> Screen:
    held = roles.roles(turn.session, turn.person_id)
    name = persons.name(turn.session, turn.person_id)
    return account.ready(name, [role for role in Role if role.value in held], turn.words)


def find_over(session: Session, now: datetime, _rulebook: Rulebook) -> Sequence[int]:
    return invitations.find_over(session, now)


def end_over(session: Session, found: Sequence[int], now: datetime, _rulebook: Rulebook) -> int:
    """Who opened an invitation is forgotten, once nobody can confirm it any more."""
    return invitations.forget(session, found, now)


def _let_in(turn: StaffTurn, shown: Invitation, chat: int) -> Screen:
    """The role is given at once, but for the role owner, which takes a second person."""
    gives = not shown.again and shown.role != Role.OWNER.value
    person = entering.let_in(turn.session, shown, chat, turn.now, gives=gives, slot=str(turn.update_id))
    facts = _facts(shown) | {"roles": sorted(roles.roles(turn.session, person))}
    acting.write(turn, "confirm_invitation", person, shown.why, {}, facts)
    if gives or shown.again:
        return screens.confirmed(person, shown, turn.words)
    asked = second.ask(turn, GrantOwner(person), shown.why)
    return replace(asked, toast=turn.words.inviting.waits_for_second())


def _card(turn: StaffTurn, shown: Invitation, said: str = "") -> Screen:
    inviter = "" if shown.by is None else persons.name(turn.session, shown.by)
    return screens.card(shown, inviter, turn.now, turn.words, said, mine=shown.by == turn.person_id)


def _logged(turn: StaffTurn, shown: Invitation, outcome: str, screen: Screen) -> Screen:
    acting.write(
        turn, "look_at_invitation", shown.person, acting.looking(turn), {}, _facts(shown) | {"outcome": outcome}
    )
    return screen


def _facts(shown: Invitation) -> dict[str, object]:
    opener = shown.opener
    telegram = {"telegram_id": opener.telegram_id, "username": opener.username} if opener else {}
    return {"invitation": shown.id, "name": shown.name, "role": shown.role, **telegram}


def _one(turn: StaffTurn, number: int) -> Invitation:
    try:
        return invitations.one(turn.session, number)
    except NoResultFound:
        raise StaleButton from None


ROUTES = (
    On(presses.OpenInvitation, open_invitation, may(Act.MANAGE_ROLES)),
    On(presses.ConfirmInvitation, confirm, may(Act.MANAGE_ROLES)),
    On(presses.RefuseInvitation, refuse, may(Act.MANAGE_ROLES)),
)
LETTERS = (WritesToAll(InvitationOpened, write_opened), WritesToAll(AccountReady, write_ready))
DUE = (Due("invitations whose time is over", find_over, end_over),)
