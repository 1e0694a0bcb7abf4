"""What came of a check-in code: recorded, or why it was not."""

from dataclasses import dataclass
from datetime import date, datetime

from content.attending import Mine
from content.checkin import Door, Hours
from content.training import ListedTraining

ANY = 0
"""No training in particular: the code says which."""


@dataclass(frozen=True)
class Recorded:
    """An entry or an exit is on record: `new`, or it was before; `mine` says since when."""

    door: Door
    mine: Mine
    new: bool

    @property
    def at(self) -> datetime:
        """When the door was passed first."""
        at = self.mine.entered_at if self.door is Door.ENTRY else self.mine.left_at
        if at is None:
            raise LookupError("what is recorded has its moment")
        return at


@dataclass(frozen=True)
class Unreadable:
    """No code has this form."""


@dataclass(frozen=True)
class Wrong:
    """A code that no training shows or showed lately; the next one is looked at from `until` on."""

    until: datetime


@dataclass(frozen=True)
class TooManyTries:
    """Too many wrong codes: this one was not looked at."""

    until: datetime


@dataclass(frozen=True)
class TooOld:
    """A code of this training, shown on that day at that moment, and good no more."""

    mine: Mine
    shown_at: datetime
    today: date
    hours: Hours


@dataclass(frozen=True)
class OfAnother:
    """A code of another training than the one that was asked for."""

    wanted: ListedTraining
    found: ListedTraining


@dataclass(frozen=True)
class Closed:
    """A good code, while the training takes neither entries nor exits."""

    mine: Mine
    hours: Hours
    now: datetime


@dataclass(frozen=True)
class ElsewhereNow:
    """The member is in another training, held at the same time."""

    wanted: ListedTraining
    inside: ListedTraining


Admission = Recorded | Unreadable | Wrong | TooManyTries | TooOld | OfAnother | Closed | ElsewhereNow
