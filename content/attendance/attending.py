"""How a member stands with a training. It follows from what is recorded of the member and of the training."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from content.attendance.checkin import hours
from content.attendance.training import AttendanceStanding, Form, ListedTraining, Training
from content.rules import Rules


class Claim(StrEnum):
    """A late claim: a member says "I was there and could not check in". Staff decide on it.

    SETTLED: the organiser's list registered the member before staff decided, so nothing was left to decide.
    """

    NONE = ""
    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    SETTLED = "settled"


@dataclass(frozen=True)
class Seen:
    """What is recorded of a member's attendance; `half_units` is 0 until it is registered."""

    entered: bool = False
    left: bool = False
    half_units: int = 0
    claim: Claim = Claim.NONE


def standing(training: Training, seen: Seen, now: datetime, rules: Rules) -> AttendanceStanding:
    """The one standing to show now. What the organiser registered weighs more than doors and claims."""
    if seen.half_units:
        elsewhere = training.prefecture in rules.certified_elsewhere
        return AttendanceStanding.ELSEWHERE if elsewhere else AttendanceStanding.REGISTERED
    if training.form is Form.WEB_RECORDED:
        return AttendanceStanding.RECORDED
    doors = hours(training.starts_at, training.ends_at, rules)
    if (seen.entered and seen.left) or seen.claim is Claim.ACCEPTED:
        return AttendanceStanding.LEFT if now < doors.exit_until else AttendanceStanding.AWAITING
    if seen.claim is Claim.OPEN:
        return AttendanceStanding.CLAIMED
    if seen.claim is Claim.REFUSED:
        return AttendanceStanding.REFUSED
    if now >= doors.exit_until:
        return AttendanceStanding.INCOMPLETE if seen.entered or seen.left else AttendanceStanding.ABSENT
    if seen.left:
        return AttendanceStanding.INCOMPLETE
    return AttendanceStanding.ENTERED if seen.entered else AttendanceStanding.COMING


@dataclass(frozen=True)
class Mine:
    """A training, and how one member stands with it. A time is None if it is not recorded."""

    listed: ListedTraining
    standing: AttendanceStanding
    seen: Seen = Seen()
    entered_at: datetime | None = None
    left_at: datetime | None = None
