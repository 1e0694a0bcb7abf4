"""What the intake of updates clears away by the clock."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from content.rules import Rulebook
from handlers.due import Due
from storage.files import parts
from storage.post import updates


def find(session: Session, now: datetime, rulebook: Rulebook) -> Sequence[int]:
    return updates.find_old(session, now, rulebook.now(now).retention.updates)


def forget(session: Session, found: Sequence[int], _now: datetime, _rulebook: Rulebook) -> int:
    """Delete the numbers of updates that can't arrive again."""
    return updates.forget(session, found)


def find_files(session: Session, now: datetime, _rulebook: Rulebook) -> Sequence[int]:
    return parts.find_ended(session, now)


def remove_files(session: Session, found: Sequence[int], now: datetime, _rulebook: Rulebook) -> int:
    """Remove some parts of files that have ended."""
    return parts.remove(session, found, now)


DUE = (
    Due("numbers of updates", find, forget, whole=True),
    Due("files that nobody keeps", find_files, remove_files, whole=True),
)
