"""The outcomes of a check-in code: the visit is recorded, or the reason why it is not."""

from dataclasses import dataclass
from datetime import date, datetime

from content.attendance.attending import Mine
from content.attendance.checkin import Door, Hours
from content.attendance.training import ListedTraining

ANY = 0
"""The member asked for no particular training: the code says which one it is."""


@dataclass(frozen=True)
class Recorded:
    """An entry or an exit is on record. `new`: this code recorded it; otherwise it was on record before."""

    door: Door
    mine: Mine
    new: bool

    @property
    def at(self) -> datetime:
        """The moment at which the member first passed this door."""
        at = self.mine.entered_at if self.door is Door.ENTRY else self.mine.left_at
        if at is None:
            raise LookupError("what is recorded has its moment")
        return at


@dataclass(frozen=True)
class Unreadable:
    """The text does not have the form of a code."""


@dataclass(frozen=True)
class Wrong:
    """No training shows this code or showed it lately. The next code is looked at from `until` on."""

    until: datetime


@dataclass(frozen=True)
class TooManyTries:
    """The member typed too many wrong codes, so this one was not looked at. From `until` on, codes are again."""

    until: datetime


@dataclass(frozen=True)
class TooOld:
    """This training showed the code at `shown_at`, and it is no longer valid. `today` is Japan's day now."""

    mine: Mine
    shown_at: datetime
    today: date
    hours: Hours


@dataclass(frozen=True)
class OfAnother:
    """The code belongs to another training than the one that the member asked for."""

    wanted: ListedTraining
    found: ListedTraining


@dataclass(frozen=True)
class Closed:
    """The code is right, but the training takes neither entries nor exits now."""

    mine: Mine
    hours: Hours
    now: datetime


@dataclass(frozen=True)
class ElsewhereNow:
    """The member has entered another training that is held at the same time, and has not left it."""

    wanted: ListedTraining
    inside: ListedTraining


Admission = Recorded | Unreadable | Wrong | TooManyTries | TooOld | OfAnother | Closed | ElsewhereNow
