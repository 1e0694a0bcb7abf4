"""grant-staff and revoke-staff: give a member or a staff account a role, or take it."""

from datetime import datetime
from typing import TextIO

from sqlalchemy.orm import Session

from bot.loghead import LogHead
from content.keys.letters import RoleChanged
from content.staff.rights import Role
from storage.engine.sessions import Sessions
from storage.people import persons
from storage.post import letters
from storage.staff import log, pins, roles, search
from storage.staff.roles import Taken


def grant(
    sessions: Sessions, typed: str, role: str, now: datetime, out: TextIO, *, heads: LogHead | None = None
) -> int:
    """`typed` is the member's user ID, the MAMIS ID, or a staff account (staff-12). If it is held already, nothing
    changes, and that is no failure.
    """
    return _change(sessions, typed, role, now, out, heads, give=True)


def revoke(
    sessions: Sessions, typed: str, role: str, now: datetime, out: TextIO, *, heads: LogHead | None = None
) -> int:
    """The same for taking a role. The operator may take the last owner's: the operator can give it again."""
    return _change(sessions, typed, role, now, out, heads, give=False)


def _change(
    sessions: Sessions, typed: str, role: str, now: datetime, out: TextIO, heads: LogHead | None, *, give: bool
) -> int:
    if role not in roles.ROLES:
        print(f"There is no role {role}. Roles: {', '.join(roles.ROLES)}.", file=out)
        return 2
    with sessions.begin() as session:
        found = search.person(session, sessions.cipher, typed)
        if found is None:
            print(f"No member has the ID {typed}. Members come in by: python -m bot import-members FILE", file=out)
            return 1
        kind = "staff account" if persons.has_account(session, found) else "member"
        done = _write(session, sessions, found, role, now, give=give)
    who = f"The {kind} {typed}"
    if done:
        (heads or LogHead()).note_of(session)
        print(f"{who} {'now holds' if give else 'no longer holds'} the role {role}.", file=out)
    else:
        print(f"{who} {'holds' if give else 'does not hold'} the role {role}{' already' * give}.", file=out)
    return 0


def _write(session: Session, sessions: Sessions, member_id: int, role: str, now: datetime, *, give: bool) -> bool:
    """The change, its letter and its line in the log; False if there is nothing to change."""
    held = sorted(roles.roles(session, member_id))
    if give:
        done = roles.grant(session, member_id, role, now)
    else:
        done = roles.take(session, member_id, role, last_too=True) is Taken.DONE
        if done and role == Role.OWNER.value:
            pins.forget(session, member_id)
    if not done:
        return False
    key = RoleChanged(role, give, now)
    letters.put(session, member_id=member_id, key=key, slot="command line", at=now)
    log.write(
        session,
        sessions.cipher,
        staff_id=None,
        member_id=member_id,
        act="grant_role" if give else "take_role",
        why="by the operator, at the command line",
        before={"roles": held},
        after={"roles": sorted(roles.roles(session, member_id))},
        at=now,
    )
    return True
