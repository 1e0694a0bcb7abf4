"""doctor --update: why did this update not answer? It tells what the record has of it, and its error."""

from collections.abc import Mapping
from typing import Any, TextIO

from storage.engine.sessions import Sessions
from storage.post import updates
from storage.post.updates import Failure


def run(sessions: Sessions, update_id: int, out: TextIO) -> int:
    """0: the record has the update; 1: it does not. What a person wrote is not printed: it may be a password."""
    with sessions.reading() as session:
        found = updates.trace(session, update_id)
    if found.aside is not None:
        print(f"Update {update_id}: {_aside(found.aside)}", file=out)
    if found.deferred_at is not None:
        since = f"{found.deferred_at:%F %T} UTC"
        print(f"Update {update_id}: deferred since {since}, waits for slow work, or lets others pass.", file=out)
    elif found.taken_at is not None:
        print(
            f"Update {update_id}: its turn ended at {found.taken_at:%F %T} UTC. "
            "If nothing was shown, search the log for its update_id.",
            file=out,
        )
    if found.is_known:
        return 0
    print(
        f"Update {update_id}: not on record. It never arrived, came from no private chat, waits to be written, or is "
        f"older than {updates.KEPT.days} days.",
        file=out,
    )
    return 1


def _aside(aside: Failure) -> str:
    return f"set aside at {aside.at:%F %T} UTC ({_kind(aside.update)}).\n{aside.error.rstrip()}"


def _kind(update: Mapping[str, Any]) -> str:
    """The kind of the update ("message"), with the key of the button if it is a press."""
    kind = next((name for name in update if name != "update_id"), "empty")
    said = update[kind].get("data") if kind == "callback_query" and isinstance(update[kind], dict) else None
    return f"{kind}, button {said}" if said else kind
