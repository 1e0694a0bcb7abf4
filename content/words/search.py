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
        """How many results are not shown: a button can't turn the page, because the text is too long for it."""

    def nothing(self, text: str) -> str: ...

    def no_readings(self) -> str:
        """Says that words are searched as they are written, not by their readings."""

    def hint(self) -> str:
        """What can be searched for."""

    def ask_title(self) -> str: ...

    def too_long(self, longest: int) -> str: ...
