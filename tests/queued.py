"""What the schedule does with rounds, in one go."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from storage.post import rounds
from storage.post.rounds import KNOWN, Round
from storage.tables import Round as RoundRow

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def queue(session: Session, due: Sequence[Round], at: datetime) -> int:
    """Queue the letters of all these rounds that are due; returns how many. Their kinds have long been known."""
    count = 0
    for key in {one.key for one in due}:
        rounds.know(session, [key], LONG_AGO)
        known = update(RoundRow).where(RoundRow.kind == key.kind, RoundRow.slot == KNOWN)
        session.execute(known.values(begun_at=LONG_AGO))
        for one in rounds.open_ones(session, key, [one for one in due if one.key is key], at):
            count += rounds.step(session, one, at, enough=lambda: False).queued
    return count
