"""One row that is written to learn whether the record can be written at all."""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from storage.engine.pulse_table import Pulse
from storage.engine.statements import insert_new, rows, run

_ONLY = 1
_NEW = insert_new(Pulse)


def beat(session: Session, now: datetime) -> None:
    """Write the moment. A full disk, a lock and a read-only database raise here, as they would in a member's turn."""
    if not rows(session.execute(update(Pulse).where(Pulse.id == _ONLY).values(at=now))):
        run(session, _NEW, {"id": _ONLY, "at": now})
