"""Reminders of unfinished courses."""

from typing import Protocol


class Reminder(Protocol):
    def title(self) -> str: ...

    def unfinished(self, title: str) -> str: ...

    def left(self, chapters: tuple[int, ...]) -> str:
        """The chapters to be watched; of none: the test."""

    def go_on(self) -> str: ...

    def no_more(self) -> str: ...

    def stopped(self) -> str: ...
