"""What the intake of updates clears away by the clock."""

from datetime import datetime

from sqlalchemy.orm import Session

from content.rules import Rulebook
from handlers.due import Due
from storage.post import updates


def forget(session: Session, now: datetime, _rulebook: Rulebook) -> int:
    """Delete the numbers of updates that can't arrive again."""
    return updates.forget_old(session, now)


DUE = (Due("numbers of updates", forget),)
