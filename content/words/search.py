"""Finding what is published by words."""

from typing import Protocol

from content.search.entry import Entry, Kind


class Search(Protocol):
    def title(self, text: str) -> str: ...

    def count(self, found: int) -> str:
        """How many courses were found."""

    def found(self, found: int) -> str:
        """How many things of several kinds were found."""

    def heading(self, kind: Kind, total: int) -> str:
        """Above the hits of a kind. `total`: how many there are, if not all are shown; otherwise 0."""

    def line(self, kind: Kind, name: str, one: Entry) -> str:
        """A hit in a list, after its number."""

    def to_more(self, kind: Kind) -> str:
        """On the button to all hits of a kind."""

    def chapter(self, number: int, title: str) -> str:
        """Why a course was found."""

    def supervisor(self, name: str) -> str:
        """Why a course was found."""

    def more(self, further: int) -> str:
        """How many results are not shown: a button can't turn the page, because the text is too long for it."""

    def nothing(self, text: str) -> str: ...

    def near(self, text: str) -> str:
        """Nothing is called so; the buttons below lead to what is near."""

    def other_ways(self) -> str:
        """The buttons below lead on after a search that found nothing."""

    def wordless_title(self) -> str: ...

    def wordless(self) -> str:
        """The text has no letter and no digit."""

    def account_title(self) -> str: ...

    def for_account(self) -> str:
        """A staff account has no search of what members learn; what it can do is below."""

    def hint(self) -> str:
        """What can be searched for."""

    def ask_title(self) -> str: ...

    def secret_title(self) -> str: ...

    def may_be_secret(self) -> str:
        """A text has the form of a check-in code, and no training takes one now."""
