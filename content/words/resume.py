"""Going on where one left off."""

from typing import Protocol


class Resume(Protocol):
    def title(self) -> str: ...

    def several(self) -> str:
        """Several courses are under way: which one?"""

    def course(self, number: int, title: str, done: int, chapters: int) -> str:
        """1　高血圧　受講済 2 / 5章"""

    def button(self, number: int, title: str) -> str: ...

    def nothing(self) -> str:
        """Nothing is under way; where to begin."""
