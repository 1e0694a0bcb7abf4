"""Finding courses by words."""

from typing import Protocol


class Search(Protocol):
    def title(self, text: str) -> str: ...

    def count(self, found: int) -> str: ...

    def chapter(self, number: int, title: str) -> str:
        """Why a course was found."""

    def supervisor(self, name: str) -> str:
        """Why a course was found."""

    def more(self, further: int) -> str:
        """Results that are not shown, for the text is too long to be turned by a button."""

    def nothing(self, text: str) -> str: ...

    def no_readings(self) -> str:
        """Words are looked for as they are written, not as they are read."""

    def hint(self) -> str:
        """What can be searched for."""

    def ask_title(self) -> str: ...

    def too_long(self, longest: int) -> str: ...
