"""What the clock does for activation letters: reads lists, makes codes, clears them, and ends what nobody decides."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from content.rules import Rulebook
from handlers.due import Due
from storage.activating import batches, ending, listing
from storage.activating.listing import Part


def find_lists(session: Session, _now: datetime, _rulebook: Rulebook) -> Sequence[Part]:
    return listing.find(session)


def read(session: Session, found: Sequence[Part], now: datetime, _rulebook: Rulebook) -> int:
    return sum(listing.put(session, part, now) for part in found)


def find_making(session: Session, _now: datetime, _rulebook: Rulebook) -> Sequence[int]:
    return batches.making(session)


def make(session: Session, found: Sequence[int], now: datetime, _rulebook: Rulebook) -> int:
    return sum(batches.step(session, number, now) for number in found)


def find_cleared(session: Session, _now: datetime, _rulebook: Rulebook) -> Sequence[int]:
    return ending.to_clear(session)


def clear(session: Session, found: Sequence[int], _now: datetime, _rulebook: Rulebook) -> int:
    return ending.clear(session, found)


def find_unopened(session: Session, now: datetime, _rulebook: Rulebook) -> Sequence[int]:
    return ending.unopened(session, now)


def void(session: Session, found: Sequence[int], now: datetime, _rulebook: Rulebook) -> int:
    return sum(ending.void(session, number, now) for number in found)


def find_undecided(session: Session, now: datetime, rulebook: Rulebook) -> Sequence[int]:
    return ending.undecided(session, now, _since(now, rulebook))


def end(session: Session, found: Sequence[int], now: datetime, rulebook: Rulebook) -> int:
    return sum(ending.end_undecided(session, number, now, _since(now, rulebook)) for number in found)


def find_old_lists(session: Session, now: datetime, rulebook: Rulebook) -> Sequence[Any]:
    return ending.old_lists(session, _since(now, rulebook))


def remove(session: Session, found: Sequence[Any], _now: datetime, _rulebook: Rulebook) -> int:
    return ending.remove(session, found)


def _since(now: datetime, rulebook: Rulebook) -> datetime:
    return now - rulebook.now(now).retention.letter_orders


ROUTES = ()
DUE = (
    Due("lists of activation letters to read", find_lists, read, whole=True),
    Due("activation letters to make", find_making, make, whole=True),
    Due("activation codes in clear", find_cleared, clear, whole=True),
    Due("activation letters that nobody fetched", find_unopened, void),
    Due("activation letters that nobody decided about", find_undecided, end),
    Due("lists of activation letters of long ago", find_old_lists, remove, whole=True, says=True),
)
