"""publish: bring what the association publishes to the members. While anything in it is wrong, nothing is published."""

from datetime import datetime
from pathlib import Path
from typing import TextIO

from bot.commands import batches, check
from storage.engine.sessions import Sessions


def run(sessions: Sessions, path: Path, now: datetime, out: TextIO) -> int:
    """Tell every fault before anything is written: first the files' own, then those that only the record can tell."""
    found = batches.find(path)
    faults = [fault for batch in found for fault in batch.faults]
    if not faults:
        with sessions.reading() as session:
            faults = [fault for batch in found for fault in batch.doubts(session, now)]
    if faults:
        code = check.tell(path, faults, out)
        print("Nothing was published.", file=out)
        return code
    return max(batch.publish(sessions, now, out) for batch in found)
