"""The kind of letter about a member's plan."""

from dataclasses import dataclass
from datetime import date

from content.keys.letter import LetterKey
from content.values import Reminder


@dataclass(frozen=True)
class PlanStands(LetterKey, kind="plan", again=False, waits=True, nudge=Reminder.PLAN):
    """Where the member's plan stands on this day of the month."""

    day: date
