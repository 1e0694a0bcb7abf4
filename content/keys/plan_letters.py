"""The kind of letter about a member's plan."""

from dataclasses import dataclass
from datetime import date

from content.keys.letter import LetterKey
from content.values import Reminder


@dataclass(frozen=True)
class PlanStands(LetterKey, kind="plan", again=False, waits=True, nudge=Reminder.PLAN):
    """On this day of the month the member hears where the member's plan stands."""

    day: date
