"""Reminders: of unfinished courses, several in one message, and the end of any kind."""

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

    def to_course(self) -> str: ...

    def no_more(self) -> str: ...

    def snooze(self) -> str: ...

    def snoozed(self, at: datetime) -> str:
        """It comes again at this moment, if it is not done by then."""

    def to_why(self) -> str: ...

    def reason(self, kind: Kind, rules: Rules) -> str:
        """Why a reminder of this kind came."""

    def why(self, kind: Kind, rules: Rules) -> str:
        """The same, and where it is switched off."""

    def several(self, number: int) -> str:
        """The title of a message that holds so many reminders."""

    def numbered(self, place: int, label: str) -> str:
        """The button of the reminder at this place."""

    def to_reasons(self) -> str: ...

    def reasons_title(self) -> str: ...

    def no_more_of(self, kind: Kind) -> str: ...

    def kind(self, kind: Kind) -> str:
        """What is reminded of."""

    def stopped(self, kinds: Sequence[Kind]) -> str:
        """These kinds are stopped, or all that there are."""
