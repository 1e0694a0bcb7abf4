"""What a member goes on with: the next minute of a course, or its test."""

from collections.abc import Sequence
from typing import Protocol


class AheadWords(Protocol):
    def play(self, title: str, chapter: int, left: int, begun: bool) -> str:
        """The chapter, and how many seconds of it are left."""

    def offered(self) -> str:
        """Why this course is offered to somebody who has begun none."""

    def test(self, title: str, begun: bool) -> str:
        """The test of this course; `begun`: answers are saved."""

    def to_play(self, title: str, chapter: int, left: int, begun: bool) -> Sequence[str]:
        """The same as `play` for a button, the fullest wording first: the first one that fits is taken."""

    def to_test(self, title: str, begun: bool) -> Sequence[str]:
        """The same for the test."""
