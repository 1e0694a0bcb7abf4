"""Reminders of unfinished courses, and the end of reminders of any kind."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from content.rules import Rules
from content.values import Reminder as Kind


class Reminder(Protocol):
    def title(self) -> str: ...

    def unfinished(self, title: str) -> str: ...

    def left(self, chapters: tuple[int, ...]) -> str:
        """The chapters that are still to be watched. Without chapters: the test is still to be passed."""

    def go_on(self) -> str: ...

    def no_more(self) -> str: ...

    def snooze(self) -> str: ...

    def snoozed(self, at: datetime) -> str:
        """It comes again at this moment, if it is not done by then."""

    def to_why(self) -> str: ...

    def why(self, kind: Kind, rules: Rules) -> str:
        """Why a reminder of this kind came, and where it is switched off."""

    def kind(self, kind: Kind) -> str:
        """What is reminded of."""

    def stopped(self, kinds: Sequence[Kind]) -> str:
        """These are stopped, of all the kinds that there are."""
