"""What the schedule does with rounds, in one go."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from storage.post import rounds
from storage.post.rounds import Round

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def queue(session: Session, due: Sequence[Round], at: datetime, *, most: int = 100) -> int:
    """Queue the letters of all these rounds that are due; returns how many. Their kinds have long been known."""
    count = 0
    for key in {one.key for one in due}:
        rounds.know(session, [key], LONG_AGO)
        for one in rounds.open_ones(session, key, [one for one in due if one.key is key], at):
            over = False
            while not over:
                done = rounds.step(session, one, most, at)
                count, over = count + done.queued, done.over
    return count
