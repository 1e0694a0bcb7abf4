"""grant-staff: give a member a role."""

from datetime import datetime
from typing import TextIO

from bot.loghead import LogHead
from storage.engine.sessions import Sessions
from storage.staff import log, roles, search


def run(sessions: Sessions, typed: str, role: str, now: datetime, out: TextIO, *, heads: LogHead | None = None) -> int:
    """Give the role to the member with this user ID or MAMIS ID. If the member holds it already, nothing changes, and
    that is no failure.
    """
    if role not in roles.ROLES:
        print(f"There is no role {role}. Roles: {', '.join(roles.ROLES)}.", file=out)
        return 2
    with sessions.begin() as session:
        member_id = search.by_id(session, sessions.cipher, typed)
        if member_id is None:
            print(f"No member has the ID {typed}. Members come in by: python -m bot import-members FILE", file=out)
            return 1
        held = sorted(roles.roles(session, member_id))
        if not roles.grant(session, member_id, role, now):
            print(f"The member {typed} holds the role {role} already.", file=out)
            return 0
        log.write(
            session,
            sessions.cipher,
            staff_id=None,
            member_id=member_id,
            act="grant_role",
            why="by the operator, at the command line",
            before={"roles": held},
            after={"roles": sorted([*held, role])},
            at=now,
        )
    (heads or LogHead()).note_of(session)
    print(f"The member {typed} now holds the role {role}.", file=out)
    return 0
