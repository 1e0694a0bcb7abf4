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

    def near(self, text: str) -> str:
        """Nothing is called so; the buttons below lead to what is near."""

    def code(self, number: int, name: str) -> str:
        """On a button."""

    def hint(self) -> str:
        """What can be searched for."""

    def ask_title(self) -> str: ...

    def secret_title(self) -> str: ...

    def may_be_secret(self) -> str:
        """A text has the form of a check-in code, and no training takes one now."""

    def too_long(self, longest: int) -> str: ...
