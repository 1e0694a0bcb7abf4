"""A member of the simulated year."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from content.hours import Hours
from content.values import Reminder
from storage.post.letters import Letter

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
    drafts: set[int] = field(default_factory=set)
    away: bool = False
    sent: list[Sent] = field(default_factory=list)
