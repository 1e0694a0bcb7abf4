"""invite-staff and confirm-staff: the operator invites staff who are no members, for example the first owner.

The operator stands in for the owners here, as grant-staff does: also the role owner takes no second person.
"""

from datetime import datetime
from typing import TextIO

from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session

from bot.loghead import LogHead
from content.staff.inviting import LONGEST_NAME, OPEN_FOR, PREFIX, Invitation, State
from content.text.lines import one_line
from storage.engine.sessions import Sessions
from storage.people import persons
from storage.staff import entering, invitations, log, roles, search

WHY = "by the operator, at the command line"


def invite(sessions: Sessions, whom: str, role: str, now: datetime, out: TextIO) -> int:
    """`whom` is a name. With an empty `role` it is the number of a staff account (staff-12), to lead back into it."""
    if role and role not in roles.ROLES:
        print(f"There is no role {role}. Roles: {', '.join(roles.ROLES)}.", file=out)
        return 2
    name = one_line(whom)
    if not 0 < len(name) <= LONGEST_NAME:
        print(f"A name has 1 to {LONGEST_NAME} characters.", file=out)
        return 2
    with sessions.begin() as session:
        person = None if role else search.account(session, name)
        if not role and person is None:
            print(f"There is no staff account {whom}. To invite somebody new, give a name and a role.", file=out)
            return 1
        if person is not None:
            name, role = persons.name(session, person), entering.held(session, person)
        number, token = invitations.invite(
            session, sessions.cipher, name=name, role=role, why=WHY, by=None, at=now, person=person
        )
    hours = OPEN_FOR.total_seconds() / 3600
    print(f"Invitation {number} for {name}. The person opens this link within {hours:.0f} hours:", file=out)
    print(f"  https://t.me/NAME_OF_THE_BOT?start={PREFIX}_{token}", file=out)
    print(f"or sends this to the bot: /start {PREFIX}_{token}", file=out)
    print(f"Then see who opened it: python -m bot confirm-staff {number}", file=out)
    return 0


def confirm(
    sessions: Sessions,
    number: int,
    telegram_id: int | None,
    now: datetime,
    out: TextIO,
    *,
    heads: LogHead | None = None,
) -> int:
    """Without `telegram_id`, say who opened the link. With it, confirm that this is the person."""
    with sessions.begin() as session:
        shown = _one(session, number)
        if shown is None or shown.by is not None:
            print(f"There is no invitation {number} of the operator.", file=out)
            return 1
        if not shown.can_be_decided(now) or shown.chat is None or shown.opener is None:
            waits = "Nobody has opened it yet." if shown.can_be_opened(now) else "It was decided, or its time is over."
            print(f"Invitation {number} for {shown.name}: {waits}", file=out)
            return 1
        opener = shown.opener
        who = f"Telegram ID {opener.telegram_id}, name {opener.name or '-'}, username {opener.username or '-'}"
        if telegram_id != opener.telegram_id:
            print(f"Invitation {number} for {shown.name} was opened by: {who}", file=out)
            if shown.turned_away:
                print(f"It was opened {shown.turned_away} more time(s): others may have the link.", file=out)
            print(f"If this is the person: python -m bot confirm-staff {number} {opener.telegram_id}", file=out)
            return 0 if telegram_id is None else 1
        person = _confirm(session, sessions, shown, shown.chat, now)
    if person is None:
        print("The record changed since the link was opened, so it was ended. Please invite anew.", file=out)
        return 1
    (heads or LogHead()).note_of(session)
    print(f"{shown.name} is logged in, as the staff account staff-{person}.", file=out)
    return 0


def _one(session: Session, number: int) -> Invitation | None:
    try:
        return invitations.one(session, number)
    except NoResultFound:
        return None


def _confirm(session: Session, sessions: Sessions, shown: Invitation, chat: int, now: datetime) -> int | None:
    """The person; None if the record changed, and the invitation is ended."""
    if entering.void(session, shown, chat) is not None:
        invitations.decide(session, shown.id, State.REFUSED, now)
        return None
    if not invitations.decide(session, shown.id, State.CONFIRMED, now):
        return None
    person = entering.let_in(session, shown, chat, now, gives=not shown.again, slot="command line")
    telegram = {"telegram_id": shown.opener.telegram_id} if shown.opener else {}
    log.write(
        session,
        sessions.cipher,
        staff_id=None,
        member_id=person,
        act="confirm_invitation",
        why=WHY,
        before={},
        after={"invitation": shown.id, "roles": sorted(roles.roles(session, person)), **telegram},
        at=now,
    )
    return person
