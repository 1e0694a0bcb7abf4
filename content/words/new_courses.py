"""The weekly letter about new courses in codes that the member lacks."""

from typing import Protocol


class NewCourses(Protocol):
    def title(self, number: int) -> str: ...

    def lacking(self) -> str:
        """Each is in a code that the member has not earned in the window of the goal."""

    def line(self, title: str) -> str:
        """A course in the list of them."""

    def more(self, number: int) -> str:
        """So many further ones are not named."""
