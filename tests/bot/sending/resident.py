"""A member of the simulated year."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from content.hours import Hours
from content.keys.letter import LetterKey
from content.keys.letters import DraftsOpen, JournalDeadline, NewCourses, StillUnfinished, Unfinished
from content.keys.plan_letters import PlanStands
from content.keys.training_letters import TrainingTomorrow
from content.rules import fiscal_year
from content.values import Reminder
from storage.post.letters import Letter

DAY = timedelta(days=1)
Sent = tuple[datetime, tuple[Letter[Any], ...]]


@dataclass
class Resident:
    """A member: the habits, and what a careful reader of the diary would know."""

    id: int
    telegram_id: int
    weekly: float
    """How likely the member goes on with a course on a day."""
    finishes: float
    journal: str
    declares: bool
    hours: Hours
    off: set[Reminder] = field(default_factory=set)
    touched: dict[int, date] = field(default_factory=dict)
    finished: set[int] = field(default_factory=set)
    submitted: set[int] = field(default_factory=set)
    plan: tuple[date, date] | None = None
    """The day on which it was set, and its own."""
    awaits: dict[int, date] = field(default_factory=dict)
    """The day of each training that the member asked to hear of."""
    entered: set[int] = field(default_factory=set)
    """The trainings at which the member has checked in."""
    drafts: set[int] = field(default_factory=set)
    away: bool = False
    sent: list[Sent] = field(default_factory=list)
    """The messages of reminders."""
    called: list[tuple[datetime, Letter[Any]]] = field(default_factory=list)
    """That doors are open."""

    def is_planned(self, day: date) -> bool:
        """Whether a plan stands on this first day of a month, or its own day has passed in the month before."""
        if self.plan is None:
            return False
        set_on, until = self.plan
        return set_on < day and until >= (day - DAY).replace(day=1)

    def has_left(self, key: LetterKey, today: date, issue: int | None, came: Sequence[date]) -> bool:
        """Whether there is still something to do, as the diary has it. `issue` takes answers, and on the days of `came`
        courses came in new codes.
        """
        match key:
            case Unfinished(course) | StillUnfinished(course):
                return course not in self.finished and today - self.touched[course] >= 3 * DAY
            case JournalDeadline(number):
                return number not in self.submitted and number == issue and today.day <= 25
            case DraftsOpen(year):
                return bool(self.drafts) and year == fiscal_year(today) - 1
            case TrainingTomorrow(number):
                return self.awaits[number] - DAY <= today <= self.awaits[number] and number not in self.entered
            case PlanStands(day):
                return day == today.replace(day=1) and self.is_planned(day)
            case NewCourses(day):
                return any(day - 7 * DAY <= one < day for one in came)
        return False
