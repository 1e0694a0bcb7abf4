"""The names of all that is kept of a member: by table and column, for the page that hands it out."""

from typing import Protocol

from content.privacy.disclosed import Value


class Kept(Protocol):
    def table(self, name: str) -> str:
        """What the rows of a table are. Raises KeyError."""

    def column(self, name: str) -> str:
        """What a column says. Raises KeyError."""

    def value(self, column: str, value: Value) -> str: ...
