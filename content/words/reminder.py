"""Reminders of unfinished courses."""

from typing import Protocol


class Reminder(Protocol):
    def title(self) -> str: ...

    def unfinished(self, title: str) -> str: ...

    def left(self, chapters: tuple[int, ...]) -> str:
        """The chapters that are still to be watched. Without chapters: the test is still to be passed."""

    def go_on(self) -> str: ...

    def no_more(self) -> str: ...

    def stopped(self) -> str: ...
