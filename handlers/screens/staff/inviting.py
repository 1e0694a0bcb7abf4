"""Screens of invitations: what the owner who invites sees."""

from collections.abc import Sequence
from datetime import datetime

from content.staff.inviting import LONGEST_NAME, Invitation, State
from content.staff.rights import Role
from content.words import Words
from handlers.presses.staff.inviting import (
    ChooseRole,
    ConfirmInvitation,
    Invite,
    InviteAgain,
    InviteFor,
    OpenInvitation,
    RefuseInvitation,
)
from handlers.presses.staff.roles import OpenHolder, Roles
from handlers.screens.screen import Button, Place, Screen, page, row, rows_of

SUBJECT = "invite"
SHOWN = 10
"""So many waiting invitations are listed. Each is over after a day, so there are seldom more."""


def room(waiting: Sequence[Invitation], words: Words, said: str = "") -> Screen:
    """The invitations that wait; a name is typed here."""
    say, numbered = words.inviting, list(enumerate(waiting[-SHOWN:], start=1))
    told = [said, ""] if said else []
    lines = [say.line(place, one) for place, one in numbered]
    rows = (
        *rows_of((Button(str(place), OpenInvitation(one.id)) for place, one in numbered), 5),
        row(Button(words.common.back(), Roles(1))),
    )
    listed = ["", *lines] if lines else []
    return Screen(page(say.title(), *told, *say.about(), *listed), rows, subject=SUBJECT)


def bad_name(words: Words) -> Screen:
    rows = (row(Button(words.common.back(), Roles(1))),)
    return Screen(page(words.inviting.title(), words.inviting.bad_name(LONGEST_NAME)), rows, subject=SUBJECT)


def ask_role(name: str, words: Words) -> Screen:
    say = words.inviting
    about = [words.roles.does(role, words.rights.does(role)) for role in Role]
    rows = (
        *(row(Button(words.rights.role(role), ChooseRole(role.value))) for role in Role),
        row(Button(words.common.back(), Invite())),
    )
    return Screen(page(say.ask_role_title(name), say.ask_role(), "", *about), rows, subject=SUBJECT)


def ask_why(name: str, role: Role, words: Words) -> Screen:
    """The reason, from a button or as a text."""
    say = words.inviting
    reasons = enumerate(say.reasons(again=False))
    rows = (
        *(row(Button(why, InviteFor(number))) for number, why in reasons),
        row(Button(words.common.back(), Invite())),
    )
    return Screen(page(say.ask_why_title(name), *say.ask_why(role)), rows, subject=SUBJECT)


def ask_again(person: int, name: str, words: Words) -> Screen:
    """The same for a link back into an account that is there."""
    say = words.inviting
    reasons = enumerate(say.reasons(again=True))
    rows = (
        *(row(Button(why, InviteAgain(person, number))) for number, why in reasons),
        row(Button(words.common.back(), OpenHolder(person))),
    )
    return Screen(page(say.ask_why_title(name), *say.ask_why(None)), rows, subject=SUBJECT)


def bad_reason(longest: int, words: Words) -> Screen:
    rows = (row(Button(words.common.back(), Invite())),)
    return Screen(page(words.inviting.title(), words.inviting.bad_reason(longest)), rows, subject=SUBJECT)


def made(number: int, name: str, until: datetime, address: str, words: Words) -> Screen:
    """The link. It is shown once: the record has only a hash of it."""
    say = words.inviting
    rows = (
        row(Button(say.to_copy(), copies=address)),
        row(Button(say.to_withdraw(), RefuseInvitation(number))),
        row(Button(words.common.back(), Roles(1))),
    )
    return Screen(page(say.made_title(name), *say.made(until, address)), rows, subject=f"{SUBJECT}:{number}")


def card(shown: Invitation, inviter: str, now: datetime, words: Words, said: str = "", *, mine: bool) -> Screen:
    """An invitation as it stands. `mine`: the viewer invited, and so confirms."""
    say, opened = words.inviting, shown.can_be_decided(now)
    told = [said, ""] if said else []
    opener = say.opener(shown.opener.telegram_id, shown.opener.name, shown.opener.username) if shown.opener else ()
    lines = [say.role(shown), say.by(inviter, shown.why), say.stands(_state(shown, now), shown.until)]
    if opened:
        lines += ["", *opener]
    if shown.turned_away:
        lines += ["", say.turned_away(shown.turned_away)]
    confirm = [row(Button(say.to_confirm(), ConfirmInvitation(shown.id)))] if opened and mine else []
    refuse = [row(Button(say.to_refuse(), RefuseInvitation(shown.id)))] if opened else []
    withdraw = [row(Button(say.to_withdraw(), RefuseInvitation(shown.id)))] if shown.can_be_opened(now) else []
    rows = (*confirm, *refuse, *withdraw, row(Button(words.common.back(), Invite())))
    return Screen(page(say.card_title(shown.name), *told, *lines), rows, subject=f"{SUBJECT}:{shown.id}")


def confirmed(person: int, shown: Invitation, words: Words) -> Screen:
    """The account is ready; its card of roles is one tap away."""
    say = words.inviting
    role = None if shown.again else Role(shown.role)
    rows = (row(Button(say.to_roles(), OpenHolder(person))), row(Button(words.common.back(), Roles(1))))
    return Screen(page(say.card_title(shown.name), say.confirmed(role)), rows, subject=f"{SUBJECT}:{shown.id}")


def opened_letter(shown: Invitation, words: Words) -> Screen:
    """To who invited."""
    rows = (row(Button(words.inviting.to_open(), OpenInvitation(shown.id))),)
    return Screen(page(words.inviting.card_title(shown.name), words.inviting.opened_letter()), rows, place=Place.OWN)


def _state(shown: Invitation, now: datetime) -> State:
    """One whose time is over, though nothing has noted it yet."""
    waits = shown.state in (State.SENT, State.OPENED)
    return State.LAPSED if waits and now >= shown.until else shown.state
