"""Where a member stands with a training, by what is recorded of both."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from content.checkin import hours
from content.rules import Rules
from content.training import Form, Standing, Training


class Claim(StrEnum):
    """A late claim: a member says that he was there and could not check in. Staff decide.

    Settled: the organiser's list registered him before they did, so that nothing was left to decide.
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


def standing(training: Training, seen: Seen, now: datetime, rules: Rules) -> Standing:
    """The one thing to say of it now."""
    if seen.half_units:
        elsewhere = training.prefecture in rules.certified_elsewhere
        return Standing.ELSEWHERE if elsewhere else Standing.REGISTERED
    if training.form is Form.WEB_RECORDED:
        return Standing.RECORDED
    doors = hours(training.starts_at, training.ends_at, rules)
    if (seen.entered and seen.left) or seen.claim is Claim.ACCEPTED:
        return Standing.LEFT if now < doors.exit_until else Standing.AWAITING
    if seen.claim is Claim.OPEN:
        return Standing.CLAIMED
    if seen.claim is Claim.REFUSED:
        return Standing.REFUSED
    if now >= doors.exit_until:
        return Standing.INCOMPLETE if seen.entered or seen.left else Standing.ABSENT
    if seen.left:
        return Standing.INCOMPLETE
    return Standing.ENTERED if seen.entered else Standing.COMING
