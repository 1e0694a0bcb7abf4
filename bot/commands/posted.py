"""doctor --letters: why did this letter not arrive? It tells what became of a member's latest letters."""

from typing import TextIO

from storage.engine.sessions import Sessions
from storage.post import posted
from storage.post.posted import Posted
from storage.staff import search

MOST = 20


def run(sessions: Sessions, typed: str, out: TextIO) -> int:
    """`typed` is the member's user ID, or the MAMIS ID. 1: nobody has it. What a letter says is not printed."""
    with sessions.reading() as session:
        found = search.by_id(session, sessions.cipher, typed)
        every = [] if found is None else posted.of_member(session, found, MOST)
    if found is None:
        print(f"No member has the ID {typed}.", file=out)
        return 1
    for one in every:
        print(f"Letter {one.id} ({one.kind}): {_fate(one)}", file=out)
    if not every:
        print(f"No letter to the member {typed} was ever queued.", file=out)
    return 0


def _fate(one: Posted) -> str:
    why = f": {one.outcome}" if one.outcome else ""
    if one.settled_at is not None:
        return f"{one.state} at {one.settled_at:%F %T} UTC{why}"
    if one.state in ("claimed", "sending"):
        return f"a process sends it now (try {one.tries})"
    return f"waits until {one.due_at:%F %T} UTC, tried {one.tries} times{why}"
