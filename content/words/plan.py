"""A member's plan: to reach 60 by a day, and how much each month takes. Sums are given in halves (85 is 42.5)."""

from datetime import date
from typing import Protocol

from content.credits.plan import PlanStanding


class PlanWords(Protocol):
    def title(self) -> str: ...

    def to_plan(self) -> str:
        """The button that leads to the plan."""

    def explained(self) -> str:
        """Explains what a plan is, for a member who has none."""

    def choose(self) -> str:
        """Asks by which day 60 is to be reached."""

    def offer(self, standing: PlanStanding) -> str:
        """What a plan with this day would take each month."""

    def to_until(self, until: date) -> str:
        """The button that sets it."""

    def to_other_day(self) -> str: ...

    def ask_day(self, last: date) -> str: ...

    def bad_day(self, first: date, last: date) -> str: ...

    def by(self, until: date) -> str:
        """The day of the plan."""

    def falls(self, halves: int, until: date) -> str:
        """How much leaves the window before that day."""

    def state(self, standing: PlanStanding) -> str:
        """Where the plan stands, and how much each remaining month takes."""

    def told_by(self, day: int, *, wanted: bool) -> str:
        """On which day of each month the member hears of it; or that this reminder is switched off."""

    def to_change(self) -> str: ...

    def to_end(self) -> str: ...

    def is_set(self, until: date) -> str: ...

    def ended(self) -> str: ...

    def cannot_plan(self) -> str:
        """For a member who can't earn credits."""

    def told_title(self, standing: PlanStanding) -> str:
        """The title of the monthly letter."""

    def following(self) -> str:
        """Stands above the course that is next."""

    def at_year_end(self, standing: PlanStanding) -> str:
        """The plan in one line, in the letter before the fiscal year ends."""
