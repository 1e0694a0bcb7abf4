"""give-code: a one-time code for a member, also for one who holds a role and whom no second owner can confirm."""

from datetime import datetime, timedelta
from typing import TextIO

from bot.loghead import LogHead
from content.keys.letters import CodeGiven
from content.rules import Rulebook
from storage.engine.sessions import Sessions
from storage.people import chats, codes
from storage.post import letters
from storage.staff import log, search

WAITS = timedelta(minutes=10)
"""As for a code of staff: a member who is logged in somewhere can disown it before it is good."""


def run(sessions: Sessions, typed: str, now: datetime, out: TextIO, *, heads: LogHead | None = None) -> int:
    """`typed` is the member's user ID, or the MAMIS ID. The code is printed once and kept nowhere."""
    until = now + timedelta(hours=Rulebook().now(now).one_time_code_hours)
    with sessions.begin() as session:
        found = search.by_id(session, sessions.cipher, typed)
        if found is None:
            print(f"No member has the ID {typed}. Members come in by: python -m bot import-members FILE", file=out)
            return 1
        starts = now + WAITS if chats.of_member(session, found) else None
        code = codes.give(session, sessions.cipher, found, until, starts=starts)
        if starts is not None:
            letters.put(session, member_id=found, key=CodeGiven(until), slot="", at=now)
        log.write(
            session,
            sessions.cipher,
            staff_id=None,
            member_id=found,
            act="give_code",
            why="by the operator, at the command line",
            before={},
            after={"code_until": until.isoformat()},
            at=now,
        )
    (heads or LogHead()).note_of(session)
    good = f"from {starts:%H:%M} UTC on" if starts is not None else "at once"
    print(f"One-time code of the member {typed}: {code}. It is good {good}, for one login.", file=out)
    return 0
